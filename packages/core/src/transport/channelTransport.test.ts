import { describe, expect, it } from 'vitest'
import { CHANNEL_LATENCY_MS as LATENCY_MS, createChannelScenario } from '../testing/channelScenario.ts'
import { createTestWelcome as welcome } from '../testing/testServer.ts'

const types = (frames: readonly { readonly type: string }[]): string[] => frames.map(({ type }) => type)

describe('greeting', () => {
  it('says hello with token and greeting, and passes on what the server vouches for', () => {
    const { connect, connections, statuses } = createChannelScenario({
      token: 'jwt',
      greeting: { user: { id: 'me', info: { name: 'Me' } }, changes: { status: 'busy' }, idleMs: 5 },
    })
    const { frames } = connect()
    expect(frames).toEqual([{ type: 'hello', version: 1, token: 'jwt', changes: { status: 'busy' }, idleMs: 5 }])
    expect(connections).toEqual([
      {
        sessionId: 'session',
        userId: 'ada',
        info: { name: 'Ada' },
        resumed: false,
        epoch: 'epoch',
        self: { status: 'online', pinned: false },
        serverTime: 1_000,
      },
    ])
    expect(statuses.map(({ state }) => state)).toEqual(['connecting', 'connected'])
  })

  it('names its user only where there is no token to do it', () => {
    const { connect } = createChannelScenario({
      greeting: { user: { id: 'me', info: { name: 'Me', avatar: 'x' } }, changes: {} },
    })
    expect(connect().frames[0]).toMatchObject({ type: 'hello', user: { id: 'me', name: 'Me' } })
  })

  it('gives up a channel whose server does not greet within 10 s', () => {
    const { clock, end, status, ends } = createChannelScenario()
    clock.advance(10_000 + LATENCY_MS)
    expect(end().closes).toEqual([1000])
    expect(ends).toHaveLength(1)
    expect(status()).toMatchObject({ state: 'connecting', reason: 'no_answer', attempt: 1 })
  })

  it('sends nothing and hears nothing before the welcome', () => {
    const { clock, end, transport, incoming } = createChannelScenario()
    clock.advance(LATENCY_MS)
    expect(transport.send([{ type: 'rollCall', room: 'room' }])).toBe(false)
    end().say({ type: 'synced', room: 'room', version: 1 })
    clock.advance(LATENCY_MS)
    expect(incoming).toEqual([])
    expect(types(end().frames)).toEqual(['hello'])
  })
})

describe('frames', () => {
  it('sends several as one message and hears a batch in order', () => {
    const { clock, connect, transport, incoming } = createChannelScenario()
    const server = connect()
    expect(
      transport.send([
        { type: 'rollCall', room: 'a' },
        { type: 'rollCall', room: 'b' },
      ]),
    ).toBe(true)
    server.say({ type: 'synced', room: 'a', version: 1 }, { type: 'synced', room: 'b', version: 2 })
    clock.advance(LATENCY_MS)
    // One for `hello`.
    expect(server.messages()).toBe(2)
    expect(incoming.map((frame) => 'room' in frame && frame.room)).toEqual(['a', 'b'])
  })

  it('reports what cannot be read, with how many there were, and hears the next frame', () => {
    const { clock, connect, incoming, reported } = createChannelScenario()
    const server = connect()
    server.channel.send('rubbish')
    server.channel.send('{"t":"state"}')
    server.channel.send('{"t":"of a newer server"}')
    server.channel.send('{"t":"synced","r":"room","v":1}')
    clock.advance(LATENCY_MS)
    expect(reported.map(({ code, details }) => [code, details])).toEqual([
      ['bad_frame', { count: 1 }],
      ['bad_frame', { count: 2 }],
    ])
    expect(types(incoming)).toEqual(['synced'])
  })

  it('refuses by itself a frame for which the server would close', () => {
    const { clock, connect, transport, incoming } = createChannelScenario()
    const server = connect()
    const userIds = Array.from({ length: 200 }, (_, index) => String(index).padStart(128, 'x'))
    expect(
      transport.send([
        { type: 'follow', request: 9, userIds },
        { type: 'dismiss', room: 'r' },
      ]),
    ).toBe(true)
    clock.advance(LATENCY_MS)
    expect(types(server.frames)).toEqual(['hello', 'dismiss'])
    expect(incoming).toMatchObject([{ type: 'error', code: 'too_large', request: 9 }])
  })
})

describe('losing the connection', () => {
  it('comes back with the resume token and says that the session stands', () => {
    const { clock, connect, end, connections, statuses } = createChannelScenario({ token: 'jwt' })
    connect().wire.breakOff()
    expect(statuses.at(-1)).toMatchObject({ state: 'reconnecting', reason: 'close_1006', attempt: 1 })
    clock.advance(500)
    connect(welcome({ resumed: true, resume: 'resume-2' }))
    expect(end().frames[0]).toMatchObject({ type: 'hello', token: 'jwt', resume: 'resume-1' })
    expect(connections.map(({ resumed }) => resumed)).toEqual([false, true])
    expect(statuses.at(-1)).toMatchObject({ state: 'connected', attempt: 0 })
  })

  it('goes on with the fresh session where the resume was refused, and reports it (T7)', () => {
    const { clock, connect, connections, reported } = createChannelScenario()
    connect().wire.breakOff()
    clock.advance(500)
    connect(welcome({ sessionId: 'second' }))
    expect(connections.map(({ sessionId }) => sessionId)).toEqual(['session', 'second'])
    expect(reported.map(({ code }) => code)).toEqual(['resume_invalid'])
  })

  it('declares a silent server dead after heartbeat and timeout, without waiting for the close (T16)', () => {
    const { clock, connect, ends, statuses } = createChannelScenario()
    const first = connect()
    first.wire.cut()
    clock.advance(24_999)
    expect(ends).toHaveLength(1)
    clock.advance(1)
    expect(ends).toHaveLength(2)
    connect(welcome({ resumed: true }))
    // Years later the old socket says that it closed.
    first.channel.close(1006)
    clock.advance(1_000)
    expect(statuses.at(-1)?.state).toBe('connected')
    expect(ends).toHaveLength(2)
  })

  it('asks a silent server whether it is there before it gives it up', () => {
    const { clock, connect, ends } = createChannelScenario()
    const server = connect()
    for (let turn = 0; turn < 20; turn += 1) {
      clock.advance(20_000)
      expect(server.frames.at(-1)).toEqual({ type: 'ping' })
      server.say({ type: 'pong' })
      clock.advance(LATENCY_MS)
    }
    expect(ends).toHaveLength(1)
  })

  it('keeps to the times that the server announced', () => {
    const { clock, connect, ends } = createChannelScenario()
    connect(welcome({ heartbeatMs: 300, timeoutMs: 200 })).wire.cut()
    clock.advance(499)
    expect(ends).toHaveLength(1)
    clock.advance(1)
    expect(ends).toHaveLength(2)
  })

  it('lives on for ever with a server that pings, and answers each ping', () => {
    const { clock, connect, ends } = createChannelScenario()
    const server = connect()
    for (let turn = 0; turn < 20; turn += 1) {
      clock.advance(15_000)
      server.say({ type: 'ping', at: 1 })
    }
    clock.advance(2 * LATENCY_MS)
    expect(ends).toHaveLength(1)
    expect(types(server.frames).filter((type) => type === 'pong')).toHaveLength(20)
  })

  it('waits longer with each attempt, never over 30 s, and forgets them after 10 s of standing', () => {
    const { clock, connect, end, status, ends } = createChannelScenario()
    connect()
    const attempts: number[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      end().wire.breakOff()
      attempts.push(status()?.attempt ?? -1)
      const before = ends.length
      for (let waited = 0; ends.length === before; waited += 100) {
        expect(waited).toBeLessThanOrEqual(30_000)
        clock.advance(100)
      }
    }
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    connect()
    clock.advance(10_000)
    end().wire.breakOff()
    expect(status()?.attempt).toBe(1)
  })

  it('honours the time that a draining server names, and tells when it tries again', () => {
    const { clock, connect, ends, status } = createChannelScenario()
    const wall = clock.wall()
    connect().channel.close(4001, 'draining;retry=3000')
    clock.advance(LATENCY_MS)
    const { retryAt = 0, reason } = status() ?? {}
    expect(reason).toBe('draining')
    expect(retryAt - wall).toBeGreaterThanOrEqual(3_000)
    expect(retryAt - wall).toBeLessThan(6_100)
    clock.advance(2_900)
    expect(ends).toHaveLength(1)
    clock.advance(3_100)
    expect(ends).toHaveLength(2)
  })

  it('does not let a wake-up cut short what the server named', () => {
    const { clock, connect, ends, environment } = createChannelScenario()
    connect().channel.close(4006, 'overloaded;retry=9000')
    clock.advance(LATENCY_MS)
    environment.hide()
    environment.show()
    environment.resume()
    clock.advance(1_000)
    expect(ends).toHaveLength(1)
  })
})

describe('giving up', () => {
  it('stops after a terminal close until somebody asks, and says why', () => {
    const { clock, connect, ends, status, transport } = createChannelScenario()
    connect().say({ type: 'error', code: 'token_revoked', message: 'signed out elsewhere' })
    ends[0]?.channel.close(4507, 'token_revoked')
    clock.advance(LATENCY_MS)
    expect(status()).toMatchObject({ state: 'failed', reason: 'token_revoked' })
    expect(status()?.error?.message).toContain('signed out elsewhere')
    clock.advance(3_600_000)
    expect(ends).toHaveLength(1)
    expect(clock.pending()).toBe(0)
    transport.retry?.()
    expect(ends).toHaveLength(2)
  })

  it('does not resume a session that another connection has taken over', () => {
    const { clock, connect, end, transport } = createChannelScenario()
    connect().channel.close(4503, 'session_replaced')
    clock.advance(LATENCY_MS)
    transport.retry?.()
    connect()
    expect(end().frames[0]).not.toHaveProperty('resume')
  })

  it('stops where an expired token is all it has, and comes back where it can get another', async () => {
    const fixed = createChannelScenario({ token: 'old' })
    fixed.connect().channel.close(4004, 'token_expired')
    fixed.clock.advance(LATENCY_MS)
    expect(fixed.status()).toMatchObject({ state: 'failed', reason: 'token_expired' })

    let issued = 0
    const renewing = createChannelScenario({ token: () => Promise.resolve(`token ${(issued += 1)}`) })
    await renewing.clock.advanceAsync(LATENCY_MS)
    renewing.end().say(welcome())
    await renewing.clock.advanceAsync(LATENCY_MS)
    renewing.end().channel.close(4004, 'token_expired')
    await renewing.clock.advanceAsync(600)
    expect(renewing.end().frames[0]).toMatchObject({ type: 'hello', token: 'token 2', resume: 'resume-1' })
  })

  it('tries again where the token could not be got', async () => {
    let asked = 0
    const token = (): Promise<string> => {
      asked += 1
      return asked < 3 ? Promise.reject(new Error('no network')) : Promise.resolve('jwt')
    }
    const { clock, ends, statuses } = createChannelScenario({ token })
    await clock.advanceAsync(3_000)
    expect(asked).toBe(3)
    expect(ends).toHaveLength(1)
    expect(statuses.find(({ reason }) => reason !== undefined)).toMatchObject({
      state: 'connecting',
      reason: 'auth_unavailable',
      error: { message: 'unable to get a token; no network' },
    })
  })
})

describe('tokens in mid-connection', () => {
  it('are renewed when the server warns, on the same connection (T5)', async () => {
    let issued = 0
    const { clock, end, ends } = createChannelScenario({ token: () => Promise.resolve(`token ${(issued += 1)}`) })
    await clock.advanceAsync(LATENCY_MS)
    end().say(welcome())
    await clock.advanceAsync(LATENCY_MS)
    end().say({ type: 'warn', code: 'token_expiring' })
    await clock.advanceAsync(2 * LATENCY_MS)
    expect(end().frames.at(-1)).toEqual({ type: 'auth', token: 'token 2' })
    expect(ends).toHaveLength(1)
  })
})
