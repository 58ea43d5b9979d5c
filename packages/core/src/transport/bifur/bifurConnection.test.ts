import { BehaviorSubject, Subject, lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arriveAt, connectTo, type BifurParty } from './bifurParty.contract.ts'
import type { BifurOptions } from './bifurTransport.ts'
import type { BifurSocket } from './bifurTopic.contract.ts'
import { startBifurWire, type BifurWire } from './bifurWire.contract.ts'

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
const REFUSED = { code: -32600, message: 'not today' }

describe('a socket that dies', () => {
  it('is followed by another after a pause, as the same session, and nobody is wiped', async () => {
    const party = await arriveConnected({ token: 'ada' })
    wire.publish({ type: 'state', i: 'studio', m: { sessionId: 's1', locations: [] } })
    await party.hasRead()
    party.socket.kill()
    const down = await party.reaches({ state: 'reconnecting' })
    expect(down).toMatchObject({ attempt: 1, reason: 'close_1006', retryAt: expect.any(Number) })
    expect(party.transport.send([party.state(1)])).toBe(false)
    party.clock.advance(500)
    const second = await wire.take()
    await party.reaches({ state: 'connected' })
    expect(methods(second)).toEqual(['authorization', 'presence_subscribe', 'presence_rollcall'])
    expect(party.connections).toHaveLength(2)
    expect(party.connections[1]).toEqual(party.connections[0])
    expect(party.frames.filter(({ type }) => type === 'disconnect')).toEqual([])
    expect(party.transport.send([party.state(1)])).toBe(true)
  })

  it('is tried for again with ever longer pauses, and at once when asked (T17)', async () => {
    const party = await arriveConnected()
    wire.misbehave('presence_subscribe', { code: 1, message: 'overloaded' })
    party.socket.kill()
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const { retryAt = 0 } = await party.reaches({ attempt, state: 'reconnecting' })
      const pauseMs = retryAt - party.clock.wall()
      expect(pauseMs).toBeGreaterThan(0)
      expect(pauseMs).toBeLessThanOrEqual(500 * 2 ** (attempt - 1))
      expect(wire.sockets).toHaveLength(attempt)
      party.clock.advance(pauseMs)
      await wire.take()
    }
    expect(await party.reaches({ attempt: 5 })).toMatchObject({ reason: 'internal', error: { code: 'internal' } })
    wire.misbehave('presence_subscribe', undefined)
    party.transport.retry?.()
    await party.reaches({ state: 'connected' })
  })

  it('counts as dead when a call is not answered for 10 s, whatever it says', async () => {
    const party = await arriveConnected()
    wire.misbehave('presence_announce', 'silence')
    party.transport.send([party.state(1)])
    await party.socket.take('presence_announce')
    party.clock.advance(9_999)
    expect(party.connections).toHaveLength(1)
    party.clock.advance(1)
    expect(party.statuses.at(-1)).toMatchObject({ state: 'reconnecting', reason: 'heartbeat_timeout' })
    // The fault was the socket's: the next one need not wait.
    await wire.take()
    await party.reaches({ state: 'connected' })
    expect(party.connections).toHaveLength(2)
  })

  it('counts as dead after 90 s without a word, and lives on heartbeats alone', async () => {
    const party = await arriveConnected()
    for (let minute = 0; minute < 5; minute += 1) {
      party.clock.advance(60_000)
      party.socket.say('♥')
      await party.hasRead()
    }
    expect(party.connections).toHaveLength(1)
    party.clock.advance(95_000)
    expect(party.statuses.at(-1)).toMatchObject({ state: 'reconnecting', reason: 'heartbeat_timeout' })
  })
})

describe('refusals', () => {
  it('tells of each, which the stock client takes for a success without a value', async () => {
    const party = await arriveConnected()
    wire.misbehave('presence_announce', REFUSED)
    party.transport.send([party.state(1)])
    await party.socket.take('presence_announce')
    await party.hasRead()
    expect(party.reported).toMatchObject([
      {
        code: 'bad_frame',
        message: 'unable to call presence_announce; not today',
        details: { method: 'presence_announce', rpcCode: -32600 },
      },
    ])
    expect(party.statuses.at(-1)?.state).toBe('connected')
  })

  it('gives up with a token that cannot change, and asks nothing of the server in its name', async () => {
    wire.misbehave('authorization', REFUSED)
    const party = await arrive({ token: 'mallory' })
    const status = await party.reaches({ state: 'failed' })
    expect(status).toMatchObject({ reason: 'unauthenticated', error: { code: 'unauthenticated' } })
    await party.socket.closed
    expect(methods(party.socket)).toEqual(['authorization'])
    expect(party.clock.pending()).toBe(0)
  })

  it('asks for another token at the next attempt where it can', async () => {
    wire.misbehave('authorization', REFUSED)
    const tokens = ['stale', 'fresh']
    const party = await arrive({ token: () => tokens.shift() ?? 'none' })
    await party.reaches({ attempt: 1, reason: 'unauthenticated' })
    wire.misbehave('authorization', undefined)
    party.clock.advance(500)
    await party.connected()
    expect(party.connections[0]?.userId).toBe('fresh')
  })

  it.each([
    { code: 4001, reason: 'unauthenticated' },
    { code: 4000, reason: 'bad_frame' },
    { code: 4004, reason: 'not_found' },
  ])('reads the close $code as Bifur means it: $reason, and no more attempts', async ({ code, reason }) => {
    const party = await arriveConnected({ token: 'ada' })
    party.socket.close(code)
    expect(await party.reaches({ state: 'failed' })).toMatchObject({ reason, error: { code: reason } })
  })

  it('comes without a user id where the roll call is refused', async () => {
    wire.misbehave('presence_rollcall', REFUSED)
    const party = await arrive({ token: 'ada' })
    expect(await party.connected()).toEqual({ sessionId: expect.any(String), resumed: false })
    expect(party.reported).toMatchObject([{ code: 'bad_frame' }])
  })
})

describe('a token that changes', () => {
  it('authorizes again on the same socket; no token says nothing', async () => {
    const token = new BehaviorSubject<string | null>('ada')
    const party = await arriveConnected({ token })
    token.next('ada again')
    token.next(null)
    await party.socket.take('authorization')
    expect((await party.socket.take('authorization')).params['authorization']).toBe('Bearer ada again')
    party.transport.send([party.state(1)])
    await party.socket.take('presence_announce')
    expect(methods(party.socket).filter((method) => method === 'authorization')).toHaveLength(2)
    expect(wire.sockets).toHaveLength(1)
  })

  it('that is refused is told of, and leaves what stands', async () => {
    const token = new BehaviorSubject<string | null>('ada')
    const party = await arriveConnected({ token })
    wire.misbehave('authorization', REFUSED)
    token.next('mallory')
    await party.socket.take('authorization')
    await party.socket.take('authorization')
    await party.hasRead()
    expect(party.reported).toMatchObject([{ code: 'unauthenticated' }])
    party.transport.send([party.state(1)])
    await party.socket.take('presence_announce')
  })

  it('ends a failure over the former one', async () => {
    const token = new BehaviorSubject<string | null>('mallory')
    wire.misbehave('authorization', REFUSED)
    const party = await arrive({ token })
    await party.reaches({ state: 'failed' })
    wire.misbehave('authorization', undefined)
    token.next('ada')
    expect((await party.connected()).userId).toBe('ada')
  })

  it('is waited for before the first socket, and followed no longer once disposed of', async () => {
    const token = new Subject<string | null>()
    const arriving = arrive({ token })
    token.next('ada')
    const party = await arriving
    expect((await party.connected()).userId).toBe('ada')
    party.transport.dispose()
    expect(token.observed).toBe(false)
  })

  it('from a source that fails stays the last one, and the failure is told of', async () => {
    const token = new Subject<string | null>()
    const arriving = arrive({ token })
    token.next('ada')
    const party = await arriving
    token.error(new Error('logged out'))
    expect((await party.connected()).userId).toBe('ada')
    expect(party.reported).toMatchObject([{ code: 'auth_unavailable' }])
  })
})

describe('the page', () => {
  it.each([{ cached: true }, { cached: false }])(
    'says goodbye when it goes away ($cached), and comes back',
    async (way) => {
      const party = await arriveConnected()
      party.transport.send([party.state(1)])
      party.environment.leavePage(way)
      expect(await party.socket.closed).toBe(1000)
      expect(methods(party.socket).slice(2)).toEqual([
        'presence_announce',
        'presence_disconnect',
        'presence_unsubscribe',
      ])
      party.environment.returnToPage()
      await wire.take()
      await party.reaches({ state: 'connected' })
      expect(party.connections).toHaveLength(2)
    },
  )

  it('asks for proof of life when it wakes after a long silence, not at every look at the tab (T26, T28)', async () => {
    const party = await arriveConnected()
    const calls = (): number => methods(party.socket).filter((method) => method === 'presence_rollcall').length
    party.environment.hide()
    party.environment.show()
    party.clock.advance(31_000)
    await party.hasRead()
    expect(calls()).toBe(1)
    party.clock.advance(31_000)
    party.environment.hide()
    party.environment.show()
    await party.socket.take('presence_rollcall')
    await party.socket.take('presence_rollcall')
    await party.hasRead()
    party.clock.advance(3_000)
    expect(party.statuses.at(-1)?.state).toBe('connected')
  })

  it('finds a dead socket 3 s after it wakes', async () => {
    const party = await arriveConnected()
    wire.misbehave('presence_rollcall', 'silence')
    party.clock.advance(31_000)
    party.environment.freeze()
    party.environment.resume()
    party.clock.advance(2_999)
    expect(party.statuses.at(-1)?.state).toBe('connected')
    party.clock.advance(1)
    expect(party.statuses.at(-1)).toMatchObject({ state: 'reconnecting', reason: 'heartbeat_timeout' })
  })
})

describe('the end', () => {
  it('says goodbye, unsubscribes, closes, completes, and leaves nothing behind (INV-21)', async () => {
    const party = await arriveConnected()
    party.transport.send([party.state(1)])
    const completed = lastValueFrom(party.transport.status$)
    party.transport.dispose()
    party.transport.dispose()
    expect((await completed).state).toBe('disconnected')
    expect(await party.socket.closed).toBe(1000)
    expect(methods(party.socket).slice(-2)).toEqual(['presence_disconnect', 'presence_unsubscribe'])
    expect(party.clock.pending()).toBe(0)
    expect(party.transport.send([party.state(2)])).toBe(false)
  })

  it('opens no socket when it comes before the first', async () => {
    const party = await arrive()
    party.transport.dispose()
    expect(await party.socket.closed).toBeGreaterThanOrEqual(1000)
    expect(party.connections).toEqual([])
    expect(party.clock.pending()).toBe(0)
  })
})
