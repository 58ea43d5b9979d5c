import type { PeerFrame } from '@rollcall/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IncomingFrame } from '../transport.ts'
import { arriveAt, connectTo, type BifurParty } from './bifurParty.contract.ts'
import type { BifurOptions } from './bifurTransport.ts'
import type { BifurSocket } from './bifurTopic.contract.ts'
import { startBifurWire, type BifurWire } from './bifurWire.contract.ts'

const LOCATION = {
  type: 'document',
  documentId: 'movie',
  path: ['cast', { _key: 'a1' }, 0],
  lastActiveAt: '2026-01-01T00:00:00.000Z',
}

let wire: BifurWire
let parties: BifurParty[]
beforeEach(async () => {
  wire = await startBifurWire()
  parties = []
})
afterEach(async () => {
  for (const { transport } of parties) transport.dispose()
  await wire.stop()
})

const keep = (party: BifurParty): BifurParty => {
  parties.push(party)
  return party
}
const arrive = async (options: Partial<BifurOptions> = {}): Promise<BifurParty> =>
  keep(await arriveAt(wire, { room: 'room', ...options }))
const arriveConnected = async (options: Partial<BifurOptions> = {}): Promise<BifurParty> =>
  keep(await connectTo(wire, { room: 'room', ...options }))

const methods = (socket: BifurSocket): readonly string[] => socket.requests.map(({ method }) => method)
const only = (party: BifurParty, type: PeerFrame['type']): readonly IncomingFrame[] =>
  party.frames.filter((frame) => frame.type === type)

describe('greeting', () => {
  it('authorizes in the first frame, subscribes, calls the roll, and believes the user id of its echo', async () => {
    const { socket, connections, connected, transport } = await arriveConnected({ token: 'ada' })
    expect(methods(socket)).toEqual(['authorization', 'presence_subscribe', 'presence_rollcall'])
    const { sessionId } = await connected()
    expect(socket.requests.map(({ params }) => params)).toEqual([
      { authorization: 'Bearer ada', apiVersion: 'v1' },
      { apiVersion: 'v1' },
      { session: sessionId, apiVersion: 'v1' },
    ])
    expect(socket.requests.every(({ id }) => /^[0-9A-Za-z-]{20}$/.test(id))).toBe(true)
    expect(connections).toEqual([{ sessionId, userId: 'ada', resumed: false }])
    expect(transport.liveness).toBe('peers')
  })

  it('says nothing of a token where there is none, and never puts one into the address', async () => {
    const anonymous = await arriveConnected()
    const known = await arriveConnected({ token: () => Promise.resolve('secret') })
    expect(methods(anonymous.socket)).toEqual(['presence_subscribe', 'presence_rollcall'])
    expect(known.socket.path).toBe('/socket/test?tag=rollcall')
    expect(known.connections[0]?.userId).toBe('secret')
  })

  it('waits a second for the echo of its roll call, and comes without a user id where there is none', async () => {
    wire.setEcho('off')
    const party = await arrive({ token: 'ada' })
    await party.socket.take('presence_rollcall')
    await party.hasRead()
    party.clock.advance(999)
    expect(party.connections).toHaveLength(0)
    party.clock.advance(1)
    const sessionId = party.connections[0]?.sessionId ?? ''
    expect(party.connections).toEqual([{ sessionId, resumed: false }])
    // Answers to the first call came before anybody listened: this one is a call of its own.
    party.transport.send([{ type: 'rollCall', room: 'room', sessionId, callId: 'x' }])
    await party.socket.take('presence_rollcall')
  })

  it('calls the roll once, though the store asks for it too; a later call is a call', async () => {
    const party = await arrive()
    const { transport } = party
    const { sessionId } = await party.connected()
    const call = { type: 'rollCall', room: 'room', sessionId, callId: 'x' } as const
    expect(transport.send([call])).toBe(true)
    party.clock.runDeferred()
    expect(transport.send([call])).toBe(true)
    await party.socket.take('presence_rollcall')
    await party.socket.take('presence_rollcall')
    expect(methods(party.socket)).toEqual(['presence_subscribe', 'presence_rollcall', 'presence_rollcall'])
  })
})

describe('what is said', () => {
  it('announces locations where a Studio reads them, and tells another client of ours all the rest', async () => {
    const ada = await arriveConnected({ token: 'ada' })
    const bob = await arriveConnected({ token: 'bob' })
    const presence = { locations: [LOCATION], colour: 'red', sessionId: 'a trap' }
    ada.transport.send([ada.state(1, presence)])
    const { params } = await ada.socket.take('presence_announce')
    await bob.hasRead()
    expect(params).toMatchObject({ data: { locations: [LOCATION], sessionId: ada.connections[0]?.sessionId } })
    expect(only(bob, 'state')).toEqual([{ ...ada.state(1, presence), userId: 'ada', seq: expect.any(Number) }])
  })

  it('keeps who is silent about where they are apart from who is nowhere', async () => {
    const ada = await arriveConnected()
    const bob = await arriveConnected()
    ada.transport.send([ada.state(1, { colour: 'red' }), ada.state(2, { locations: [] })])
    await ada.socket.take('presence_announce')
    const { params } = await ada.socket.take('presence_announce')
    await bob.hasRead()
    expect(params['data']).toMatchObject({ locations: [] })
    expect(only(bob, 'state')).toMatchObject([{ presence: { colour: 'red' } }, { presence: { locations: [] } }])
  })

  it('ignores typing and pointers without error, as they do not exist there', async () => {
    const { transport, connections, socket, reported, ...party } = await arriveConnected()
    const sessionId = connections[0]?.sessionId ?? ''
    const typing = { type: 'typing', room: 'room', sessionId, seq: 2, input: '', on: true } as const
    const move = { type: 'move', room: 'room', sessionId, input: '', position: [0, 1] } as const
    expect(transport.send([typing, move])).toBe(true)
    transport.send([party.state(3)])
    await socket.take('presence_announce')
    expect(methods(socket).slice(2)).toEqual(['presence_announce'])
    expect(reported).toEqual([])
  })

  it('carries one room, and says so once of each other one', async () => {
    const party = await arriveConnected()
    const elsewhere = { ...party.state(1), room: 'elsewhere' }
    expect(party.transport.send([elsewhere])).toBe(false)
    expect(party.transport.send([elsewhere])).toBe(false)
    expect(party.reported.map(({ code }) => code)).toEqual(['unsupported'])
    expect(methods(party.socket)).not.toContain('presence_announce')
  })

  it('takes the first room that is spoken of for its own where none was named', async () => {
    const ada = await arriveConnected()
    const party = keep(await connectTo(wire))
    const say = async (seq: number): Promise<void> => {
      ada.transport.send([ada.state(seq)])
      await ada.socket.take('presence_announce')
      await party.hasRead()
    }
    await say(1)
    expect(party.frames).toEqual([])
    const sessionId = party.connections[0]?.sessionId ?? ''
    expect(party.transport.send([{ type: 'rollCall', room: 'mine', sessionId, callId: 'x' }])).toBe(true)
    await say(2)
    expect(only(party, 'state')).toMatchObject([{ room: 'mine' }])
  })
})

describe('what is heard', () => {
  it('takes a Studio for a session with locations alone, online, of the user whom the server names', async () => {
    const party = await arriveConnected()
    wire.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: [LOCATION] } })
    wire.publish({ type: 'rollCall', i: 'studio', session: 's1' })
    wire.publish({ type: 'disconnect', i: 'studio', m: { session: 's1' } })
    await party.hasRead()
    expect(party.frames).toMatchObject([
      { type: 'state', room: 'room', sessionId: 's1', userId: 'studio', status: 'online', info: {}, idleMs: 0 },
      { type: 'rollCall', room: 'room', sessionId: 's1' },
      { type: 'disconnect', room: 'room', sessionId: 's1', reason: 'left' },
    ])
    expect(only(party, 'state')).toMatchObject([{ presence: { locations: [LOCATION] } }])
  })

  it('counts arrivals, since the wire counts nothing: later is newer, also over connections', async () => {
    const party = await arriveConnected()
    const seqs = (): readonly number[] => party.frames.map((frame) => ('seq' in frame ? frame.seq : 0))
    const say = (): void => wire.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: [] } })
    say()
    say()
    await party.hasRead()
    party.socket.kill()
    await party.reaches({ state: 'reconnecting' })
    party.clock.advance(500)
    const second = await wire.take()
    await party.reaches({ state: 'connected' })
    say()
    await party.hasRead(second)
    expect(seqs()).toHaveLength(3)
    expect(seqs()).toEqual(seqs().toSorted((left, right) => left - right))
    expect(new Set(seqs()).size).toBe(3)
  })

  it('sees by its own clock how long a Studio rests, though it announces all the while (INV-6)', async () => {
    const party = await arriveConnected()
    const say = async (lastActiveAt: string): Promise<void> => {
      wire.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: [{ ...LOCATION, lastActiveAt }] } })
      await party.hasRead()
    }
    await say('1999-12-31T23:59:59Z')
    party.clock.advance(30_000)
    await say('1999-12-31T23:59:59Z')
    party.clock.skew(-1_000_000)
    party.clock.advance(30_000)
    await say('2099-01-01T00:00:00Z')
    expect(only(party, 'state')).toMatchObject([{ idleMs: 0 }, { idleMs: 30_000 }, { idleMs: 0 }])
  })

  it('hears nothing of its own (INV-9)', async () => {
    const party = await arriveConnected()
    const { transport, connections } = party
    const sessionId = connections[0]?.sessionId ?? ''
    transport.send([party.state(1), { type: 'rollCall', room: 'room', sessionId, callId: 'x' }])
    transport.send([{ type: 'disconnect', room: 'room', sessionId, seq: 2, reason: 'left' }])
    await party.socket.take('presence_disconnect')
    await party.hasRead()
    expect(party.frames).toEqual([])
  })

  it('hears a goodbye that somebody else says in its name, at the counter at which to object (INV-14)', async () => {
    const party = await arriveConnected()
    const sessionId = party.connections[0]?.sessionId ?? ''
    party.transport.send([party.state(41)])
    await party.socket.take('presence_announce')
    wire.publish({ type: 'disconnect', i: 'mallory', m: { session: sessionId } })
    await party.hasRead()
    expect(party.frames).toEqual([{ type: 'disconnect', room: 'room', sessionId, seq: 41, reason: 'left' }])
  })

  it('takes a refused goodbye back: the next one in its name is not an echo', async () => {
    const party = await arriveConnected()
    const sessionId = party.connections[0]?.sessionId ?? ''
    wire.misbehave('presence_disconnect', { code: -32600, message: 'no' })
    party.transport.send([party.state(1), { type: 'disconnect', room: 'room', sessionId, seq: 2, reason: 'left' }])
    await party.socket.take('presence_disconnect')
    wire.publish({ type: 'disconnect', i: 'mallory', m: { session: sessionId } })
    await party.hasRead()
    expect(party.frames).toHaveLength(1)
  })

  it('skips what it does not know or cannot read, counts it, and hears the next event (INV-19)', async () => {
    const party = await arriveConnected()
    for (const text of ['{"jsonrpc":"2.0","method":"presence_subscription"}', '[]', '7', '{"id":1}', '♥'])
      party.socket.say(text)
    const events: unknown[] = [{ type: 'expires', at: 'soon' }, { type: 'state', i: 'x' }, { type: 'rollCall' }, null]
    const polluting: unknown = JSON.parse(
      '{"type":"state","i":"x","m":{"sessionId":"x","rollcall":{"v":1,"d":{"__proto__":{}}}}}',
    )
    for (const event of [...events, polluting]) wire.publish(event)
    wire.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: 'nowhere' } })
    await party.hasRead()
    expect(party.frames).toMatchObject([{ type: 'state', sessionId: 's1', presence: { locations: [] } }])
    expect(party.reported.every(({ code }) => code === 'bad_frame')).toBe(true)
    expect(party.reported).toHaveLength(9)
    expect(party.reported.at(-1)).toMatchObject({ details: { count: 7 } })
  })
})
