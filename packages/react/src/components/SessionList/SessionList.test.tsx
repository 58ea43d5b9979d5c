/** Sessions over the server itself: who they are, and how an app ends one. */
import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { PresenceProvider } from '../../context/PresenceProvider.tsx'
import { PresenceRoom } from '../../context/PresenceRoom.tsx'
import type { RegisteredClient, RegisteredPresence } from '../../context/register.ts'
import { createRenderCounts } from '../../testing/index.ts'
import { SessionList, type SessionListProps } from './SessionList.tsx'

const MINUTE = 60_000
const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

type Props = (server: ReturnType<typeof createLocalServer>) => SessionListProps

/** What browsers report where no close frame came. */
const ABNORMAL_CLOSE = 1006

/** `phone`: whether my phone can be reached by the time that this page opens. */
async function setup(props: Props = () => ({}), phone: 'here' | 'away' = 'here') {
  const clock = createTestClock({ wall: Date.UTC(2026, 2, 18, 13) })
  const server = createLocalServer({ clock, random: createTestRandom(99) })
  let seed = 0
  let isPhoneAway = false
  const dial = () => {
    const line = server.open()
    if (isPhoneAway) line.close(ABNORMAL_CLOSE)
    return line
  }
  const open = (id: string, way: () => ReturnType<typeof dial> = server.open): RegisteredClient => {
    seed += 1
    const environment = createTestEnvironment({ clock, random: createTestRandom(seed) })
    const user = { id, info: {} }
    const client = createPresenceClient({
      transport: channel({ open: way }),
      user,
      environment,
      awayAfter: null,
    })
    endings.push(() => client.dispose())
    return client
  }
  const enter = (id: string, initialPresence: RegisteredPresence = {}) => open(id).room('room', { initialPresence })
  const settle = (ms = 0): Promise<void> => act(() => clock.advanceAsync(ms))
  open('ada', dial).room('room', { initialPresence: { device: 'phone' } })
  enter('bo')
  await settle(5 * MINUTE)
  if (phone === 'away') {
    isPhoneAway = true
    for (const { sessionId, userId } of server.connections()) if (userId === 'ada') server.cut(sessionId)
    await settle(10_000)
  }
  const renders = createRenderCounts()
  render(
    <PresenceProvider client={open('ada')} locale="en" timeZone="UTC">
      <PresenceRoom id="room" initialPresence={{ device: 'Firefox on Linux' }}>
        <renders.Probe id="list">
          <SessionList {...props(server)} />
        </renders.Probe>
      </PresenceRoom>
    </PresenceProvider>,
  )
  await settle(1_000)
  endings.push(() => server.dispose())
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)
  return { server, enter, settle, rows, renders }
}

test('mine: this browser and the others, in order of entering, and since when, which keeps true', async () => {
  const { rows, settle, enter } = await setup()
  expect(rows()).toEqual(['PhoneOpened 5 minutes ago', 'This browserFirefox on Linux · Opened just now'])
  enter('ada')
  await settle(2 * MINUTE)
  expect(rows()).toEqual([
    'PhoneOpened 7 minutes ago',
    'This browserFirefox on Linux · Opened 2 minutes ago',
    'Session 3Opened 2 minutes ago',
  ])
})

test('one whose connection is away is awaited, and gone after a minute', async () => {
  const { rows, settle } = await setup(() => ({}), 'away')
  expect(rows()).toEqual(['PhoneReconnecting…', 'This browserFirefox on Linux · Opened just now'])
  await settle(MINUTE)
  expect(rows()).toEqual(['This browserFirefox on Linux · Opened 1 minute ago'])
})

test('somebody else’s, and nobody’s once they are gone', async () => {
  const { rows } = await setup(() => ({ userId: 'bo' }))
  expect(rows()).toEqual(['Session 1Opened 5 minutes ago'])
})

test('of somebody unknown there are none', async () => {
  const { rows } = await setup(() => ({ userId: 'nobody' }))
  expect(rows()).toEqual(['0 sessions'])
})

test('an app ends a session by its server, and the row goes', async () => {
  const { rows, settle } = await setup((server) => ({ onEnd: (sessionId) => server.hub.kick(sessionId) }))
  const button = screen.getByRole('button', { name: 'End Phone' })
  await userEvent.setup().click(button)
  await settle(1_000)
  expect(rows()).toEqual(['This browserFirefox on Linux · Opened just now'])
  expect(screen.queryByRole('button')).toBeNull()
})

test('what others do in the room renders nothing of it', async () => {
  const { enter, settle, renders } = await setup()
  renders.reset()
  const cy = enter('cy')
  await settle(1_000)
  void cy.update({ x: 1 })
  await settle(1_000)
  expect(renders.of('list')).toBe(0)
})

test('an app may name them in its own way', async () => {
  const { rows } = await setup(() => ({ describe: () => 'Tab' }))
  expect(rows()[0]).toBe('TabOpened 5 minutes ago')
})
