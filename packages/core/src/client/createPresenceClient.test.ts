import { describe, expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

interface Presence {
  readonly cursor?: number
  readonly note?: string | null
}
interface UserInfo {
  readonly name: string
}

function createParties() {
  const network = createTestNetwork()
  let seed = 0
  const join = (name: string, userId = name) => {
    seed += 1
    const environment = createTestEnvironment({
      clock: network.clockOf(name),
      random: createTestRandom(seed),
    })
    const client = createPresenceClient<Presence, UserInfo>({
      transport: memory(network.party(name)),
      user: { id: userId, info: { name: userId } },
      environment,
    })
    return { client, environment }
  }
  return { network, join, clock: network.clock }
}

describe('two clients over a memory network', () => {
  test('see each other enter, change, type and leave', () => {
    const { join, clock } = createParties()
    const alice = join('alice').client.room('lobby', { initialPresence: { cursor: 1 } })
    clock.advance(1_000)
    const bobClient = join('bob').client
    const bob = bobClient.room('lobby')
    const heard: string[] = []
    alice.events.subscribe((event) => heard.push(`${event.type} ${event.member.userId}`))
    clock.advance(1_000)

    expect(alice.others.getCurrent().map((member) => member.userId)).toEqual(['bob'])
    expect(bob.others.getCurrent().map((member) => [member.userId, member.presence, member.info])).toEqual([
      ['alice', { cursor: 1 }, { name: 'alice' }],
    ])
    expect(bob.members.getCurrent().map((member) => member.userId)).toEqual(['alice', 'bob'])
    expect(bob.synced.getCurrent()).toBe(true)

    void bob.update({ cursor: 7 })
    clock.advance(10)
    expect(alice.member('bob').getCurrent()?.presence).toEqual({ cursor: 7 })

    bob.typing.keystroke()
    clock.advance(10)
    expect(
      alice.typing
        .typers()
        .getCurrent()
        .map((member) => member.userId),
    ).toEqual(['bob'])
    expect(bob.typing.typers().getCurrent()).toEqual([])
    clock.advance(6_000)
    expect(alice.typing.typers().getCurrent()).toEqual([])

    void bob.leave()
    clock.advance(10)
    expect(alice.others.getCurrent()).toEqual([])
    expect(alice.departed.getCurrent().map(({ userId, status }) => [userId, status])).toEqual([['bob', 'offline']])
    expect(heard).toEqual(['enter bob', 'update bob', 'typing bob', 'typing bob', 'leave bob'])
    bobClient.dispose()
  })

  test('INV-18 a room given back and taken again is entered above what was said in it before', () => {
    const { join, clock } = createParties()
    const alice = join('alice').client.room('lobby', { visible: false })
    const bobs = join('bob').client
    for (const cursor of [1, 2, 3]) {
      const bob = bobs.room('lobby', { initialPresence: { cursor: 0 } })
      clock.advance(500)
      void bob.update({ cursor })
      clock.advance(500)
      expect(alice.others.getCurrent()).toMatchObject([{ userId: 'bob', presence: { cursor } }])
      bob.dispose()
      clock.advance(500)
      expect(alice.others.getCurrent()).toEqual([])
    }
  })

  test('an event has a reason only where a session ended: my own changes have none', () => {
    const { join, clock } = createParties()
    const { client } = join('alice')
    const room = client.room('lobby', { initialPresence: { cursor: 1 } })
    const heard: (readonly [string, string | undefined])[] = []
    room.events.subscribe(({ type, reason }) => heard.push([type, reason]))
    clock.advance(100)
    void room.update({ cursor: 2 })
    clock.advance(100)
    void room.leave()
    clock.advance(100)
    expect(heard).toEqual([
      ['enter', undefined],
      ['update', undefined],
      ['leave', 'left'],
    ])
  })

  test('a tab more of the same person is a session more of one member', () => {
    const { join, clock } = createParties()
    const alice = join('alice').client.room('lobby')
    join('bob-1', 'bob').client.room('lobby', { initialPresence: { cursor: 1 } })
    clock.advance(100)
    const second = join('bob-2', 'bob').client
    second.room('lobby', { initialPresence: { cursor: 2 } })
    const heard: string[] = []
    alice.events.subscribe((event) => heard.push(event.type))
    clock.advance(100)

    expect(alice.others.getCurrent()).toHaveLength(1)
    expect(alice.others.getCurrent()[0]?.sessions.map(({ presence }) => presence)).toEqual([
      { cursor: 1 },
      { cursor: 2 },
    ])
    second.dispose()
    clock.advance(100)
    expect(alice.others.getCurrent()[0]?.sessions).toHaveLength(1)
    expect(heard).toEqual(['update', 'update'])
  })

  test('invisible between tabs is being gone for others, and the truth for oneself', () => {
    const { join, clock } = createParties()
    const alice = join('alice').client.room('lobby')
    const { client } = join('bob')
    const bob = client.room('lobby')
    clock.advance(100)
    void client.setStatus('invisible')
    clock.advance(100)
    expect(alice.others.getCurrent()).toEqual([])
    expect(client.self.getCurrent().status).toBe('invisible')
    expect(bob.self.getCurrent()?.userId).toBe('bob')
    void client.setStatus('busy', { text: 'deep in it' })
    clock.advance(100)
    expect(alice.others.getCurrent().map(({ status, statusText }) => [status, statusText])).toEqual([
      ['busy', 'deep in it'],
    ])
  })

  test('after dispose no timer is left and nothing is said (INV-21)', () => {
    const { join, clock, network } = createParties()
    const alice = join('alice').client
    const bob = join('bob').client
    for (const client of [alice, bob]) {
      const room = client.room('lobby')
      clock.advance(100)
      room.typing.keystroke()
      void room.update({ cursor: 2 })
      void room.update({ cursor: 3 })
    }
    clock.advance(10)
    alice.dispose()
    bob.dispose()
    alice.dispose()
    clock.runDeferred()
    expect(clock.pending()).toBe(0)
    const said = network.countFrames()
    clock.advance(600_000)
    expect(network.countFrames()).toEqual(said)
  })
})
