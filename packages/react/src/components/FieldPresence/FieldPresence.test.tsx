import { channel, createPresenceClient, type PathSegment, type PresenceLocation } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { PresenceRoom } from '../../context/PresenceRoom.tsx'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'
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
  expect(container.querySelectorAll('.rc-avatar[data-hue]')).toHaveLength(1)
})

test('three faces, and a number for the rest', () => {
  const people = ['bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal'].map((id) => ({ userId: id, name: id }))
  const { container } = render(
    <FieldPresenceView people={people}>
      <input />
    </FieldPresenceView>,
  )
  expect(container.querySelectorAll('.rc-avatar[data-hue]')).toHaveLength(3)
  expect(screen.getByText('+4')).toBeInTheDocument()
  expect(screen.getByText('bo, cy, di, ed, flo, gus, and hal are editing this field')).toBeInTheDocument()
})

test.each([
  [undefined, { ring: true, faces: 1, isWritten: false }],
  ['ring', { ring: true, faces: 0, isWritten: false }],
  ['avatars', { ring: false, faces: 1, isWritten: false }],
  ['hint', { ring: false, faces: 0, isWritten: true }],
  ['all', { ring: true, faces: 1, isWritten: true }],
] as const)('variant %s', (variant, { ring, faces, isWritten }) => {
  const { container, rerender } = render(
    <FieldPresenceView data-testid="field" people={[bo]} variant={variant}>
      <input />
    </FieldPresenceView>,
  )
  const field = screen.getByTestId('field')
  expect(field.hasAttribute('data-ring')).toBe(ring)
  expect(container.querySelectorAll('.rc-avatar[data-hue]')).toHaveLength(faces)
  expect(!screen.getByText('Bo is editing this field').classList.contains('rc-hidden')).toBe(isWritten)
  rerender(
    <FieldPresenceView data-testid="field" people={[bo]} variant={variant} mode="soft-lock">
      <input />
    </FieldPresenceView>,
  )
  // A field that does not take what is typed says so to everybody.
  expect(screen.getByText('Bo is editing; you can read along')).not.toHaveClass('rc-hidden')
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
  expect(input).not.toHaveAttribute('readonly')
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

const place = (
  path: readonly PathSegment[],
  lastActiveAt = '2026-01-01T00:00:00.000Z',
): readonly PresenceLocation[] => [{ type: 'document', documentId: 'room', path, lastActiveAt }]
const at = (id: string, ...path: readonly PathSegment[]) => ({ id, presence: { locations: place(path) } })

test('a nested field is found however its index was written', async () => {
  await renderWithPresence(
    <>
      <FieldPresence field="items.0.title">
        <input aria-label="first" />
      </FieldPresence>
      <FieldPresence field="items.1.title">
        <input aria-label="second" />
      </FieldPresence>
    </>,
    { members: [at('bo', 'items', 0, 'title'), at('cy', 'items', '0', 'title')] },
  )
  expect(screen.getByLabelText('first')).toHaveAccessibleDescription('bo and cy are editing this field')
  expect(screen.getByLabelText('second')).not.toHaveAccessibleDescription()
})

test('it is said once when I enter a busy field, once when somebody enters mine, and not again for what they do', async () => {
  const { room, announcements } = await renderWithPresence(
    <FieldPresence field="title">
      <input />
    </FieldPresence>,
    { self: 'ada', members: [at('bo', 'title'), 'cy'] },
  )
  const said = (): readonly string[] => announcements().map(({ text }) => text)
  expect(said()).toEqual([])
  fireEvent.focus(screen.getByRole('textbox'))
  await room.advance(100)
  expect(said()).toEqual(['bo is editing this field'])
  await room.report('cy', place(['title']))
  await room.advance(200)
  await room.report('bo', place(['title'], '2026-01-01T00:00:15.000Z'))
  await room.advance(20_000)
  expect(said()).toEqual(['bo is editing this field', 'cy is editing this field'])
})

test('somebody who moves between two fields renders these two and no other (sanity#7365)', async () => {
  const renders = createRenderCounts()
  const fields = ['title', 'body', 'tags', 'items.0.title']
  const { room, client } = await renderWithPresence(
    fields.map((field) => (
      <renders.Probe key={field} id={field}>
        <FieldPresence field={field} mode="soft-lock">
          <input aria-label={field} />
        </FieldPresence>
      </renders.Probe>
    )),
    { members: [at('bo', 'title')] },
  )
  renders.reset()
  await room.report('bo', place(['body']))
  await room.advance(1_000)
  expect(screen.getByLabelText('body')).toHaveAccessibleDescription('bo is editing; you can read along')
  expect(fields.map((field) => Math.min(renders.of(field), 1))).toEqual([1, 1, 0, 0])

  renders.reset()
  await act(async () => client.setStatus('busy'))
  await room.advance(5_000)
  expect(renders.total()).toBe(0)
})
