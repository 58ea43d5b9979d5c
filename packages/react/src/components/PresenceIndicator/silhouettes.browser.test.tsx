/** Shape carries the status: what any two statuses draw differs, without their colours, at the size of a badge. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { defineStatuses } from '@rollcall/core'
import '../../styles.css'
import { doNotDisturb } from '../../format/describeStatus.ts'
import { PresenceIndicatorView } from './PresenceIndicatorView.tsx'

const statuses = defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } })
const SHOWN = ['online', 'busy', 'dnd', 'away', 'offline', 'invisible', 'unknown', 'focusing'] as const
/** Share of pixels by which two silhouettes have to differ. */
const LEAST_DIFFERENCE = 0.03
/** Grey levels below this are ink: every status keeps 3:1 against white, so all of them are far below. */
const INK = 190

/** The pixels of one status as ink or none, in `size` × `size`. */
async function silhouette(status: string, size: number): Promise<readonly boolean[]> {
  const place = document.createElement('div')
  place.dataset['testid'] = 'glyph'
  place.style.cssText = `inline-size:${size}px;block-size:${size}px;background:#fff;line-height:0`
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() =>
    root.render(
      <StrictMode>
        <PresenceIndicatorView {...{ status, statuses }} size={size} style={{ transition: 'none' }} />
      </StrictMode>,
    ),
  )
  const base64 = await page.getByTestId('glyph').screenshot({ save: false })
  root.unmount()
  place.remove()
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('unable to read pixels; this browser has no canvas')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  return Array.from({ length: data.length / 4 }, (_, index) => greyAt(data, index * 4) < INK)
}

/** As a greyscale screen shows it (ITU-R BT.709). */
function greyAt(data: Uint8ClampedArray, at: number): number {
  return 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
}

/** Pairs of statuses that draw nearly the same. */
async function findAlike(size: number): Promise<readonly string[]> {
  const drawn = new Map<string, readonly boolean[]>()
  for (const status of SHOWN) drawn.set(status, await silhouette(status, size))
  const alike: string[] = []
  for (const [index, one] of SHOWN.entries()) {
    const a = drawn.get(one) ?? []
    expect(a.filter(Boolean).length, `${one} draws something`).toBeGreaterThan(0)
    for (const other of SHOWN.slice(index + 1)) {
      const b = drawn.get(other) ?? []
      const differing = a.filter((ink, at) => ink !== b[at]).length / a.length
      if (differing < LEAST_DIFFERENCE) alike.push(`${one} and ${other}: ${differing}`)
    }
  }
  return alike
}

/** The browser's own medium, by its debugging protocol: no style of ours stands in for it. */
const setMedia = (features: readonly { readonly name: string; readonly value: string }[]): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [...features] })

afterEach(() => setMedia([]))

test.each([10, 12, 16])('every two statuses differ in shape alone, at %i px', async (size) => {
  expect(await findAlike(size)).toEqual([])
})

test.each([10, 16])('every two statuses differ in forced colours, at %i px', async (size) => {
  await setMedia([{ name: 'forced-colors', value: 'active' }])
  expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  expect(await findAlike(size)).toEqual([])
})
