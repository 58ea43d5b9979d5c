import { describe, expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestServer, createTestWelcome } from '../testing/testServer.ts'
import { channel } from '../transport/channelTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

function createScenario() {
  const network = createTestNetwork()
  const { clock } = network
  const server = createTestServer(network)
  const client = createPresenceClient({
    transport: channel({ open: () => server.dial() }),
    environment: createTestEnvironment({ clock }),
  })
  const welcome = (resumed: boolean): void => {
    // Past any wait.
    client.retry()
    clock.advance(0)
    server.end().say(createTestWelcome({ resumed }))
    clock.advance(0)
  }
  const cut = (): void => {
    server.end().channel.close(1006)
    clock.advance(0)
  }
  return { client, clock, server, welcome, cut, connection: () => client.connection.getCurrent() }
}

describe('what came of a connection that was away', () => {
  test('the first connection recovers nothing', () => {
    const { welcome, connection } = createScenario()
    welcome(false)
    expect(connection()).toEqual({ state: 'connected', attempt: 0, device: 'online' })
  })

  test.each([
    [true, 'resumed'],
    [false, 'resynced'],
  ])('a session that stands (%s) is told as %s, at once with `connected`', (resumed, recovery) => {
    const { client, welcome, cut, connection } = createScenario()
    welcome(false)
    cut()
    expect(connection()).not.toHaveProperty('recovery')
    const told: unknown[] = []
    client.connection.subscribe(() => told.push(connection()))
    welcome(resumed)
    expect(told.at(-1)).toEqual({ state: 'connected', attempt: 0, device: 'online', recovery })
    expect(told).not.toContainEqual({ state: 'connected', attempt: 0, device: 'online' })
  })

  test('each return is told for itself', () => {
    const { welcome, cut, connection } = createScenario()
    welcome(false)
    cut()
    welcome(true)
    cut()
    welcome(false)
    expect(connection().recovery).toBe('resynced')
  })
})

describe('calls that wait for a connection', () => {
  test('are counted until it is there', () => {
    const { client, welcome, cut, connection } = createScenario()
    const room = client.room('room')
    welcome(false)
    expect(connection()).not.toHaveProperty('queued')
    cut()
    void room.update({ color: 'red' })
    void room.update({ color: 'blue' })
    void client.setStatus('busy')
    expect(connection()).toMatchObject({ state: 'reconnecting', queued: 3 })
    welcome(true)
    expect(connection()).not.toHaveProperty('queued')
  })

  test('while connected nobody is told of them', () => {
    const { client, welcome } = createScenario()
    const room = client.room('room')
    welcome(false)
    let told = 0
    client.connection.subscribe(() => (told += 1))
    void room.update({ color: 'red' })
    expect(told).toBe(0)
  })

  test('what was on its way when the connection broke waits again', () => {
    const { client, clock, welcome, cut, connection } = createScenario()
    const room = client.room('room')
    welcome(false)
    void room.update({ color: 'red' })
    clock.advance(200)
    cut()
    expect(connection().queued).toBe(1)
  })

  test('a call that is refused meanwhile is not counted any more', async () => {
    const { client, connection } = createScenario()
    const gone = client.setStatus('busy')
    expect(connection().queued).toBe(1)
    client.dispose()
    await expect(gone).rejects.toMatchObject({ code: 'disposed' })
    expect(connection()).not.toHaveProperty('queued')
  })
})
