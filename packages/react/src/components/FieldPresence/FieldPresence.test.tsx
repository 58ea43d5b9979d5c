import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { PresenceRoom } from '../../context/PresenceRoom.tsx'
import { renderWithPresence } from '../../testing/index.ts'
import { FieldPresence } from './FieldPresence.tsx'
import { FieldPresenceView } from './FieldPresenceView.tsx'

const bo = { userId: 'bo', name: 'Bo' }
const cy = { userId: 'cy', name: 'Cy' }

test('tells who is at the field, in one sentence, and draws no more than it may', () => {
  const { container, rerender } = render(
    <FieldPresenceView people={[bo]}>
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByText('Bo is editing this field')).toHaveClass('rc-hidden')
  rerender(
    <FieldPresenceView people={[bo, cy]} max={1} variant="all">
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByText('Bo and Cy are editing this field')).not.toHaveClass('rc-hidden')
  expect(container.querySelectorAll('.rc-avatar')).toHaveLength(1)
})

test('nobody there is no sentence and no ring', () => {
  render(
    <FieldPresenceView data-testid="field" people={[]}>
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByTestId('field')).not.toHaveAttribute('data-busy')
  expect(screen.queryByText(/editing/)).not.toBeInTheDocument()
})

test('the field keeps its own handlers and description', async () => {
  const heard: string[] = []
  await renderWithPresence(
    <FieldPresence field="title">
      <input onFocus={() => heard.push('focus')} onBlur={() => heard.push('blur')} aria-describedby="own" />
    </FieldPresence>,
    { self: 'ada' },
  )
  const input = screen.getByRole('textbox')
  fireEvent.focus(input)
  fireEvent.blur(input)
  expect(heard).toEqual(['focus', 'blur'])
  expect(input).toHaveAttribute('aria-describedby', 'own')
})

test('a lock says whose it is, and may be taken over once they are idle', () => {
  const taken: string[] = []
  const locked = { people: [bo], mode: 'soft-lock', onTakeOver: () => taken.push('taken') } as const
  const { rerender } = render(
    <FieldPresenceView data-testid="field" {...locked}>
      <input />
    </FieldPresenceView>,
  )
  expect(screen.getByText('Bo is editing; you can read along')).toBeInTheDocument()
  expect(screen.getByTestId('field')).toHaveAttribute('data-locked')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  rerender(
    <FieldPresenceView data-testid="field" {...locked} idle>
      <input />
    </FieldPresenceView>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }))
  expect(taken).toEqual(['taken'])
})

test('a hard lock is read-only, never disabled; it may be taken over once its holder is idle', async () => {
  const clock = createTestClock({ wall: Date.UTC(2026, 0, 1) })
  const server = createLocalServer({ clock, random: createTestRandom(5) })
  const open = (id: string, seed: number) =>
    createPresenceClient({
      transport: channel({ open: () => server.open() }),
      user: { id, info: { name: id } },
      environment: createTestEnvironment({ clock, random: createTestRandom(seed) }),
    })
  const [ada, holder] = [open('ada', 1), open('bo', 2)]
  const lastActiveAt = '2026-01-01T00:00:00.000Z'
  holder.room('doc').reportPresence([{ type: 'document', documentId: 'doc', path: ['title'], lastActiveAt }])
  render(
    <PresenceProvider client={ada} locale="en" timeZone="UTC">
      <PresenceRoom id="doc">
        <FieldPresence field="title" mode="hard-lock">
          <input defaultValue="Plan" />
        </FieldPresence>
      </PresenceRoom>
    </PresenceProvider>,
  )
  await act(() => clock.advanceAsync(1000))
  const input = screen.getByRole('textbox')
  expect(input).toHaveAttribute('readonly')
  expect(input).toHaveAttribute('aria-disabled', 'true')
  expect(input).toBeEnabled()
  expect(input).toHaveAccessibleDescription('bo is editing; you can read along')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  await act(() => clock.advanceAsync(60_000))
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }))
  expect(input).not.toHaveAttribute('readonly')
  cleanup()
  for (const client of [ada, holder]) client.dispose()
})
