/** The wire has whole milliseconds; the monotonic clock of a browser has fractions. */
import { expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestServer, createTestWelcome } from '../testing/testServer.ts'
import { channel } from '../transport/channelTransport.ts'
import { memory } from '../transport/memoryTransport.ts'
import type { TransportFactory } from '../transport/transport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

const FRACTION = /\d\.\d/

function createScene() {
  const network = createTestNetwork()
  const { clock } = network
  const environment = createTestEnvironment({ clock: { ...clock, now: () => clock.now() + 0.123 } })
  const texts: string[] = []
  /** Everything that a client says of time, at instants between two milliseconds. */
  const live = (transport: TransportFactory, welcome: () => void): void => {
    const client = createPresenceClient({ transport, user: { id: 'ada', info: {} }, environment, awayAfter: 60_000.5 })
    clock.advance(0.4)
    welcome()
    const room = client.room('room', { initialPresence: { x: 1 } })
    clock.advance(333.3)
    environment.input()
    clock.advance(333.7)
    void room.update({ x: 2 })
    room.typing.keystroke()
    void client.setActivity({ activity: 'Reading' })
    void client.setStatus('busy', { expiresAt: clock.wall() + 1_000.5 })
    clock.advance(2_345.6)
    void room.rollCall()
    void client.setStatus('auto')
    clock.advance(70_000.7)
    void room.leave()
    clock.advance(10.1)
    void room.enter()
    clock.advance(10.1)
    client.dispose()
    clock.advance(10.1)
  }
  return { network, clock, texts, live }
}

const typesOf = (texts: readonly string[]): ReadonlySet<unknown> =>
  new Set(texts.flatMap((text) => [JSON.parse(text)].flat()).map((frame: { readonly t: string }) => frame.t))

test('to other tabs only whole numbers are said', () => {
  const { network, live, texts } = createScene()
  network.join({ hear: (text) => texts.push(text), linkChanged: () => {} })
  live(memory(network), () => {})
  expect(typesOf(texts)).toEqual(new Set(['rollCall', 'state', 'typing', 'disconnect']))
  expect(texts.filter((text) => FRACTION.test(text))).toEqual([])
})

test('to a server only whole numbers are said', () => {
  const { network, clock, live, texts } = createScene()
  const server = createTestServer(network)
  const open = (): ReturnType<typeof server.dial> => {
    const end = server.dial()
    return {
      ...end,
      send: (text) => {
        texts.push(text)
        end.send(text)
      },
    }
  }
  live(channel({ open }), () => {
    server.end().say(createTestWelcome({ at: 1_000, heartbeatMs: 200_000, timeoutMs: 200_000 }))
    clock.advance(0.4)
  })
  expect([...typesOf(texts)]).toEqual(
    expect.arrayContaining(['hello', 'state', 'patch', 'typing', 'statusUpdate', 'rollCall', 'disconnect']),
  )
  expect(texts.filter((text) => FRACTION.test(text))).toEqual([])
})
