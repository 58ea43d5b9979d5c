import { describe, expect, it } from 'vitest'
import { PresenceError, decodeServerMessage } from '@rollcall/protocol'
import type { Authenticator, Viewer } from '../auth/authenticator.ts'
import { converse, type Party } from './conversation.contract.ts'

const WALL = 1_767_225_600_000

/** Tokens are `<user> <expiresAt>`; nobody else gets in. */
const tokens: Authenticator = {
  authenticate: ({ token = '' }) => {
    const [userId = '', expiresAt] = token.split(' ')
    if (userId === '') throw new PresenceError('unauthenticated', 'unable to authenticate; no token')
    if (userId === 'revoked') throw new PresenceError('token_revoked', 'unable to authenticate; revoked')
    const viewer: Viewer = { userId, info: { name: userId } }
    if (expiresAt === undefined) return viewer
    if (Number(expiresAt) < WALL) throw new PresenceError('token_expired', 'unable to authenticate; expired')
    return { ...viewer, expiresAt: Number(expiresAt) }
  },
}

/** In the room, seen by `bob`. */
function seenByBob(user = 'ann') {
  const conversation = converse()
  const ann = conversation.join(user)
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' })
  ann.say({ t: 'state', r: 'room', c: 1, d: { x: 1 } })
  bob.heard()
  return { ...conversation, ann, bob }
}

describe('hello (PROTOCOL.md, chapter 3)', () => {
  it('is answered with everything that a client must know', () => {
    const { join, server } = converse()
    const { welcome } = join('ann')
    expect(welcome).toMatchObject({
      t: 'welcome',
      v: 1,
      id: 'ann',
      i: { name: 'ann' },
      resumed: false,
      self: { s: 'online', pin: false },
      epoch: server.hub.epoch,
      ts: WALL,
      heartbeat: 15_000,
      timeout: 10_000,
      window: 60_000,
    })
    expect(welcome['sid']).toMatch(/^[\w-]{22}$/)
    expect(welcome['resume']).toMatch(/^[\w-]{43}$/)
    expect(welcome['limits']).toMatchObject({ rooms: 64, follows: 1_000 })
  })

  it('must come within 5 s, else 4010 (T3)', () => {
    const { connect, pass } = converse()
    const party = connect()
    pass(4_999)
    expect(party.closed()).toBeUndefined()
    pass(1)
    expect(party.closed()).toEqual({ code: 4010, reason: 'auth_timeout' })
  })

  it.each([
    ['a frame before it', '{"t":"rollCall","r":"room","n":7}'],
    ['an unreadable text', 'not json'],
    ['an unknown type', '{"t":"greetings"}'],
    ['a known key of the wrong type', '{"t":"hello","v":"1"}'],
  ])('%s is refused with bad_frame and 4502', (_what, text) => {
    const { connect } = converse()
    const party = connect()
    party.sayText(text)
    expect(party.heard()).toMatchObject([{ t: 'error', code: 'bad_frame' }])
    expect(party.closed()).toEqual({ code: 4502, reason: 'bad_frame' })
  })

  it('refuses other versions with 4506', () => {
    const party = converse().connect()
    party.say({ t: 'hello', v: 2, user: { id: 'ann' } })
    expect(party.heard()).toMatchObject([{ t: 'error', code: 'unsupported_version' }])
    expect(party.closed()?.code).toBe(4506)
  })

  it('may be said once', () => {
    const ann = converse().join('ann')
    ann.say({ t: 'hello', v: 1, n: 3, user: { id: 'bob' } })
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 3, code: 'bad_frame' }])
    expect(ann.closed()).toBeUndefined()
  })

  it('may stand in one batch with what follows; all is done in order', () => {
    const party = converse().connect()
    party.say(
      { t: 'hello', v: 1, user: { id: 'ann' } },
      { t: 'state', r: 'room', c: 1, n: 1, d: {} },
      { t: 'what', n: 2 },
    )
    expect(party.heard()).toMatchObject([
      { t: 'ack', n: 1 },
      { t: 'error', n: 2, code: 'bad_frame' },
    ])
  })

  it.each([
    ['', 4500, 'unauthenticated'],
    ['ann 1000', 4004, 'token_expired'],
    ['revoked', 4507, 'token_revoked'],
  ])('with the token "%s" ends with %i %s', (token, code, reason) => {
    const party = converse({ authenticator: tokens, open: true }).connect()
    party.say({ t: 'hello', v: 1, token })
    expect(party.heard()).toMatchObject([{ t: 'error', code: reason }])
    expect(party.closed()).toEqual({ code, reason })
  })

  it('never takes the user from anything but the token (T6)', () => {
    const { connect } = converse({ authenticator: tokens, open: true })
    const party = connect()
    party.say({ t: 'hello', v: 1, token: 'ann', id: 'bob', userId: 'bob', user: { id: 'bob' } })
    expect(party.welcome).toMatchObject({ id: 'ann' })
  })

  it('ends with 4006 when the authenticator does not answer within 5 s, or fails (F32)', async () => {
    const silent: Authenticator = { authenticate: () => new Promise(() => {}) }
    const { connect, clock } = converse({ authenticator: silent })
    const party = connect()
    party.say({ t: 'hello', v: 1, token: 'x' })
    await clock.advanceAsync(4_999)
    expect(party.closed()).toBeUndefined()
    await clock.advanceAsync(1)
    expect(party.closed()).toEqual({ code: 4006, reason: 'auth_unavailable' })

    const failing = converse({ authenticator: { authenticate: () => Promise.reject(new Error('database')) } })
    const other = failing.connect()
    other.say({ t: 'hello', v: 1, token: 'x' })
    await failing.clock.advanceAsync(0)
    expect(other.closed()).toEqual({ code: 4006, reason: 'auth_unavailable' })
    expect(JSON.stringify(other.heard())).not.toContain('database')
  })

  it('waits for a slow authenticator without losing or disordering what follows', async () => {
    let admit = (_viewer: Viewer): void => {}
    const slow: Authenticator = { authenticate: () => new Promise((resolve) => (admit = resolve)) }
    const { connect, clock } = converse({ authenticator: slow })
    const party = connect()
    party.say({ t: 'hello', v: 1, token: 'x' })
    party.say({ t: 'state', r: 'room', c: 1, n: 1, d: {} })
    party.say({ t: 'patch', r: 'room', c: 2, n: 2, d: { x: 1 } })
    expect(party.heard()).toEqual([])
    admit({ userId: 'ann', info: {} })
    await clock.advanceAsync(0)
    expect(party.heard()).toEqual([
      { t: 'ack', n: 1 },
      { t: 'ack', n: 2 },
    ])
  })

  it('makes no session for who has gone while the authenticator was asked', async () => {
    let admit = (_viewer: Viewer): void => {}
    const slow: Authenticator = { authenticate: () => new Promise((resolve) => (admit = resolve)) }
    const { connect, clock, server } = converse({ authenticator: slow })
    const party = connect()
    party.say({ t: 'hello', v: 1, token: 'x' })
    party.drop()
    admit({ userId: 'ann', info: {} })
    await clock.advanceAsync(0)
    expect(server.hub.tableSizes().sessions).toBe(0)
    expect(clock.pending()).toBe(0)
  })

  it('refuses the connection over the limit a user with 4505', () => {
    const { join, connect } = converse({ limits: { connectionsPerUser: 2 } })
    const first = join('ann')
    join('ann')
    const third = connect()
    third.say({ t: 'hello', v: 1, user: { id: 'ann' } })
    expect(third.closed()).toEqual({ code: 4505, reason: 'connection_limit' })
    first.drop()
    join('ann')
  })

  it('turns sockets away while too many have not said who they are (T3)', () => {
    const { connect } = converse({ limits: { unauthenticatedConnections: 2 } })
    const first = connect()
    connect()
    expect(connect().closed()?.code).toBe(4006)
    first.say({ t: 'hello', v: 1, user: { id: 'ann' } })
    expect(connect().closed()).toBeUndefined()
  })
})

describe('a storm (T17)', () => {
  it('lets in so many a second, and tells the others when to come back', () => {
    const { connect, pass } = converse({ limits: { connectionsPerSecond: 10, connectionBurst: 3 } })
    const parties = Array.from({ length: 5 }, () => connect())
    expect(parties.map((party) => party.closed()?.reason)).toEqual([
      undefined,
      undefined,
      undefined,
      'overloaded;retry=1000',
      'overloaded;retry=1000',
    ])
    expect(parties[4]?.closed()?.code).toBe(4006)
    pass(100)
    expect(connect().closed()).toBeUndefined()
  })
})

describe('staying and going (PROTOCOL.md, chapter 3)', () => {
  /** A party that hears pings and does not answer. */
  const mute = (party: Party): string[] => {
    const texts: string[] = []
    party.channel.onText((text) => texts.push(text))
    return texts
  }

  it('pings after 15 s of silence and cuts 10 s later with 4002; the session is held (T16)', () => {
    const { ann, bob, pass } = seenByBob()
    const texts = mute(ann)
    pass(14_999)
    expect(texts).toEqual([])
    pass(1)
    expect(texts).toEqual([`{"t":"ping","ts":${WALL + 15_000}}`])
    pass(9_999)
    expect(ann.closed()).toBeUndefined()
    pass(1)
    expect(ann.closed()).toEqual({ code: 4002, reason: 'heartbeat_timeout' })
    pass(59_999)
    expect(bob.heard()).toEqual([])
    pass(1)
    // The last sign of life, not the moment of giving up.
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', sid: ann.sid, reason: 'timeout', ts: WALL }])
  })

  it('says instants and idle times in whole ms, whatever clock and client do', () => {
    const { join, pass } = converse()
    const bob = join('bob')
    bob.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['ann'] })
    pass(0.3)
    const ann = join('ann', { idle: Number.MAX_SAFE_INTEGER })
    ann.say({ t: 'state', r: 'room', c: 1, d: {} })
    mute(ann)
    pass(100_000.4)
    const frames = bob.heard()
    expect(decodeServerMessage(JSON.stringify(frames)).map(({ frame, problem }) => frame?.type ?? problem)).toEqual([
      'synced',
      'sync',
      'appeared',
      'state',
      'disconnect',
      'gone',
    ])
  })

  it('keeps whoever answers, for ever', () => {
    const { ann, pass } = seenByBob()
    pass(600_000)
    expect(ann.closed()).toBeUndefined()
  })

  it('lets a talking client hear something too: it judges us by silence as we judge it', () => {
    const { join, pass } = converse()
    const ann = join('ann')
    ann.say({ t: 'state', r: 'room', c: 1, d: {} })
    const texts = mute(ann)
    for (let second = 1; second <= 24; second += 1) {
      pass(1_000)
      ann.say({ t: 'move', r: 'room', at: [second, 0] })
    }
    expect(texts.length).toBeGreaterThan(0)
  })

  it('answers a ping of the client', () => {
    const ann = converse().join('ann')
    ann.say({ t: 'ping' })
    expect(ann.heard()).toEqual([{ t: 'pong' }])
  })

  it('bye leave: gone now', () => {
    const { ann, bob } = seenByBob()
    ann.say({ t: 'bye', reason: 'leave' })
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', sid: ann.sid, reason: 'left' }])
    expect(ann.closed()?.code).toBe(1000)
  })

  it('bye unload: gone after 2 s, so that a reload does not flap', () => {
    const { ann, bob, pass } = seenByBob()
    ann.say({ t: 'bye', reason: 'unload' })
    ann.drop()
    pass(1_999)
    expect(bob.heard()).toEqual([])
    pass(1)
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', sid: ann.sid, reason: 'closed', ts: WALL }])
  })

  it('any other close, with any code: held for 60 s with no frame to anybody, then one disconnect', () => {
    for (const code of [1000, 1001, 1006]) {
      const { ann, bob, join, pass } = seenByBob()
      pass(1_000)
      ann.channel.close(code)
      pass(59_999)
      expect(bob.heard()).toEqual([])
      const cleo = join('cleo')
      cleo.say({ t: 'rollCall', r: 'room' })
      expect(cleo.heardOf('state')).toMatchObject([{ sid: ann.sid, held: true }])
      pass(1)
      expect(bob.heard()).toMatchObject([{ t: 'disconnect', reason: 'timeout', ts: WALL + 1_000 }])
    }
  })

  it('kick: gone with reason kicked, 4507, and no way to resume', () => {
    const { ann, bob, server, join } = seenByBob()
    server.hub.kick(ann.sid)
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', reason: 'kicked' }])
    expect(ann.closed()).toEqual({ code: 4507, reason: 'token_revoked' })
    expect(join('ann', { resume: ann.welcome['resume'] }).welcome).toMatchObject({ resumed: false })
  })

  it('revokeUser: all sessions at once, held ones too (T5)', () => {
    const { ann, bob, server, join } = seenByBob()
    const other = join('ann')
    ann.drop()
    server.hub.revokeUser('ann')
    expect(other.closed()?.code).toBe(4507)
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', sid: ann.sid, reason: 'kicked' }])
  })

  it('a disposed server has no timer left (INV-21)', () => {
    const { ann, bob, server, clock, join } = seenByBob()
    bob.say({ t: 'follow', ids: ['ann'] })
    ann.say({ t: 'statusUpdate', a: 'x' })
    ann.say({ t: 'statusUpdate', a: 'y', s: 'busy', pin: true, until: WALL + 1e6 })
    join('cleo').drop()
    expect(clock.pending()).toBeGreaterThan(0)
    server.dispose()
    clock.runDeferred()
    expect(clock.pending()).toBe(0)
  })
})

describe('a token’s life (T5)', () => {
  const withToken = (token: string) => {
    const conversation = converse({ authenticator: tokens, open: true })
    return { ...conversation, ann: conversation.join('ann', { token }) }
  }

  it('warns 30 s before its end and closes 25 s after it with 4004; the session can be resumed', () => {
    const { ann, pass, join } = withToken(`ann ${WALL + 100_000}`)
    pass(69_999)
    expect(ann.heard()).toEqual([])
    pass(1)
    expect(ann.heard()).toEqual([{ t: 'warn', code: 'token_expiring' }])
    pass(54_999)
    expect(ann.closed()).toBeUndefined()
    pass(1)
    expect(ann.closed()).toEqual({ code: 4004, reason: 'token_expired' })
    expect(join('ann', { token: 'ann', resume: ann.welcome['resume'] }).welcome).toMatchObject({
      resumed: true,
      sid: ann.sid,
    })
  })

  it('survives an end beyond 2^31 ms', () => {
    const { ann, pass } = withToken(`ann ${WALL + 2 ** 33}`)
    pass(600_000)
    expect(ann.heard()).toEqual([])
    expect(ann.closed()).toBeUndefined()
  })

  it('is refreshed by auth with the same sub', async () => {
    const { ann, clock } = withToken(`ann ${WALL + 100_000}`)
    ann.say({ t: 'auth', n: 1, token: 'ann' })
    await clock.advanceAsync(0)
    expect(ann.heard()).toEqual([{ t: 'ack', n: 1 }])
    await clock.advanceAsync(300_000)
    expect(ann.closed()).toBeUndefined()
  })

  it.each([
    ['another user', 'bob', 4500],
    ['nobody', '', 4500],
    ['somebody revoked', 'revoked', 4507],
  ])('a token of %s ends the connection', async (_who, token, code) => {
    const { ann, clock } = withToken('ann')
    ann.say({ t: 'auth', n: 1, token })
    await clock.advanceAsync(0)
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 1 }])
    expect(ann.closed()?.code).toBe(code)
  })

  it('an expired token is refused and may be followed by a better one', async () => {
    const { ann, clock } = withToken('ann')
    ann.say({ t: 'auth', n: 1, token: 'ann 1000' })
    await clock.advanceAsync(0)
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 1, code: 'token_expired' }])
    expect(ann.closed()).toBeUndefined()
  })
})
