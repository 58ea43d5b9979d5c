/**
 * The visual baseline: every status in every size, as a badge and as a ring, in each way a page may be shown. Without
 * letters, so that it does not depend on the fonts of a machine. New pictures: `pnpm exec vitest run --project browser --update`;
 * look at them before they are committed.
 */
import { defineStatuses } from '@rollcall/core'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../../styles.css'
import { doNotDisturb } from '../../format/describeStatus.ts'
import { AvatarView } from '../Avatar/AvatarView.tsx'
import { PresenceIndicatorView } from './PresenceIndicatorView.tsx'

const statuses = defineStatuses({ dnd: doNotDisturb, focusing: { label: 'Focusing' } })
const SHOWN = ['online', 'busy', 'dnd', 'away', 'offline', 'invisible', 'unknown', 'focusing'] as const
/** The lines of the grid: a size of the shape, the shape on a dead link, and a person who has it. */
const SIZES = [8, 10, 12, 16, 24] as const
/** More than another Chromium draws otherwise at its edges; a badge that sits one px off is 85 and more. */
const ALLOWED_PIXELS = 60

interface Look {
  readonly theme?: 'light' | 'dark'
  readonly direction?: 'ltr' | 'rtl'
  readonly filter?: string
  /** px of the page. */
  readonly width?: number
  readonly media?: readonly { readonly name: string; readonly value: string }[]
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { theme: 'dark' },
  greyscale: { filter: 'grayscale(1)' },
  'greyscale-dark': { theme: 'dark', filter: 'grayscale(1)' },
  'right-to-left': { direction: 'rtl' },
  'narrow-320': { width: 320 },
  'forced-colours': { media: [{ name: 'forced-colors', value: 'active' }] },
  'forced-colours-dark': {
    theme: 'dark',
    media: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
    ],
  },
}

async function emulate(features: Look['media'] = []): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [...features] })
}

function showGrid({ theme = 'light', direction = 'ltr', filter = 'none', width = 640 }: Look): () => void {
  const place = document.createElement('div')
  place.dataset['testid'] = 'grid'
  place.dataset['theme'] = theme
  place.dataset['motion'] = 'off'
  place.dir = direction
  place.style.cssText = `inline-size:${width}px;padding:16px;box-sizing:border-box;background:var(--rc-surface);filter:${filter}`
  document.body.append(place)
  const root = createRoot(place)
  const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 14, blockSize: 'auto' } as const
  flushSync(() =>
    root.render(
      <StrictMode>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>
          {SHOWN.map((status) => (
            <div key={status} style={{ ...row, inlineSize: 288 }}>
              {SIZES.map((size) => (
                <PresenceIndicatorView key={size} {...{ status, statuses, size }} />
              ))}
              <PresenceIndicatorView {...{ status, statuses }} size={16} stale />
              <AvatarView userId={status} name="" {...{ status, statuses }} size={40} />
              <AvatarView userId={status} name="" {...{ status, statuses }} size={32} show="ring" />
            </div>
          ))}
        </div>
      </StrictMode>,
    ),
  )
  return () => {
    root.unmount()
    place.remove()
  }
}

let leave = (): void => {}
beforeEach(async () => {
  await page.viewport(720, 600)
})
afterEach(async () => {
  leave()
  await emulate()
})

test.each(Object.entries(LOOKS))('the status grid looks as it was looked at: %s', async (name, look) => {
  await emulate(look.media)
  leave = showGrid(look)
  const grid = page.getByTestId('grid')
  expect(grid.element().scrollWidth, 'nothing hangs over').toBeLessThanOrEqual(look.width ?? 640)
  await expect(grid).toMatchScreenshot(name, {
    comparatorName: 'pixelmatch',
    comparatorOptions: { allowedMismatchedPixels: ALLOWED_PIXELS },
  })
})
