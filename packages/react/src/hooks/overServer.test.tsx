/** The hooks over the server itself, in this process: what differs from tabs among themselves. */
import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, render, screen } from '@testing-library/react'
import { memo, StrictMode, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import {
  type PresenceMember,
  PresenceProvider,
  PresenceRoom,
  type RegisteredClient,
  useLastSeen,
  useMember,
  useOthers,
  useOthersMapped,
  usePresence,
  useReportPresence,
  useTyping,
  useUserPresence,
} from '../index.ts'
import { createRenderCounts } from '../testing/index.ts'

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

function createWorld(options: Partial<Parameters<typeof createLocalServer>[0]> = {}) {
  const clock = createTestClock({ wall: Date.UTC(2026, 0, 1) })
  const server = createLocalServer({ clock, random: createTestRandom(99), ...options })
  let seed = 0
  const join = (id: string): { readonly client: RegisteredClient; readonly sent: string[] } => {
    seed += 1
    const sent: string[] = []
    const open = () => {
      const line = server.open()
      return {
        ...line,
        send: (text: string) => {
          sent.push(text)
          line.send(text)
        },
      }
    }
    const client = createPresenceClient({
      transport: channel({ open }),
      user: { id, info: { name: id } },
      environment: createTestEnvironment({ clock, random: createTestRandom(seed) }),
    })
    endings.push(() => client.dispose())
    return { client, sent }
  }
  const settle = (ms = 0): Promise<void> => act(() => clock.advanceAsync(ms))
  endings.push(() => server.dispose())
  return { clock, server, join, settle }
}

const LOCATION = {
  type: 'document',
  documentId: 'doc',
  path: ['title'],
  lastActiveAt: '2026-01-01T00:00:00.000Z',
} as const

const Everything = () => {
  useReportPresence(LOCATION)
  const { typers } = useTyping()
  const friend = useUserPresence('bo')
  return (
    <p>
      {useOthers().length} {typers.length} {friend?.status}
    </p>
  )
}

const inRoom = (client: RegisteredClient, children: ReactNode): ReactNode => (
  <PresenceProvider client={client} locale="en" timeZone="UTC">
    <PresenceRoom id="room">{children}</PresenceRoom>
  </PresenceProvider>
)

async function sentBy(wrap: (page: ReactNode) => ReactNode, link: 'opening' | 'up'): Promise<readonly string[]> {
  const { join, settle } = createWorld()
  const { client, sent } = join('ada')
  if (link === 'up') await settle(1_000)
  const { unmount } = render(wrap(inRoom(client, <Everything />)))
  await settle(5_000)
  unmount()
  await settle(5_000)
  return sent
}

test.each(['opening', 'up'] as const)(
  'INV-48: under StrictMode, link %s, the server is told the very same',
  async (link) => {
    const once = await sentBy((page) => page, link)
    const twice = await sentBy((page) => <StrictMode>{page}</StrictMode>, link)
    expect(once.join('\n')).toMatch(/"rollCall"/)
    expect(twice).toEqual(once)
  },
)

test('INV-48: a changed key tells the server nothing', async () => {
  const { join, settle } = createWorld()
  const { client, sent } = join('ada')
  const { rerender } = render(<div key="a">{inRoom(client, <Everything />)}</div>)
  await settle(5_000)
  const before = sent.length
  rerender(<div key="b">{inRoom(client, <Everything />)}</div>)
  await settle(1_000)
  expect(sent.slice(before)).toEqual([])
})

test('one of 100 members changes: one row renders, whether rows read by id or are mapped (B1)', async () => {
  const people = Array.from({ length: 100 }, (_, index) => `user-${index}`)
  const renders = createRenderCounts()
  const ById = memo(({ userId }: { readonly userId: string }) => (
    <renders.Probe id="by id">
      <ByIdInner userId={userId} />
    </renders.Probe>
  ))
  const ByIdInner = ({ userId }: { readonly userId: string }) => (
    <i>{String(useMember(userId, (member) => member?.presence['color']))}</i>
  )
  const colorOf = (member: PresenceMember): unknown => member.presence['color']
  const Mapped = memo(({ pair: [userId, color] }: { readonly pair: readonly [string, unknown] }) => (
    <renders.Probe id="mapped">
      <b title={userId}>{String(color)}</b>
    </renders.Probe>
  ))
  const MappedList = () => useOthersMapped(colorOf).map((pair) => <Mapped key={pair[0]} pair={pair} />)
  const { join, settle } = createWorld()
  // They look at nothing themselves, which spares the test 100 pictures of the room.
  const rooms = people.map((id) => join(id).client.room('room', { subscribe: false }))
  const { client } = join('ada')
  await settle(1_000)
  render(
    inRoom(
      client,
      <>
        {people.map((userId) => (
          <ById key={userId} userId={userId} />
        ))}
        <MappedList />
      </>,
    ),
  )
  await settle(1_000)
  expect(screen.getByTitle('user-41')).toHaveTextContent('undefined')
  renders.reset()
  void rooms[41]?.update({ color: 'red' })
  await settle(1_000)
  expect(screen.getByTitle('user-41')).toHaveTextContent('red')
  expect([renders.of('by id'), renders.of('mapped')]).toEqual([1, 1])
})

test('useUserPresence: anybody anywhere, one or many; the list may be written inline', async () => {
  const { join, settle } = createWorld()
  const { client } = join('ada')
  const renders = createRenderCounts()
  const One = () => <p>bo is {useUserPresence('bo')?.status ?? 'unknown'}</p>
  const Many = () => (
    <ul>
      {Array.from(useUserPresence(['bo', 'cy']), ([id, { status }]) => (
        <li key={id}>{status}</li>
      ))}
    </ul>
  )
  render(
    <PresenceProvider client={client}>
      <One />
      <renders.Probe id="many">
        <Many />
      </renders.Probe>
    </PresenceProvider>,
  )
  await settle(1_000)
  const bo = join('bo')
  await settle(1_000)
  expect(screen.getByText('bo is online')).toBeInTheDocument()
  void bo.client.setStatus('busy')
  await settle(3_000)
  expect(screen.getByText('bo is busy')).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('busy')
  renders.reset()
  join('di')
  await settle(1_000)
  expect(renders.of('many')).toBe(0)
})

test('useLastSeen outside of a room follows, and tells when they went', async () => {
  const { join, settle } = createWorld()
  const { client } = join('ada')
  const bo = join('bo')
  const Seen = () => <p>{useLastSeen('bo').text}</p>
  render(
    <PresenceProvider client={client} locale="en" timeZone="UTC">
      <Seen />
    </PresenceProvider>,
  )
  await settle(1_000)
  expect(screen.getByText('Online')).toBeInTheDocument()
  bo.client.dispose()
  await settle(5_000)
  expect(screen.getByText('just now')).toBeInTheDocument()
  await settle(120_000)
  expect(screen.getByText('2 minutes ago')).toBeInTheDocument()
})

test('a cut connection that returns within a minute renders nothing at the others (INV-37)', async () => {
  const { join, settle, server } = createWorld()
  const { client } = join('ada')
  const bo = join('bo')
  bo.client.room('room')
  const renders = createRenderCounts()
  const Names = () => <p>{useOthers((others) => others.map(({ userId }) => userId).join(' '))}</p>
  render(inRoom(client, <renders.Probe id="names">{<Names />}</renders.Probe>))
  await settle(1_000)
  expect(screen.getByText('bo')).toBeInTheDocument()
  renders.reset()
  server.cut(server.connections().find(({ userId }) => userId === 'bo')?.sessionId ?? '')
  await settle(30_000)
  expect(bo.client.connection.getCurrent().state).toBe('connected')
  expect(renders.of('names')).toBe(0)
})

test('our own outage is stale, not empty, and heals to ready', async () => {
  const { join, settle, server } = createWorld()
  const { client } = join('ada')
  join('bo').client.room('room')
  const Show = () => {
    const { status, others } = usePresence()
    return (
      <p>
        {status} {others.length}
      </p>
    )
  }
  render(inRoom(client, <Show />))
  expect(screen.getByText('loading 0')).toBeInTheDocument()
  await settle(1_000)
  expect(screen.getByText('ready 1')).toBeInTheDocument()
  server.goDown()
  await settle(2_000)
  expect(screen.getByText('stale 1')).toBeInTheDocument()
  server.comeUp()
  await settle(30_000)
  expect(screen.getByText('ready 1')).toBeInTheDocument()
})

test('after the page and the client are gone, no timer of theirs is left', async () => {
  const { join, settle, clock, server } = createWorld()
  const { client } = join('ada')
  const { unmount } = render(inRoom(client, <Everything />))
  await settle(5_000)
  unmount()
  await settle(1_000)
  client.dispose()
  server.dispose()
  await settle()
  expect(clock.pending()).toBe(0)
})

test('a room that refuses us is an error of that room, and of no other', async () => {
  const { join, settle } = createWorld({ authorizeRoom: (_viewer, room) => room !== 'secret' })
  const { client } = join('ada')
  const State = ({ of }: { readonly of: string }) => {
    const { status, error } = usePresence()
    return <p>{`${of}: ${status} ${error?.code ?? ''}`.trim()}</p>
  }
  render(
    <PresenceProvider client={client}>
      <PresenceRoom id="secret">
        <State of="secret" />
      </PresenceRoom>
      <PresenceRoom id="hall">
        <State of="hall" />
      </PresenceRoom>
    </PresenceProvider>,
  )
  await settle(5_000)
  expect(screen.getByText('secret: error forbidden')).toBeInTheDocument()
  expect(screen.getByText('hall: ready')).toBeInTheDocument()
})
