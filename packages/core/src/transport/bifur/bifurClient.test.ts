import { filter, firstValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPresenceClient } from '../../client/createPresenceClient.ts'
import { getPresenceLocations } from '../../client/getPresenceLocations.ts'
import { reportPresence } from '../../client/reportPresence.ts'
import { createTestClock, createTestEnvironment, createTestRandom, type TestClock } from '../../testing/index.ts'
import { createBifurTopic, type BifurTopic } from './bifurTopic.contract.ts'
import { createBifurTransport } from './bifurTransport.ts'
import { startBifurWire, type BifurWire } from './bifurWire.contract.ts'
import { localBifurSocket } from './localBifurSocket.contract.ts'

const at = (documentId: string) =>
  ({ type: 'document', documentId, path: ['title'], lastActiveAt: '2026-01-01T00:00:00.000Z' }) as const

describe('two clients over the real client and a WebSocket', () => {
  let wire: BifurWire
  beforeEach(async () => {
    wire = await startBifurWire()
  })
  afterEach(() => wire.stop())

  it('see where the other is, as Studios would', async () => {
    const clients = ['ada', 'bob'].map((token, index) => {
      const clock = createTestClock()
      const environment = createTestEnvironment({ clock, random: createTestRandom(index + 1) })
      const transport = createBifurTransport({ url: wire.url, token })
      const client = createPresenceClient({ transport, user: { id: 'claimed', info: { name: token } }, environment })
      return { client, clock, room: client.room('dataset') }
    })
    for (const { clock } of clients) clock.runDeferred()
    const [ada, bob] = clients
    if (ada === undefined || bob === undefined) throw new Error('unreachable; two were made')
    reportPresence(ada.room, [at('movie')])
    reportPresence(bob.room, [at('song'), at('album')])
    const seesBoth = (room: typeof ada.room) =>
      firstValueFrom(
        getPresenceLocations(room).observable.pipe(
          filter((entries) => entries.length === 2 && entries.every(({ locations }) => locations.length > 0)),
        ),
      )
    const expected = new Map([
      ['ada', [at('movie')]],
      ['bob', [at('song'), at('album')]],
    ])
    for (const { room } of clients) {
      const entries = await seesBoth(room)
      expect(new Map(entries.map(({ user, locations }) => [user.id, locations]))).toEqual(expected)
    }
    // Who they are is what the server stamped, not what they claim.
    expect(ada.room.others.getCurrent().map(({ userId }) => userId)).toEqual(['bob'])
    const left = firstValueFrom(ada.room.others.observable.pipe(filter((others) => others.length === 0)))
    bob.client.dispose()
    await left
    ada.client.dispose()
  })
})

describe('a room over Bifur', () => {
  let clock: TestClock
  let topic: BifurTopic
  beforeEach(() => {
    clock = createTestClock()
    topic = createBifurTopic()
  })
  const join = (token: string, seed: number) => {
    const client = createPresenceClient({
      transport: createBifurTransport({ url: 'wss://bifur.test', token, WebSocket: localBifurSocket(topic, clock) }),
      user: { id: token, info: {} },
      environment: createTestEnvironment({ clock, random: createTestRandom(seed) }),
    })
    const room = client.room('dataset', { initialPresence: { colour: token } })
    const events: string[] = []
    room.events.subscribe(({ type, member, reason }) => events.push(`${type} ${member.userId} ${reason ?? ''}`.trim()))
    return { client, room, events }
  }

  it('loses its socket and gets another, and nobody who stayed is told of anything (INV-15)', async () => {
    const ada = join('ada', 1)
    const bob = join('bob', 2)
    await clock.advanceAsync(1_000)
    expect(ada.room.others.getCurrent()).toMatchObject([{ userId: 'bob', presence: { colour: 'bob' } }])
    const told = [...ada.events, ...bob.events]
    topic.sockets[0]?.kill()
    expect(ada.client.connection.getCurrent().state).toBe('reconnecting')
    expect(ada.room.others.getCurrent()).toHaveLength(1)
    await clock.advanceAsync(20_000)
    expect(ada.client.connection.getCurrent().state).toBe('connected')
    expect([...ada.events, ...bob.events]).toEqual(told)
    expect(ada.room.self.getCurrent()?.sessions).toHaveLength(1)
    expect(bob.room.others.getCurrent()[0]?.sessions).toHaveLength(1)
  })

  it('keeps a peer whose socket dies unsaid until it has been silent for 90 s (INV-5)', async () => {
    const ada = join('ada', 1)
    const bob = join('bob', 2)
    await clock.advanceAsync(1_000)
    // It cannot come back, and Bifur tells nobody.
    topic.misbehave('authorization', { code: 4001, message: 'gone' })
    topic.sockets[1]?.kill()
    await clock.advanceAsync(80_000)
    expect(ada.room.others.getCurrent()).toHaveLength(1)
    await clock.advanceAsync(45_000)
    expect(ada.room.others.getCurrent()).toEqual([])
    expect(ada.events.at(-1)).toBe('leave bob timeout')
    bob.client.dispose()
  })

  it('objects to a goodbye that somebody else says in its name (INV-14)', async () => {
    const ada = join('ada', 1)
    const bob = join('bob', 2)
    await clock.advanceAsync(1_000)
    const session = ada.room.self.getCurrent()?.sessions[0]?.sessionId
    topic.publish({ type: 'disconnect', i: 'mallory', m: { session } })
    await clock.advanceAsync(100)
    expect(bob.room.others.getCurrent()).toMatchObject([{ userId: 'ada' }])
    expect(bob.events.slice(-2)).toEqual(['leave ada left', 'enter ada'])
  })

  it('sees a Studio come, rest without flapping, and go', async () => {
    const ada = join('ada', 1)
    await clock.advanceAsync(1_000)
    const say = () => topic.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: [at('movie')] } })
    for (let beat = 0; beat < 10; beat += 1) {
      say()
      await clock.advanceAsync(30_000)
    }
    topic.publish({ type: 'disconnect', i: 'studio', m: { session: 's1' } })
    await clock.advanceAsync(100)
    // Ada herself has gone away meanwhile.
    expect(ada.events.filter((event) => event.includes('studio'))).toEqual(['enter studio', 'leave studio left'])
  })

  it('answers the roll call of a Studio with one announcement', async () => {
    join('ada', 1)
    await clock.advanceAsync(1_000)
    const announced = () => topic.sockets[0]?.requests.filter(({ method }) => method === 'presence_announce').length
    const before = announced() ?? 0
    topic.publish({ type: 'rollCall', i: 'studio', session: 's1' })
    await clock.advanceAsync(100)
    expect(announced()).toBe(before + 1)
  })
})
