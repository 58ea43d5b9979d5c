import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import {
  type PresenceMember,
  useDeparted,
  useMember,
  useMyPresence,
  useOccupancy,
  useOthers,
  usePresence,
  usePresenceEvents,
  useSelf,
} from '../../index.ts'
import { createRenderCounts, renderWithPresence } from '../../testing/index.ts'

const ids = (members: readonly PresenceMember[]): string => members.map(({ userId }) => userId).join(' ')

test('useOthers: everybody but me, in order of entering', async () => {
  const Show = () => <p>others: {ids(useOthers())}</p>
  const { room } = await renderWithPresence(<Show />, { members: ['bo', 'cy'] })
  expect(screen.getByText('others: bo cy')).toBeInTheDocument()
  await room.join('di')
  await room.leave('bo')
  expect(screen.getByText('others: cy di')).toBeInTheDocument()
})

test('two tabs of somebody are one member with two sessions', async () => {
  const Show = () => (
    <ul>
      {useOthers().map((member) => (
        <li key={member.userId}>
          {member.userId} {member.sessions.length}
        </li>
      ))}
    </ul>
  )
  const { room } = await renderWithPresence(<Show />, { members: ['bo', 'bo'] })
  expect(screen.getByRole('listitem')).toHaveTextContent('bo 2')
  await room.closeTab('bo')
  expect(screen.getByRole('listitem')).toHaveTextContent('bo 1')
})

test('useOthers with a selector renders only when the selection changes (B1)', async () => {
  const renders = createRenderCounts()
  const Count = () => <p>{useOthers((others) => others.length)} others</p>
  const { room } = await renderWithPresence(
    <renders.Probe id="count">
      <Count />
    </renders.Probe>,
    { members: ['bo'] },
  )
  renders.reset()
  await room.update('bo', { color: 'red' })
  await room.type('bo')
  expect(renders.of('count')).toBe(0)
  await room.join('cy')
  expect(renders.of('count')).toBe(1)
  expect(screen.getByText('2 others')).toBeInTheDocument()
})

test('useMember: undefined for who is not there and for who left, never a throw', async () => {
  const Show = () => <p>{useMember('bo')?.status ?? 'nobody'}</p>
  const { room } = await renderWithPresence(<Show />)
  expect(screen.getByText('nobody')).toBeInTheDocument()
  await room.join('bo')
  expect(screen.getByText('online')).toBeInTheDocument()
  await room.setStatus('bo', 'busy')
  expect(screen.getByText('busy')).toBeInTheDocument()
  await room.leave('bo')
  expect(screen.getByText('nobody')).toBeInTheDocument()
})

test('useDeparted: who left lately, newest first, offline and without sessions', async () => {
  const Show = () => (
    <ul>
      {useDeparted().map(({ userId, status, sessions }) => (
        <li key={userId}>
          {userId} {status} {sessions.length}
        </li>
      ))}
    </ul>
  )
  const { room } = await renderWithPresence(<Show />, { members: ['bo', 'cy'] })
  await room.leave('bo')
  await room.advance(1_000)
  await room.leave('cy')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['cy offline 0', 'bo offline 0'])
})

test('useSelf: me with all my tabs, and undefined while I only look', async () => {
  const Show = () => <p>me: {useSelf((self) => self?.sessions.length ?? 'not here')}</p>
  const { room, unmount } = await renderWithPresence(<Show />, { self: 'ada' })
  expect(screen.getByText('me: 1')).toBeInTheDocument()
  await room.join('ada')
  expect(screen.getByText('me: 2')).toBeInTheDocument()
  unmount()
  await renderWithPresence(<Show />, { self: 'ada', visible: false })
  expect(screen.getByText('me: not here')).toBeInTheDocument()
})

test('useMyPresence: this session’s own, at once and never folded with my other tabs', async () => {
  const Show = () => {
    const [presence, update] = useMyPresence()
    return <button onClick={() => void update({ color: 'blue' })}>{String(presence['color'])}</button>
  }
  const { room } = await renderWithPresence(<Show />, { self: { id: 'ada', presence: { color: 'red' } } })
  expect(screen.getByRole('button')).toHaveTextContent('red')
  await room.join({ id: 'ada', presence: { color: 'green' } })
  expect(screen.getByRole('button')).toHaveTextContent('red')
  act(() => screen.getByRole('button').click())
  expect(screen.getByRole('button')).toHaveTextContent('blue')
})

test('what I say of myself is what the others see', async () => {
  const Show = () => {
    const { update } = usePresence()
    return <button onClick={() => void update({ color: 'blue' })}>paint</button>
  }
  const { client, room } = await renderWithPresence(<Show />, { self: 'ada', members: ['bo'] })
  act(() => screen.getByRole('button').click())
  await room.advance(200)
  const self = client.room('room', { visible: false }).self.getCurrent()
  expect(self?.presence).toMatchObject({ color: 'blue' })
})

test('useOccupancy counts people and sessions', async () => {
  const Show = () => {
    const { members, sessions } = useOccupancy()
    return (
      <p>
        {members} people, {sessions} sessions
      </p>
    )
  }
  await renderWithPresence(<Show />, { members: ['bo', 'bo', 'cy'] })
  expect(screen.getByText('3 people, 4 sessions')).toBeInTheDocument()
})

test('usePresence tells how well we know the room: loading, ready, stale, ready', async () => {
  const Show = () => {
    const { status, synced, members } = usePresence()
    return (
      <p>
        {status} {String(synced)} {members.length}
      </p>
    )
  }
  const { room } = await renderWithPresence(<Show />, { members: ['bo'], connection: 'connecting' })
  expect(screen.getByText('loading false 0')).toBeInTheDocument()
  await room.resume()
  await room.advance(5_000)
  expect(screen.getByText('ready true 2')).toBeInTheDocument()
  await room.drop()
  expect(screen.getByText('stale true 2')).toBeInTheDocument()
  await room.resume()
  expect(screen.getByText('ready true 2')).toBeInTheDocument()
})

test('usePresence: the actions keep their identity, and a selection outside of a change does not render', async () => {
  const renders = createRenderCounts()
  const seen = new Set<unknown>()
  const Show = () => {
    seen.add(usePresence((presence) => presence.update))
    return null
  }
  const { room } = await renderWithPresence(
    <renders.Probe id="update">
      <Show />
    </renders.Probe>,
  )
  await room.join('bo')
  await room.update('bo', { color: 'red' })
  expect(seen.size).toBe(1)
  expect(renders.of('update')).toBe(1)
})

test('usePresenceEvents hears what happens while mounted, by the latest listener, and renders nothing', async () => {
  const renders = createRenderCounts()
  const heard = vi.fn<(text: string) => void>()
  const Listen = ({ prefix }: { readonly prefix: string }) => {
    usePresenceEvents(({ type, member }) => heard(`${prefix} ${type} ${member.userId}`))
    return null
  }
  const page = (prefix: string) => (
    <renders.Probe id="listener">
      <Listen prefix={prefix} />
    </renders.Probe>
  )
  const { room, rerender, unmount } = await renderWithPresence(page('one'))
  await room.join('bo')
  expect(heard).toHaveBeenLastCalledWith('one enter bo')
  expect(renders.of('listener')).toBe(1)
  rerender(page('two'))
  await room.leave('bo')
  expect(heard).toHaveBeenLastCalledWith('two leave bo')
  heard.mockClear()
  unmount()
  expect(heard).not.toHaveBeenCalled()
})

test('a re-sync that changes nothing renders nothing (INV-15, INV-49)', async () => {
  const renders = createRenderCounts()
  const Show = () => <p>{ids(useOthers())}</p>
  const { room } = await renderWithPresence(
    <renders.Probe id="others">
      <Show />
    </renders.Probe>,
    { members: ['bo', 'cy'] },
  )
  renders.reset()
  await room.drop()
  await room.resume()
  await room.advance(20_000)
  expect(renders.of('others')).toBe(0)
})
