import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useTyping } from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

const Line = ({ input }: { readonly input?: string }) => {
  const { typers, isTyping } = useTyping(input)
  return <p>{isTyping ? typers.map(({ userId }) => userId).join(' ') : 'quiet'}</p>
}
const Field = ({ input }: { readonly input?: string }) => <input {...useTyping(input).inputProps} />
const write = (value: string): void => {
  fireEvent.input(screen.getByRole('textbox'), { target: { value } })
}
/** Typing frames on the network, `on` and `off` alike. */
const typingFrames = (countFrames: () => { byType: ReadonlyMap<string, number> }): number =>
  countFrames().byType.get('typing') ?? 0

test('others’ typing appears at once and vanishes by itself (INV-44)', async () => {
  const { room } = await renderWithPresence(<Line />, { members: ['bo', 'cy'] })
  expect(screen.getByText('quiet')).toBeInTheDocument()
  await room.type('bo')
  await room.type('cy')
  expect(screen.getByText('bo cy')).toBeInTheDocument()
  await room.stopTyping('bo')
  expect(screen.getByText('cy')).toBeInTheDocument()
  await room.advance(6_000)
  expect(screen.getByText('quiet')).toBeInTheDocument()
})

test('whose stop is lost vanishes all the same', async () => {
  const { room } = await renderWithPresence(<Line />, { members: ['bo'] })
  await room.type('bo')
  await room.kill('bo')
  await room.advance(6_000)
  expect(screen.getByText('quiet')).toBeInTheDocument()
})

test('inputs of one room do not hear each other', async () => {
  const { room } = await renderWithPresence(<Line input="reply" />, { members: ['bo'] })
  await room.type('bo', 'title')
  expect(screen.getByText('quiet')).toBeInTheDocument()
  await room.type('bo', 'reply')
  expect(screen.getByText('bo')).toBeInTheDocument()
})

test('a keystroke that only prolongs typing renders nothing', async () => {
  const renders = createRenderCounts()
  const { room } = await renderWithPresence(
    <renders.Probe id="line">
      <Line />
    </renders.Probe>,
    { members: ['bo'] },
  )
  await room.type('bo')
  renders.reset()
  await room.advance(3_000)
  await room.type('bo')
  expect(renders.of('line')).toBe(0)
})

test('my own typing is told, seldom, and I am never among the typers (INV-45, INV-46)', async () => {
  const { room } = await renderWithPresence(
    <>
      <Field />
      <Line />
    </>,
    { members: ['bo'] },
  )
  for (const text of ['h', 'he', 'hel']) write(text)
  await room.advance(0)
  expect(typingFrames(room.countFrames)).toBe(1)
  expect(screen.getByText('quiet')).toBeInTheDocument()
  write('')
  await room.advance(0)
  expect(typingFrames(room.countFrames)).toBe(2)
})

test('unmounting the field ends my typing; unmounting a reader says nothing', async () => {
  const { room, rerender } = await renderWithPresence(
    <>
      <Field />
      <Line />
    </>,
  )
  write('h')
  await room.advance(0)
  rerender(<Field />)
  await room.advance(0)
  expect(typingFrames(room.countFrames)).toBe(1)
  rerender(<p>gone</p>)
  await room.advance(0)
  expect(typingFrames(room.countFrames)).toBe(2)
})

test('what comes out keeps its identity from render to render', async () => {
  const seen = new Set<unknown>()
  const Show = ({ step }: { readonly step: number }) => {
    seen.add(useTyping('reply'))
    return <p>{step}</p>
  }
  const { rerender } = await renderWithPresence(<Show step={1} />)
  rerender(<Show step={2} />)
  expect(seen.size).toBe(1)
})
