/** What a page can tell of a link that is back, over the server itself. */
import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  ConnectionStatus,
  PresenceIndicator,
  PresenceProvider,
  PresenceRoom,
  useConnection,
  useUpdateMyPresence,
} from '../../index.ts'

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

const Link = () => <output>{useConnection(({ state, recovery = 'new' }) => `${state} ${recovery}`)}</output>
const Change = () => {
  const update = useUpdateMyPresence()
  return (
    <button type="button" onClick={() => void update({ color: 'red' })}>
      Change
    </button>
  )
}

async function renderOverServer(rules: Parameters<typeof createLocalServer>[0] = {}) {
  const clock = createTestClock({ wall: Date.UTC(2026, 0, 1) })
  const server = createLocalServer({ ...rules, clock, random: createTestRandom(1) })
  const client = createPresenceClient({
    transport: channel({ open: () => server.open() }),
    user: { id: 'ada', info: { name: 'Ada' } },
    environment: createTestEnvironment({ clock, random: createTestRandom(2) }),
  })
  endings.push(() => {
    client.dispose()
    server.dispose()
  })
  const advance = async (ms: number): Promise<void> => {
    // React 18 renders once an act has ended: what is timed from a rendering begins before the time passes.
    await act(() => clock.advanceAsync(0))
    await act(() => clock.advanceAsync(ms))
  }
  render(
    <PresenceProvider client={client} locale="en" timeZone="UTC">
      <PresenceRoom id="room">
        <Link />
        <ConnectionStatus data-testid="link" details restoredFor={3_000} />
        <Change />
        <PresenceIndicator userId="ada" data-testid="ada" />
      </PresenceRoom>
    </PresenceProvider>,
  )
  await advance(2_000)
  /** Without a server for so long; then until the client has come back. */
  const interrupt = async (ms: number): Promise<void> => {
    act(() => server.goDown())
    await advance(ms)
    server.comeUp()
    act(() => client.retry())
    await advance(100)
  }
  return { server, advance, interrupt, link: () => screen.getByTestId('link') }
}

test('the first connection has nothing to recover', async () => {
  const { link } = await renderOverServer()
  expect(screen.getByText('connected new')).toBeInTheDocument()
  expect(link()).toHaveAttribute('data-state', 'connected')
})

test('back within the window the session is resumed: nothing was missed', async () => {
  const { interrupt, advance, link } = await renderOverServer()
  await interrupt(20_000)
  expect(screen.getByText('connected resumed')).toBeInTheDocument()
  expect(link()).toHaveAttribute('data-state', 'resumed')
  expect(link()).toHaveTextContent('Back – nothing missed')
  await advance(4_000)
  expect(link()).toHaveAttribute('data-state', 'connected')
  expect(screen.getByText('connected resumed')).toBeInTheDocument()
})

test('back after the window it is a new session: everything was asked for again', async () => {
  const { interrupt, link } = await renderOverServer()
  await interrupt(120_000)
  expect(screen.getByText('connected resynced')).toBeInTheDocument()
  expect(link()).toHaveAttribute('data-state', 'resynced')
  expect(link()).toHaveTextContent('Back – refreshed')
})

test('what is said meanwhile is counted until it has gone out', async () => {
  const { server, advance, link } = await renderOverServer()
  act(() => server.goDown())
  await advance(5_000)
  act(() => screen.getByRole('button', { name: 'Change' }).click())
  act(() => screen.getByRole('button', { name: 'Change' }).click())
  expect(link()).toHaveTextContent('2 changes waiting')
  server.comeUp()
  await advance(40_000)
  expect(link()).not.toHaveTextContent('waiting')
})

test('a room that refuses us has failed, whatever the link; another try asks it again', async () => {
  let isOpen = false
  const { advance, link } = await renderOverServer({ authorizeRoom: () => isOpen })
  expect(screen.getByText('connected new')).toBeInTheDocument()
  expect(link()).toHaveAttribute('data-state', 'failed')
  expect(link()).toHaveAttribute('data-reason', 'forbidden')
  expect(screen.getByRole('img', { name: 'Unknown' })).toHaveAttribute('title', 'You have no access here')
  isOpen = true
  // So long a server remembers what it has decided.
  await advance(61_000)
  act(() => screen.getByRole('button', { name: 'Try again' }).click())
  await advance(1_000)
  expect(link()).toHaveAttribute('data-state', 'connected')
  expect(screen.getByRole('img', { name: 'Online' })).not.toHaveAttribute('title')
})
