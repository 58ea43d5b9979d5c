import { act, render, screen } from '@testing-library/react'
import { createTestClock, createTestNetwork, type TestNetwork } from '@rollcall/core/testing'
import * as React from 'react'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import {
  PresenceProvider,
  PresenceRoom,
  useLocations,
  useMyPresence,
  useOthers,
  useReportPresence,
  useSelf,
  useTyping,
} from '../index.ts'
import { openStageTab, type StageTab } from '../testing/stagePerson.ts'

const LOCATION = {
  type: 'document',
  documentId: 'doc',
  path: ['title'],
  lastActiveAt: '2026-01-01T00:00:00.000Z',
} as const

interface World {
  readonly network: TestNetwork
  readonly tab: StageTab
  settle(ms?: number): Promise<void>
}

const opened: World[] = []
afterEach(() => {
  for (const { tab } of opened.splice(0)) tab.client.dispose()
})

function createWorld(): World {
  const network = createTestNetwork({ clock: createTestClock() })
  const tab = openStageTab(network, { id: 'ada' }, 'ada')
  const settle = (ms = 0): Promise<void> => act(() => network.clock.advanceAsync(ms))
  const world = { network, tab, settle }
  opened.push(world)
  return world
}

/** Reads, reports and types: everything that holds the room. */
const Everything = () => {
  useOthers()
  useSelf()
  useLocations()
  useReportPresence(LOCATION)
  const { inputProps } = useTyping()
  return <input {...inputProps} />
}

const inRoom = ({ tab }: World, children: ReactNode, id = 'room'): ReactNode => (
  <PresenceProvider client={tab.client} locale="en" timeZone="UTC">
    <PresenceRoom id={id} initialPresence={{ color: 'red' }}>
      {children}
    </PresenceRoom>
  </PresenceProvider>
)

/** What a life of mounting and unmounting puts on the network, by type of frame; mounted before the link is up, or after. */
async function framesOf(
  wrap: (children: ReactNode) => ReactNode,
  link: 'opening' | 'up' = 'opening',
): Promise<ReadonlyMap<string, number>> {
  const world = createWorld()
  if (link === 'up') await world.settle(5_000)
  const { unmount } = render(wrap(inRoom(world, <Everything />)))
  await world.settle(5_000)
  unmount()
  await world.settle(5_000)
  return world.network.countFrames().byType
}

test.each(['opening', 'up'] as const)(
  'INV-48: mounting twice under StrictMode, link %s, says nothing extra',
  async (link) => {
    const once = await framesOf((children) => children, link)
    const twice = await framesOf((children) => <StrictMode>{children}</StrictMode>, link)
    expect(once.get('state')).toBeGreaterThan(0)
    expect(once.get('disconnect')).toBe(1)
    expect(twice).toEqual(once)
  },
)

test('INV-48: a changed key, a remount in the same turn, puts nothing on the wire', async () => {
  const world = createWorld()
  const { rerender } = render(<div key="a">{inRoom(world, <Everything />)}</div>)
  await world.settle(5_000)
  const before = world.network.countFrames().total
  rerender(<div key="b">{inRoom(world, <Everything />)}</div>)
  await world.settle(5_000)
  expect(world.network.countFrames().total).toBe(before)
})

test('two routes that show the same room hand it over without a word', async () => {
  const world = createWorld()
  const First = () => <main>{inRoom(world, <Everything />)}</main>
  const Second = () => <section>{inRoom(world, <Everything />)}</section>
  const { rerender } = render(<First />)
  await world.settle(5_000)
  const before = world.network.countFrames().total
  rerender(<Second />)
  await world.settle(5_000)
  expect(world.network.countFrames().total).toBe(before)
})

test('another id is another room: the old one is left, the new one entered', async () => {
  const world = createWorld()
  const { rerender } = render(inRoom(world, <Everything />, 'one'))
  await world.settle(5_000)
  const before = world.network.countFrames().byType.get('disconnect') ?? 0
  rerender(inRoom(world, <Everything />, 'two'))
  await world.settle(5_000)
  expect(world.network.countFrames().byType.get('disconnect')).toBe(before + 1)
})

test('unmounting leaves no timer and, by the room, no word after goodbye', async () => {
  const world = createWorld()
  const { unmount } = render(inRoom(world, <Everything />))
  await world.settle(5_000)
  unmount()
  await world.settle()
  const { total } = world.network.countFrames()
  await world.settle(300_000)
  expect(world.network.countFrames().total).toBe(total)
  world.tab.client.dispose()
  expect(world.network.clock.pending()).toBe(0)
})

test('INV-17: a room that is only looked at says nothing of anybody', async () => {
  const world = createWorld()
  render(
    <PresenceProvider client={world.tab.client}>
      <PresenceRoom id="room" visible={false}>
        <ReadOnly />
      </PresenceRoom>
    </PresenceProvider>,
  )
  await world.settle(100_000)
  const { byType } = world.network.countFrames()
  expect([byType.get('state'), byType.get('disconnect'), byType.get('typing')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

const ReadOnly = () => {
  const { typers } = useTyping()
  return (
    <p>
      {useOthers().length} others, {typers.length} typing
    </p>
  )
}

test('rendering on a server needs no connection, opens nothing and says what there is before one', () => {
  const world = createWorld()
  const Page = () => {
    const [presence] = useMyPresence()
    return (
      <p>
        {String(presence['color'])} among {useOthers().length}
      </p>
    )
  }
  const html = renderToString(inRoom(world, <Page />))
  expect(html.replaceAll('<!-- -->', '')).toBe('<p>red among 0</p>')
  expect(world.network.countFrames().total).toBe(0)
})

test('a child that suspends and comes back puts nothing extra on the wire', async () => {
  let finish = (): void => {}
  const ready = new Promise<void>((resolve) => {
    finish = resolve
  })
  let isReady = false
  const Lazy = () => {
    // How every version of React is told to wait.
    // oxlint-disable-next-line typescript/only-throw-error -- Suspense's own protocol
    if (!isReady) throw ready
    return <Everything />
  }
  const world = createWorld()
  render(inRoom(world, <React.Suspense fallback={<p>wait</p>}>{<Lazy />}</React.Suspense>))
  await world.settle(5_000)
  expect(screen.getByText('wait')).toBeInTheDocument()
  isReady = true
  await act(async () => finish())
  await world.settle(5_000)
  expect(screen.getByRole('textbox')).toBeInTheDocument()
  const plain = await framesOf((children) => children)
  expect(world.network.countFrames().byType.get('rollCall')).toBe(plain.get('rollCall'))
})

test.runIf('Activity' in React)('hidden by <Activity> it leaves, shown again it is back', async () => {
  const world = createWorld()
  const page = (mode: 'visible' | 'hidden') => (
    <React.Activity mode={mode}>{inRoom(world, <Everything />)}</React.Activity>
  )
  const { rerender } = render(page('visible'))
  await world.settle(5_000)
  const count = (type: string): number => world.network.countFrames().byType.get(type) ?? 0
  expect(count('disconnect')).toBe(0)
  rerender(page('hidden'))
  await world.settle(5_000)
  expect(count('disconnect')).toBe(1)
  const before = count('state')
  rerender(page('visible'))
  await world.settle(5_000)
  expect(count('state')).toBeGreaterThan(before)
  expect(count('disconnect')).toBe(1)
})
