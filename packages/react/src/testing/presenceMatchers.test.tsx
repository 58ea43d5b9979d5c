import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PresenceIndicator, TypingIndicator, useOthers } from '../index.ts'
import { announcements, createRenderCounts, presenceMatchers, renderWithPresence } from './index.ts'
import type { PresenceMatchers } from './index.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-empty-object-type -- how Vitest takes matchers of others
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends PresenceMatchers<R> {}
}
expect.extend(presenceMatchers)

const complaint = (check: () => void): string => {
  try {
    check()
  } catch (error) {
    return String(error)
  }
  throw new Error('nothing was wrong')
}

test('a status is read from an element or from within it, and what is there instead is told', async () => {
  const { container } = await renderWithPresence(<PresenceIndicator userId="bo" />, { members: ['bo'] })
  expect(container).toHaveStatus('online')
  expect(screen.getByRole('img')).toHaveStatus('online')
  expect(container).not.toHaveStatus('away')
  expect(complaint(() => expect(container).toHaveStatus('away'))).toContain('expected the status away; received online')
})

test('typing, and by whom; what was said, how, and when', async () => {
  const page = await renderWithPresence(<TypingIndicator data-testid="line" />, { members: ['bo'] })
  const line = screen.getByTestId('line')
  expect(line).not.toBeTyping()
  await page.room.type('bo')
  expect(line).toBeTyping()
  expect(line).toBeTyping('bo')
  expect(line).not.toBeTyping('cy')
  expect(page).not.toAnnounce(/typing/)
  await page.room.advance(2_000)
  expect(page).toAnnounce('bo is typing…')
  expect(page).toAnnounce(/typing/, 'polite')
  expect(page).not.toAnnounce(/typing/, 'assertive')
  expect(announcements()).toEqual(page.announcements())
  expect(complaint(() => expect(page).toAnnounce('hello'))).toContain('"bo is typing…" (polite')
})

test('renders are held down to what has to be', async () => {
  const renders = createRenderCounts()
  const Count = () => <p>{useOthers((others) => others.length)}</p>
  const { room } = await renderWithPresence(
    <renders.Probe id="count">
      <Count />
    </renders.Probe>,
    { members: ['bo'] },
  )
  renders.reset()
  await room.update('bo', { color: 'red' })
  expect(renders).toHaveRenderedAtMost(0)
  await room.join('cy')
  expect(renders).toHaveRenderedAtMost(1, 'count')
  expect(complaint(() => expect(renders).toHaveRenderedAtMost(0))).toContain('at most 0 commits; received 1')
})
