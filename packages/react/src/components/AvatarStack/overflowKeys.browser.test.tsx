/** The list behind the chip by real keys: only a browser closes a popover on Escape and gives the focus back. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../styles.css'
import type { StackPerson } from './arrangePeople.ts'
import { AvatarStackView } from './AvatarStackView.tsx'

const people = (count: number): readonly StackPerson[] =>
  Array.from({ length: count }, (_, index) => ({ userId: `p${index}`, name: `Person ${index}`, status: 'online' }))

function open() {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const show = (count: number): void =>
    flushSync(() =>
      root.render(
        <StrictMode>
          <AvatarStackView people={people(count)} max={3} onSelect={() => {}} />
        </StrictMode>,
      ),
    )
  const end = (): void => {
    root.unmount()
    place.remove()
  }
  return { place, show, end }
}

const focused = (): string => document.activeElement?.textContent ?? ''

test('Tab, End and Enter open it, arrows lead through it while people come and go, Escape gives the focus back', async () => {
  const { place, show, end } = open()
  show(6)
  await userEvent.keyboard('{Tab}{End}')
  const chip = place.querySelector('.rc-chip')
  expect(document.activeElement).toBe(chip)
  await userEvent.keyboard('{Enter}')
  const dialog = place.querySelector('[role="dialog"]')
  await expect.poll(() => dialog?.matches(':popover-open')).toBe(true)
  await expect.poll(() => dialog?.contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Tab}{ArrowDown}')
  const reached = focused()
  expect(reached).toContain('Person')
  show(9)
  show(5)
  expect(focused()).toBe(reached)
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => dialog?.matches(':popover-open')).toBe(false)
  expect(document.activeElement).toBe(chip)
  end()
})
