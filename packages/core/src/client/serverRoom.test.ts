import type { ClientFrame, StateFrame, WelcomeFrame } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestServer, createTestWelcome } from '../testing/testServer.ts'
import { channel } from '../transport/channelTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'
import type { PresenceClientOptions } from './presenceClient.ts'

const LATENCY_MS = 10
type Presence = Readonly<Record<string, unknown>>

function createScenario(options: Partial<PresenceClientOptions<Presence, Presence>> = {}) {
  const network = createTestNetwork({ latency: LATENCY_MS })
  const { clock } = network
  const environment = createTestEnvironment({ clock })
  const server = createTestServer(network)
  const refusals: string[] = []
  const client = createPresenceClient<Presence, Presence>({
    transport: channel({ open: () => server.dial() }),
    environment,
    logger: (error) => refusals.push(error.code),
    ...options,
  })
  const pass = (): void => clock.advance(LATENCY_MS)
  const connect = (welcome: Partial<WelcomeFrame> = {}): void => {
    clock.advance(LATENCY_MS)
    server.end().say(createTestWelcome(welcome))
    pass()
    pass()
  }
  /** What the client has said since the last time, without greetings and proofs of life. */
  const taken = new WeakMap<object, number>()
  const takeSaid = (): ClientFrame[] => {
    pass()
    const end = server.end()
    const from = taken.get(end) ?? 0
    taken.set(end, end.frames.length)
    return end.frames.slice(from).filter(({ type }) => !['hello', 'ping', 'pong'].includes(type))
  }
  const say: ReturnType<typeof createTestServer>['end'] extends () => infer End
    ? End extends { readonly say: infer Say }
      ? Say
      : never
    : never = (...frames) => {
    server.end().say(...frames)
    pass()
  }
  /** The socket goes without a word, and the client comes back. */
  const reconnect = (welcome: Partial<WelcomeFrame>): void => {
    server.end().channel.close(1001)
    pass()
    const before = server.ends.length
    for (let waited = 0; server.ends.length === before && waited < 60_000; waited += 100) clock.advance(100)
    connect({ resume: 'resume-2', ...welcome })
  }
  const ack = (frame: ClientFrame | undefined): void => {
    if (frame === undefined || !('request' in frame) || frame.request === undefined) throw new Error('nothing to ack')
    say({ type: 'ack', request: frame.request })
  }
  return { network, clock, environment, server, client, connect, reconnect, takeSaid, say, pass, ack, refusals }
}

const bob = (changes: Partial<StateFrame> = {}): StateFrame => ({
  type: 'state',
  room: 'r',
  sessionId: 'bob-1',
  userId: 'bob',
  seq: 1,
  info: { name: 'Bob' },
  status: 'online',
  presence: { at: 1 },
  idleMs: 0,
  enteredAt: 500,
  ...changes,
})
const synced = { type: 'synced', room: 'r', version: 1 } as const

const settled = async (promise: Promise<unknown>): Promise<string> => {
  let state = 'pending'
  promise.then(
    () => (state = 'resolved'),
    (error: { code?: string }) => (state = `rejected ${error.code ?? ''}`),
  )
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  return state
}

describe('a room over a server', () => {
  test('enters and calls the roll on the first connection, and is synced when the server says so', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { initialPresence: { cursor: 1 } })
    const heard: string[] = []
    room.events.subscribe(({ type, member }) => heard.push(`${type} ${member.userId}`))
    scenario.connect()
    expect(scenario.takeSaid()).toEqual([
      { type: 'state', room: 'r', seq: 1, request: 1, presence: { cursor: 1 }, idleMs: expect.any(Number) },
      { type: 'rollCall', room: 'r', request: 2 },
    ])
    expect(room.self.getCurrent()).toMatchObject({ userId: 'ada', info: { name: 'Ada' }, presence: { cursor: 1 } })
    expect(room.synced.getCurrent()).toBe(false)
    scenario.say(bob(), synced)
    expect(room.synced.getCurrent()).toBe(true)
    expect(room.others.getCurrent().map(({ userId }) => userId)).toEqual(['bob'])
    scenario.say(bob({ sessionId: 'carol-1', userId: 'carol' }))
    expect(heard).toEqual(['enter ada', 'present bob', 'enter carol'])
  })

  test('says changes as patches, and settles them with their ack', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { initialPresence: { a: 1, b: 1 } })
    scenario.connect()
    scenario.takeSaid()
    const first = room.update({ a: 2 })
    scenario.clock.runDeferred()
    const merged = room.update({ b: undefined, c: null })
    const [patch, ...more] = scenario.takeSaid()
    expect(patch).toMatchObject({ type: 'patch', seq: 2, presence: { a: 2 } })
    expect(more).toEqual([])
    expect(await settled(first)).toBe('pending')
    scenario.ack(patch)
    expect(await settled(first)).toBe('resolved')
    scenario.clock.advance(100)
    const [later] = scenario.takeSaid()
    expect(later).toMatchObject({ type: 'patch', seq: 3, presence: { c: null }, removed: ['b'] })
    expect(await settled(merged)).toBe('pending')
    scenario.ack(later)
    expect(await settled(merged)).toBe('resolved')
  })

  test('what is said while offline pends, and goes out with the next connection', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    const pending = room.update({ a: 1 })
    expect(await settled(pending)).toBe('pending')
    scenario.connect()
    const [state] = scenario.takeSaid()
    expect(state).toMatchObject({ type: 'state', presence: { a: 1 } })
    scenario.ack(state)
    expect(await settled(pending)).toBe('resolved')
  })

  test('INV-15 a resumed session says only what was not acked or has changed since', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    for (const frame of scenario.takeSaid()) if (frame.type === 'state') scenario.ack(frame)
    scenario.say(bob(), synced)
    const heard: string[] = []
    room.events.subscribe(({ type }) => heard.push(type))

    scenario.reconnect({ resumed: true })
    expect(scenario.takeSaid()).toEqual([])
    const unacked = room.update({ a: 1 })
    scenario.takeSaid()
    scenario.reconnect({ resumed: true })
    const [again, ...more] = scenario.takeSaid()
    expect(again).toMatchObject({ type: 'state', presence: { a: 1 } })
    expect(more).toEqual([])
    scenario.ack(again)
    expect(await settled(unacked)).toBe('resolved')
    expect(heard).toEqual(['update'])
  })

  test('INV-15 after a fresh session all is said again; unchanged members cause no event, vanished ones leave once', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { initialPresence: { a: 1 } })
    scenario.connect()
    scenario.takeSaid()
    scenario.say(bob(), bob({ sessionId: 'carol-1', userId: 'carol' }), synced)
    const heard: string[] = []
    room.events.subscribe(({ type, member, reason }) => heard.push(`${type} ${member.userId} ${reason ?? ''}`))
    let told = 0
    room.others.subscribe(() => (told += 1))

    scenario.reconnect({ sessionId: 'session-2', resumed: false })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['state', 'rollCall'])
    scenario.say(bob())
    expect([heard, told]).toEqual([[], 0])
    scenario.say(synced)
    expect(heard).toEqual(['leave carol residual'])
    expect(room.others.getCurrent().map(({ userId }) => userId)).toEqual(['bob'])
    expect(told).toBe(1)
  })

  test('where the server has forgotten, members not named again are kept 15 s: everybody is coming back', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    scenario.say(bob(), synced)
    scenario.reconnect({ sessionId: 'session-2', epoch: 'another' })
    scenario.say(synced)
    expect(room.others.getCurrent()).toHaveLength(1)
    scenario.clock.advance(14_000)
    expect(room.others.getCurrent()).toHaveLength(1)
    scenario.clock.advance(1_001)
    expect(room.others.getCurrent()).toEqual([])
  })

  test('INV-16 nobody is given up while our own connection is down, nor for silence over a server', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    scenario.say(bob(), synced)
    scenario.server.end().channel.close(1001)
    scenario.clock.advance(600_000)
    expect(room.others.getCurrent()).toHaveLength(1)
  })

  test('T27 a patch of an unknown session asks for the whole picture, once', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    scenario.say(synced)
    scenario.clock.advance(10_000)
    scenario.takeSaid()
    const patch = { type: 'patch', room: 'r', sessionId: 'bob-1', presence: { at: 2 } } as const
    scenario.say({ ...patch, seq: 3 }, { ...patch, seq: 4 })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
    expect(room.others.getCurrent()).toEqual([])
    scenario.say(bob({ seq: 4, presence: { at: 2 } }), synced)
    expect(room.others.getCurrent()[0]?.presence).toEqual({ at: 2 })
  })

  test('T27 a patch after a gap counts, and the rest is asked for', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    scenario.say(bob(), synced)
    scenario.clock.advance(10_000)
    scenario.takeSaid()
    scenario.say({ type: 'patch', room: 'r', sessionId: 'bob-1', seq: 3, presence: { at: 3 } })
    expect(room.others.getCurrent()[0]?.presence).toEqual({ at: 3 })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
  })

  test('a refused entering is not tried again; the promise has the code, and the room is not entered', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    const entering = room.enter({ a: 1 })
    const state = scenario.takeSaid().find(({ type }) => type === 'state')
    if (state?.type !== 'state' || state.request === undefined) throw new Error('did not enter')
    scenario.say({ type: 'error', request: state.request, code: 'forbidden', message: 'unable to enter; no rights' })
    expect(await settled(entering)).toBe('rejected forbidden')
    expect(room.self.getCurrent()).toBeUndefined()
    expect(() => room.update({ a: 2 })).toThrow(expect.objectContaining({ code: 'not_entered' }))
    scenario.reconnect({ sessionId: 'session-2' })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
  })

  test('a refusal that nobody waits for goes to the logger', () => {
    const scenario = createScenario()
    scenario.client.room('r')
    scenario.connect()
    scenario.say({ type: 'error', request: 1, code: 'forbidden', message: 'unable to enter; no rights' })
    scenario.say({ type: 'error', request: 2, code: 'forbidden', message: 'unable to see; no rights' })
    scenario.say({ type: 'error', code: 'overloaded', message: 'unable to serve; too much to do' })
    expect(scenario.refusals).toEqual(['forbidden', 'forbidden', 'overloaded'])
  })

  test('a refusal stands at the room it concerns, until it is entered again and shown', async () => {
    const scenario = createScenario()
    const [room, other] = [scenario.client.room('r', { visible: false }), scenario.client.room('other')]
    const told: unknown[] = []
    room.error.subscribe(() => told.push(room.error.getCurrent()?.code))
    scenario.connect()
    const entering = room.enter({})
    const refuse = (message: string): void => {
      for (const frame of scenario.takeSaid())
        if ('room' in frame && frame.room === 'r' && 'request' in frame && frame.request !== undefined)
          scenario.say({ type: 'error', request: frame.request, code: 'forbidden', message })
    }
    refuse('unable to enter; no rights')
    expect(await settled(entering)).toBe('rejected forbidden')
    expect(room.error.getCurrent()).toMatchObject({ code: 'forbidden', message: 'unable to enter; no rights' })
    expect(other.error.getCurrent()).toBeUndefined()
    void room.enter({})
    scenario.say(synced)
    expect(room.error.getCurrent()).toBeUndefined()
    expect(told).toEqual(['forbidden', 'forbidden', 'forbidden', undefined])
  })

  test('a change refused for its rate is said again, whole, when the server allows, and its promise waits', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    scenario.takeSaid()
    const updating = room.update({ a: 1 })
    const [patch] = scenario.takeSaid()
    if (patch?.type !== 'patch' || patch.request === undefined) throw new Error('no patch')
    scenario.say({
      type: 'error',
      request: patch.request,
      code: 'rate_limited',
      message: 'unable to take more; slow down',
      retryAfterMs: 500,
    })
    void room.update({ a: 2 })
    scenario.clock.advance(400)
    expect(scenario.takeSaid()).toEqual([])
    scenario.clock.advance(100)
    const [state, ...more] = scenario.takeSaid()
    expect(state).toMatchObject({ type: 'state', presence: { a: 2 } })
    expect(more).toEqual([])
    scenario.ack(state)
    expect(await settled(updating)).toBe('resolved')
  })

  test('a leave holds over reconnects, with its last word, and enter comes back', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { initialPresence: { a: 1 } })
    scenario.connect()
    scenario.takeSaid()
    const leaving = room.leave({ presence: { bye: true } })
    const [goodbye] = scenario.takeSaid()
    expect(goodbye).toMatchObject({ type: 'disconnect', presence: { bye: true } })
    scenario.ack(goodbye)
    expect(await settled(leaving)).toBe('resolved')
    scenario.reconnect({ sessionId: 'session-2' })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
    void room.enter()
    expect(scenario.takeSaid()).toMatchObject([{ type: 'state', presence: { a: 1 } }])
  })

  test('kicked by the server we are out, and stay out', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r')
    scenario.connect()
    const heard: string[] = []
    room.events.subscribe(({ type, reason }) => heard.push(`${type} ${reason ?? ''}`))
    scenario.takeSaid()
    scenario.say({ type: 'disconnect', room: 'r', sessionId: 'session', seq: 9, reason: 'kicked', at: 2_000 })
    expect(room.self.getCurrent()).toBeUndefined()
    expect(heard).toEqual(['leave kicked'])
    scenario.clock.advance(1_000)
    expect(scenario.takeSaid()).toEqual([])
  })

  test('counting alone asks for numbers, and takes them', async () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false, subscribe: 'count' })
    scenario.connect()
    expect(scenario.takeSaid()).toEqual([{ type: 'rollCall', room: 'r', request: 1, only: 'count' }])
    const called = room.rollCall()
    scenario.say({ type: 'count', room: 'r', members: 3, sessions: 5 })
    expect(room.occupancy.getCurrent()).toEqual({ members: 3, sessions: 5 })
    expect(await settled(called)).toBe('resolved')
  })

  test('T8 a right that is taken away ends what was seen, and the room says why; oneself stays', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { initialPresence: {} })
    scenario.connect()
    scenario.say(bob(), synced)
    expect(room.others.getCurrent()).toHaveLength(1)
    const forbidden = { type: 'error', code: 'forbidden', message: 'unable to see the room' } as const
    scenario.say({ ...forbidden, details: { room: 'r', action: 'enter' } })
    scenario.say({ ...forbidden, details: { room: 'elsewhere', action: 'see' } })
    expect([room.others.getCurrent().length, room.error.getCurrent()]).toEqual([1, undefined])
    scenario.say({ ...forbidden, details: { room: 'r', action: 'see' } })
    expect(room.error.getCurrent()).toMatchObject({ code: 'forbidden' })
    expect(room.members.getCurrent().map(({ userId }) => userId)).toEqual(['ada'])
    const called = room.rollCall()
    scenario.say(bob(), synced)
    expect([room.others.getCurrent().length, room.error.getCurrent()]).toEqual([1, undefined])
    return called
  })

  test('who counted and then looks hears when the picture is whole', async () => {
    const scenario = createScenario()
    scenario.client.room('r', { visible: false, subscribe: 'count' })
    scenario.connect()
    const [count] = scenario.takeSaid()
    scenario.say({ type: 'count', room: 'r', members: 1, sessions: 1 })
    scenario.ack(count)
    const called = scenario.client.room('r', { visible: false }).rollCall()
    const calls = scenario.takeSaid()
    for (const call of calls) {
      scenario.say(bob(), synced)
      scenario.ack(call)
    }
    expect((await called).map(({ userId }) => userId)).toEqual(['bob'])
  })

  test('a room that cannot be shown just now is asked for again, and is shown then', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    scenario.takeSaid()
    const unavailable = { type: 'error', code: 'auth_unavailable', message: 'unable to authorise' } as const
    scenario.say({ ...unavailable, request: 1 })
    expect(room.error.getCurrent()).toMatchObject({ code: 'auth_unavailable', retryable: true })
    scenario.clock.advance(1_000)
    expect(scenario.takeSaid()).toEqual([{ type: 'rollCall', room: 'r', request: 2 }])
    scenario.say({ ...unavailable, request: 2, retryAfterMs: 3_000 })
    scenario.clock.advance(2_900)
    expect(scenario.takeSaid()).toEqual([])
    scenario.clock.advance(100)
    expect(scenario.takeSaid()).toEqual([{ type: 'rollCall', room: 'r', request: 3 }])
    scenario.say(synced)
    expect([room.synced.getCurrent(), room.error.getCurrent()]).toEqual([true, undefined])
    scenario.say({ ...unavailable, request: 3 })
    room.dispose()
    scenario.clock.runDeferred()
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['dismiss'])
    scenario.clock.advance(5_000)
    expect(scenario.takeSaid()).toEqual([])
  })

  test('a room whose picture was asked for on a connection that broke is asked for again on the resumed one', () => {
    const scenario = createScenario()
    scenario.client.room('r', { visible: false })
    scenario.connect()
    scenario.takeSaid()
    scenario.reconnect({ resumed: true })
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
    scenario.say(synced)
    scenario.reconnect({ resumed: true })
    expect(scenario.takeSaid()).toEqual([])
  })

  test('a room given back while the connection broke is said goodbye to on the resumed one, until that is heard', () => {
    const scenario = createScenario()
    const rooms = ['r', 's', 't'].map((id) => scenario.client.room(id))
    scenario.connect()
    const entering = scenario.takeSaid()
    for (const frame of entering) scenario.ack(frame)
    scenario.say(...['r', 's', 't'].map((room) => ({ ...synced, room })))
    rooms[0]?.dispose()
    rooms[1]?.dispose()
    scenario.clock.runDeferred()
    scenario.ack(scenario.takeSaid().find((frame) => frame.type === 'disconnect' && frame.room === 's'))
    scenario.reconnect({ resumed: true })
    const again = scenario.takeSaid()
    expect(again).toMatchObject([
      { type: 'disconnect', room: 'r' },
      { type: 'dismiss', room: 'r' },
    ])
    scenario.ack(again[0])
    scenario.reconnect({ resumed: true })
    expect(scenario.takeSaid()).toEqual([])
    rooms[2]?.dispose()
    scenario.clock.runDeferred()
    scenario.reconnect({ resumed: false })
    expect(scenario.takeSaid()).toEqual([])
  })

  test('INV-17 who only looks says nothing of itself, and dismisses the room at the end', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    room.typing.keystroke()
    room.moves().move([1, 2])
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['rollCall'])
    room.dispose()
    scenario.clock.runDeferred()
    expect(scenario.takeSaid().map(({ type }) => type)).toEqual(['dismiss'])
  })

  test('listeners are told once of all that one message brings', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    let told = 0
    room.others.subscribe(() => (told += 1))
    const crowd = Array.from({ length: 50 }, (_, index) => bob({ sessionId: `s${index}`, userId: `u${index}` }))
    scenario.say(...crowd, synced)
    expect(room.others.getCurrent()).toHaveLength(50)
    expect(told).toBe(1)
  })

  test('the end of an earlier answer removes nobody whom the later one has yet to name', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    scenario.say(bob(), synced)
    void room.rollCall()
    scenario.say(bob())
    void room.rollCall()
    scenario.say(synced)
    expect(room.others.getCurrent()).toHaveLength(1)
    scenario.say(bob(), synced)
    expect(room.others.getCurrent()).toHaveLength(1)
  })

  test('of a session whose connection is away a roll call tells, and its next word ends it; neither is an event', () => {
    const scenario = createScenario()
    const room = scenario.client.room('r', { visible: false })
    scenario.connect()
    scenario.say(bob(), synced)
    const heard: string[] = []
    room.events.subscribe(({ type }) => heard.push(type))
    scenario.say(bob({ held: true }))
    expect(room.others.getCurrent()[0]?.sessions[0]?.held).toBe(true)
    scenario.say({ type: 'patch', room: 'r', sessionId: 'bob-1', seq: 2, idleMs: 0 })
    expect(room.others.getCurrent()[0]?.sessions[0]?.held).toBe(false)
    expect(heard).toEqual([])
  })
})
