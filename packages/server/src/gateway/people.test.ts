import { describe, expect, it } from 'vitest'
import { converse } from './conversation.contract.ts'

const WALL = 1_767_225_600_000

/** Bob follows Alice, who is online with one window. */
function bobFollowsAlice(hello = {}) {
  const conversation = converse()
  const alice = conversation.join('A', hello)
  const bob = conversation.join('B')
  bob.say({ t: 'follow', ids: ['A'] })
  bob.heard()
  return { ...conversation, alice, bob }
}

describe('the flows of the feature text', () => {
  it('TST-PRESENCE-001: a follower gets the delta and nothing else', () => {
    const { alice, bob } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', n: 1, a: 'Coding' })
    expect(alice.heard()).toEqual([{ t: 'ack', n: 1 }])
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: 'Coding' }])
    expect(bob.messages().at(-1)).toBe('{"t":"u","id":"A","a":"Coding"}')
  })

  it('TST-PRESENCE-002: who does not follow hears nothing, be there ever so many', () => {
    const { alice, bob, join } = bobFollowsAlice()
    const others = Array.from({ length: 50 }, (_, index) => join(`C${index}`))
    alice.say({ t: 'statusUpdate', a: 'Coding', s: 'busy' })
    expect(bob.heard()).toHaveLength(1)
    for (const other of others) expect(other.heard()).toEqual([])
  })

  it('TST-PRESENCE-003: dropped and resumed within 60 s, followers hear nothing (INV-37)', () => {
    const { alice, bob, join, pass } = bobFollowsAlice({ a: 'Coding' })
    alice.drop()
    pass(55_000)
    const again = join('A', { resume: alice.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true, sid: alice.sid })
    pass(120_000)
    expect(bob.heard()).toEqual([])
    again.say({ t: 'statusUpdate', a: 'Debugging' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: 'Debugging' }])
  })

  it('TST-PRESENCE-004: two windows are one entry, the most active', () => {
    const { alice, bob, join } = bobFollowsAlice({ a: 'Idle' })
    const second = join('A', { a: 'Coding', p: 'MyApp' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: 'Coding', p: 'MyApp' }])
    alice.say({ t: 'statusUpdate', a: 'Idle', l: 'Go' })
    expect(bob.heard()).toEqual([])
    second.say({ t: 'bye', reason: 'leave' })
    bob.say({ t: 'follow', ids: ['A'] })
    expect(bob.heardOf('sync')).toMatchObject([{ users: [{ id: 'A', a: 'Coding' }] }])
  })
})

describe('following (PROTOCOL.md, chapter 5)', () => {
  it('answers with whole pictures, then the ack', () => {
    const { join } = converse()
    join('A', { a: 'Coding', st: 'hi' })
    const bob = join('B')
    bob.say({ t: 'follow', n: 1, ids: ['A', 'never-seen'] })
    expect(bob.heard()).toEqual([
      {
        t: 'sync',
        users: [
          { id: 'A', i: { name: 'A' }, s: 'online', st: 'hi', a: 'Coding', p: '', l: '' },
          { id: 'never-seen', s: 'offline', a: '', p: '', l: '' },
        ],
      },
      { t: 'ack', n: 1 },
    ])
  })

  it('hears one o, whole, then the first change at once, then one x with the last sign of life (INV-38)', () => {
    const { join, pass } = converse()
    const bob = join('B')
    bob.say({ t: 'follow', ids: ['A'] })
    bob.heard()
    const alice = join('A', { a: 'Idle' })
    expect(bob.heard()).toEqual([{ t: 'o', id: 'A', i: { name: 'A' }, s: 'online', a: 'Idle', p: '', l: '' }])
    alice.say({ t: 'statusUpdate', a: 'Coding' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: 'Coding' }])
    pass(5_000)
    alice.drop()
    pass(60_000)
    expect(bob.heard()).toEqual([{ t: 'x', id: 'A', ts: WALL + 5_000 }])
    bob.say({ t: 'follow', ids: ['A'] })
    expect(bob.heardOf('sync')).toMatchObject([{ users: [{ id: 'A', s: 'offline', ts: WALL + 5_000 }] }])
  })

  it('stops after unfollow', () => {
    const { alice, bob } = bobFollowsAlice()
    bob.say({ t: 'unfollow', n: 2, ids: ['A', 'unknown'] })
    expect(bob.heard()).toEqual([{ t: 'ack', n: 2 }])
    alice.say({ t: 'bye', reason: 'leave' })
    expect(bob.heard()).toEqual([])
  })

  it('at most 200 ids a frame, and 1,000 a session: over it nothing changes (T14)', () => {
    const { join } = converse()
    const bob = join('B')
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `u${from + index}`)
    bob.say({ t: 'follow', n: 1, ids: ids(0, 201) })
    expect(bob.heard()).toMatchObject([{ t: 'error', n: 1, code: 'limit_exceeded' }])
    for (let from = 0; from < 1_000; from += 200) bob.say({ t: 'follow', ids: ids(from, 200) })
    expect(bob.heardOf('sync')).toHaveLength(5)
    bob.say({ t: 'follow', n: 2, ids: ['A'] })
    expect(bob.heard()).toMatchObject([{ t: 'error', n: 2, code: 'limit_exceeded' }])
    join('A')
    expect(bob.heard()).toEqual([])
  })

  it('follows the allowed ids, and names the refused ones in one error', () => {
    const { join } = converse({
      open: false,
      authorizeFollow: (viewer, userIds) => userIds.filter((userId) => userId.startsWith(viewer.userId)),
    })
    const bob = join('B')
    bob.say({ t: 'follow', n: 1, ids: ['Bert', 'A', 'unknown'] })
    expect(bob.heard()).toMatchObject([
      { t: 'sync', users: [{ id: 'Bert' }] },
      { t: 'error', n: 1, code: 'forbidden', details: { ids: ['A', 'unknown'] } },
    ])
    join('A')
    join('Bert')
    expect(bob.heard()).toMatchObject([{ t: 'o', id: 'Bert' }])
  })

  it('follows at login whom the server names, until unfollowed', async () => {
    const { join, clock } = converse({ following: () => Promise.resolve(['A']) })
    const bob = join('B')
    await clock.advanceAsync(0)
    expect(bob.heard()).toMatchObject([{ t: 'sync', users: [{ id: 'A', s: 'offline' }] }])
    join('A')
    expect(bob.heardOf('o')).toMatchObject([{ id: 'A' }])
    bob.say({ t: 'unfollow', ids: ['A'] })
    join('A').say({ t: 'statusUpdate', s: 'busy', pin: true })
    expect(bob.heard()).toEqual([])
  })

  it('long lists come in several sync frames, each within a message', () => {
    const { join } = converse()
    const metadata = { text: 'x'.repeat(4_000) }
    for (let index = 0; index < 40; index += 1) join(`A${index}`, { m: metadata })
    const bob = join('B')
    bob.say({ t: 'follow', ids: Array.from({ length: 40 }, (_, index) => `A${index}`) })
    const syncs = bob.heardOf('sync')
    expect(syncs.length).toBeGreaterThan(1)
    expect(syncs.flatMap(({ users }) => users)).toHaveLength(40)
    expect(Math.max(...bob.messages().map((text) => text.length))).toBeLessThanOrEqual(65_536)
  })
})

describe('when followers hear of a change', () => {
  it('first at once, then the last value at the window’s end, nothing for what came back (INV-24–27)', () => {
    const { alice, bob, pass } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', a: '1' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: '1' }])
    pass(500)
    alice.say({ t: 'statusUpdate', a: '2' })
    alice.say({ t: 'statusUpdate', a: '3' })
    pass(1_499)
    expect(bob.heard()).toEqual([])
    pass(1)
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: '3' }])
    alice.say({ t: 'statusUpdate', a: '4' })
    alice.say({ t: 'statusUpdate', a: '3' })
    pass(10_000)
    expect(bob.heard()).toEqual([])
  })

  it('never delays a change of status, and takes along what was waiting', () => {
    const { alice, bob } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', a: '1' })
    alice.say({ t: 'statusUpdate', a: '2' })
    bob.heard()
    alice.say({ t: 'statusUpdate', s: 'away' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'away', a: '2' }])
  })

  it('tells what is unset as null', () => {
    const { alice, bob } = bobFollowsAlice({ a: 'Coding', st: 'hi', m: { k: 1, l: 2 } })
    alice.say({ t: 'statusUpdate', a: null, st: '', m: { k: null } })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', st: null, a: null, m: { k: null } }])
  })

  it('o opens no window, and takes along what was waiting', () => {
    const { alice, bob, join } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', a: '1' })
    alice.say({ t: 'statusUpdate', a: '2' })
    alice.say({ t: 'bye', reason: 'leave' })
    const again = join('A', { a: '3' })
    expect(bob.heard().map(({ t, a }) => [t, a])).toEqual([
      ['u', '1'],
      ['x', undefined],
      ['o', '3'],
    ])
    again.say({ t: 'statusUpdate', a: '4' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', a: '4' }])
  })

  it('a person is away when all their sessions are', () => {
    const { alice, bob, join } = bobFollowsAlice()
    const second = join('A')
    alice.say({ t: 'statusUpdate', s: 'away', idle: 300_000 })
    expect(bob.heard()).toEqual([])
    second.say({ t: 'statusUpdate', s: 'away', idle: 300_000 })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'away' }])
    second.say({ t: 'statusUpdate', s: 'online' })
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'online' }])
  })

  it('s:"offline" is bad_frame', () => {
    const { alice, bob } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', n: 1, s: 'offline' })
    expect(alice.heard()).toMatchObject([{ t: 'error', n: 1, code: 'bad_frame' }])
    expect(bob.heard()).toEqual([])
  })

  it('new info goes out as i, in u and in patch', async () => {
    const { join, clock } = converse({
      open: true,
      authenticator: {
        authenticate: ({ token = '' }) => {
          const [userId = '', name = userId] = token.split(' ')
          return { userId, info: { name } }
        },
      },
    })
    const alice = join('A', { token: 'A Alice' })
    const bob = join('B', { token: 'B' })
    bob.say({ t: 'follow', ids: ['A'] }, { t: 'rollCall', r: 'room' })
    alice.say({ t: 'state', r: 'room', c: 1, d: {} })
    bob.heard()
    alice.say({ t: 'auth', token: 'A Alicia' })
    await clock.advanceAsync(0)
    expect(bob.heard()).toEqual([
      { t: 'patch', r: 'room', sid: alice.sid, c: 2, i: { name: 'Alicia' } },
      { t: 'u', id: 'A', i: { name: 'Alicia' } },
    ])
  })
})

describe('a pinned status', () => {
  it('lies over all sessions, is told to the other ones as self, and ends by s:null', () => {
    const { alice, bob, join } = bobFollowsAlice()
    const second = join('A')
    alice.say({ t: 'statusUpdate', n: 1, s: 'busy', st: 'on air', pin: true })
    expect(alice.heard()).toEqual([{ t: 'ack', n: 1 }])
    expect(second.heard()).toEqual([{ t: 'self', s: 'busy', st: 'on air', pin: true }])
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'busy', st: 'on air' }])
    second.say({ t: 'statusUpdate', s: 'away' })
    expect(bob.heard()).toEqual([])
    second.say({ t: 'statusUpdate', s: null, pin: true })
    expect(alice.heard()).toEqual([{ t: 'self', s: 'online', pin: false }])
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'online', st: null }])
  })

  it('ends at until, by the server’s clock', () => {
    const { alice, bob, pass, join } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', s: 'busy', pin: true, until: WALL + 10_000 })
    bob.heard()
    expect(join('A').welcome['self']).toEqual({ s: 'busy', until: WALL + 10_000, pin: true })
    pass(9_999)
    expect(bob.heard()).toEqual([])
    pass(1)
    expect(bob.heard()).toEqual([{ t: 'u', id: 'A', s: 'online' }])
    expect(alice.heard()).toEqual([{ t: 'self', s: 'online', pin: false }])
  })

  it('outlives the sessions of its person', () => {
    const { alice, bob, join } = bobFollowsAlice()
    alice.say({ t: 'statusUpdate', s: 'busy', pin: true })
    alice.say({ t: 'bye', reason: 'leave' })
    bob.heard()
    expect(join('A').welcome['self']).toEqual({ s: 'busy', pin: true })
    expect(bob.heard()).toMatchObject([{ t: 'o', id: 'A', s: 'busy' }])
  })
})

describe('invisible (T9)', () => {
  it('one x with the time of hiding, then nothing, then one o (INV-41)', () => {
    const { alice, bob, pass } = bobFollowsAlice()
    pass(1_000)
    alice.say({ t: 'statusUpdate', n: 1, s: 'invisible' })
    expect(alice.heard()).toEqual([{ t: 'ack', n: 1 }])
    expect(bob.heard()).toEqual([{ t: 'x', id: 'A', ts: WALL + 1_000 }])
    pass(1_000)
    alice.say({ t: 'statusUpdate', a: 'Coding', s: 'away' }, { t: 'statusUpdate', s: 'online' })
    pass(10_000)
    expect(bob.heard()).toEqual([])
    bob.say({ t: 'follow', ids: ['A'] })
    expect(bob.heardOf('sync')).toMatchObject([{ users: [{ s: 'offline', a: '', ts: WALL + 1_000 }] }])
    alice.say({ t: 'statusUpdate', s: 'online', pin: true })
    expect(bob.heard()).toMatchObject([{ t: 'o', id: 'A', s: 'online', a: 'Coding' }])
  })

  it('who arrives invisible is never seen, and neither is their going', () => {
    const { join, pass } = converse()
    const bob = join('B')
    bob.say({ t: 'follow', ids: ['A'] }, { t: 'rollCall', r: 'room' }, { t: 'rollCall', r: 'count', only: 'count' })
    bob.heard()
    const alice = join('A', { s: 'invisible' })
    expect(alice.welcome['self']).toEqual({ s: 'invisible', pin: true })
    alice.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'state', r: 'count', c: 1, d: {} })
    alice.say({ t: 'typing', r: 'room', c: 2, on: true }, { t: 'patch', r: 'room', c: 3, d: { x: 1 } })
    alice.say({ t: 'move', r: 'room', at: [1, 1] }, { t: 'disconnect', r: 'room', c: 4 })
    pass(5_000)
    alice.drop()
    pass(90_000)
    expect(bob.heard()).toEqual([])
    bob.say({ t: 'follow', ids: ['A'] })
    expect(bob.heardOf('sync')).toEqual([
      { t: 'sync', users: [expect.not.objectContaining({ ts: expect.anything() })] },
    ])
  })

  it('rooms get disconnect with reason left, and a state with the time of returning', () => {
    const { join, pass } = converse()
    const alice = join('A')
    const second = join('A')
    const bob = join('B')
    bob.say({ t: 'rollCall', r: 'room' }, { t: 'rollCall', r: 'count', only: 'count' })
    alice.say({ t: 'state', r: 'room', c: 1, d: { x: 1 } }, { t: 'state', r: 'count', c: 1, d: {} })
    second.say({ t: 'state', r: 'room', c: 1, d: {} })
    bob.heard()
    pass(5_000)
    second.say({ t: 'statusUpdate', s: 'invisible' })
    const hidden = bob.heard()
    expect(hidden).toHaveLength(3)
    expect(hidden).toContainEqual({
      t: 'disconnect',
      r: 'room',
      sid: alice.sid,
      c: 2,
      reason: 'left',
      ts: WALL + 5_000,
    })
    expect(hidden).toContainEqual({
      t: 'disconnect',
      r: 'room',
      sid: second.sid,
      c: 2,
      reason: 'left',
      ts: WALL + 5_000,
    })
    expect(hidden).toContainEqual({ t: 'count', r: 'count', members: 0, sessions: 0 })
    alice.say({ t: 'patch', r: 'room', c: 2, d: { x: 2 } })
    const cleo = join('C')
    cleo.say({ t: 'rollCall', r: 'room' })
    expect(cleo.heard()).toMatchObject([{ t: 'synced' }])
    pass(5_000)
    alice.say({ t: 'statusUpdate', s: null, pin: true })
    expect(bob.heardOf('state')).toMatchObject([
      { sid: alice.sid, c: 3, d: { x: 2 }, at: WALL + 10_000 },
      { sid: second.sid, c: 3, at: WALL + 10_000 },
    ])
  })

  it('a trace of it is that of a real departure at the same moment (INV-41)', () => {
    const traceOf = (go: 'invisible' | 'leave') => {
      const { alice, bob, join, pass } = bobFollowsAlice()
      bob.say({ t: 'rollCall', r: 'room' })
      alice.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'typing', r: 'room', c: 2, on: true })
      pass(3_000)
      bob.heard()
      alice.say(go === 'leave' ? { t: 'bye', reason: 'leave' } : { t: 'statusUpdate', s: 'invisible' })
      pass(100_000)
      const cleo = join('C')
      cleo.say({ t: 'follow', ids: ['A'] }, { t: 'rollCall', r: 'room' })
      const anonymous = (text: string): string => text.replaceAll(alice.sid, 'SID').replaceAll(/"v":\d+/g, '"v":0')
      return anonymous(JSON.stringify([...bob.heard(), ...cleo.heard()]))
    }
    expect(traceOf('invisible')).toBe(traceOf('leave'))
  })
})
