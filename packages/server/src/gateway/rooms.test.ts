import { describe, expect, it } from 'vitest'
import { converse } from './conversation.contract.ts'

/** Ann is in the room, Bob sees it. */
function annSeenByBob() {
  const conversation = converse()
  const ann = conversation.join('ann')
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' })
  bob.heard()
  ann.say({ t: 'state', r: 'room', c: 1, d: { x: 1 } })
  return { ...conversation, ann, bob }
}

describe('a room, over the wire (PROTOCOL.md, chapter 4)', () => {
  it('answers a roll call with one state per session but the asker, then synced, then ack', () => {
    const { join } = converse()
    const ann = join('ann')
    const bob = join('bob')
    ann.say({ t: 'state', r: 'room', c: 1, n: 1, d: { x: 1 } })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 1 }])
    bob.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'rollCall', r: 'room', n: 2 })
    const [state, synced, ack, ...rest] = bob.heard()
    expect(state).toEqual({
      t: 'state',
      r: 'room',
      sid: ann.sid,
      id: 'ann',
      c: 1,
      i: { name: 'ann' },
      s: 'online',
      d: { x: 1 },
      idle: 0,
      at: 1_767_225_600_000,
    })
    expect(synced).toMatchObject({ t: 'synced', r: 'room' })
    expect(ack).toEqual({ t: 'ack', n: 2 })
    expect(rest).toEqual([])
  })

  it('names other sessions of the asker’s own person', () => {
    const { join } = converse()
    const first = join('ann')
    const second = join('ann')
    first.say({ t: 'state', r: 'room', c: 1, d: {} })
    second.say({ t: 'rollCall', r: 'room' })
    expect(second.heard().map(({ t, sid }) => [t, sid])).toEqual([
      ['state', first.sid],
      ['synced', undefined],
    ])
  })

  it('lets one be in a room without seeing it, and see it without being in it', () => {
    const { ann, bob } = annSeenByBob()
    expect(bob.heardOf('state')).toHaveLength(1)
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    expect(ann.heard()).toEqual([])
  })

  it('tells of entering with a state, and acks without telling where nothing changed', () => {
    const { ann, bob } = annSeenByBob()
    expect(bob.heard()).toMatchObject([{ t: 'state', sid: ann.sid, c: 1, d: { x: 1 } }])
    ann.say({ t: 'state', r: 'room', c: 2, n: 5, d: { x: 1 } })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 5 }])
    expect(bob.heard()).toEqual([])
  })

  it('tells a replacement as state with the same time of entering, never as leave and enter', () => {
    const { ann, bob, pass } = annSeenByBob()
    const [entered] = bob.heard()
    pass(1_000)
    ann.say({ t: 'state', r: 'room', c: 2, d: { y: 2 } })
    const frames = bob.heard()
    expect(frames).toMatchObject([{ t: 'state', c: 2, d: { y: 2 }, at: entered?.['at'] }])
  })

  it('tells changed keys as patch, and only those that differ', () => {
    const { ann, bob } = annSeenByBob()
    bob.heard()
    ann.say({ t: 'patch', r: 'room', c: 2, n: 1, d: { x: 1, y: null }, rm: ['z'] })
    expect(bob.heard()).toEqual([{ t: 'patch', r: 'room', sid: ann.sid, c: 2, d: { y: null } }])
    ann.say({ t: 'patch', r: 'room', c: 3, rm: ['x'] })
    expect(bob.heard()).toEqual([{ t: 'patch', r: 'room', sid: ann.sid, c: 3, rm: ['x'] }])
    ann.say({ t: 'patch', r: 'room', c: 4, n: 2, d: { y: null } })
    expect(bob.heard()).toEqual([])
    expect(ann.heard()).toEqual([
      { t: 'ack', n: 1 },
      { t: 'ack', n: 2 },
    ])
  })

  it('drops frames whose counter is not newer, and acks them (T27)', () => {
    const { ann, bob } = annSeenByBob()
    ann.say({ t: 'patch', r: 'room', c: 5, d: { x: 5 } })
    bob.heard()
    ann.say({ t: 'patch', r: 'room', c: 5, n: 1, d: { x: 6 } }, { t: 'state', r: 'room', c: 2, n: 2, d: {} })
    expect(ann.heard()).toEqual([
      { t: 'ack', n: 1 },
      { t: 'ack', n: 2 },
    ])
    expect(bob.heard()).toEqual([])
  })

  it('does not let a late state bring back who has left (T27)', () => {
    const { ann, bob, pass } = annSeenByBob()
    pass(500)
    ann.say({ t: 'disconnect', r: 'room', c: 3, d: { bye: true } })
    expect(bob.heard().at(-1)).toEqual({
      t: 'disconnect',
      r: 'room',
      sid: ann.sid,
      c: 2,
      reason: 'left',
      ts: 1_767_225_600_500,
      d: { bye: true },
    })
    ann.say({ t: 'state', r: 'room', c: 2, n: 1, d: {} })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 1 }])
    expect(bob.heard()).toEqual([])
    ann.say({ t: 'state', r: 'room', c: 4, d: {} })
    expect(bob.heard()).toMatchObject([{ t: 'state', c: 3 }])
  })

  it.each([
    { t: 'patch', c: 1, d: {} },
    { t: 'typing', c: 1, on: true },
    { t: 'disconnect', c: 1 },
  ])('answers $t in a room not entered with conflict', (frame) => {
    const { join } = converse()
    const ann = join('ann')
    ann.say({ ...frame, r: 'room', n: 9 })
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 9, code: 'conflict' }])
  })

  it('answers move in a room not entered with conflict', () => {
    const ann = converse().join('ann')
    ann.say({ t: 'move', r: 'room', at: [1, 2] })
    expect(ann.heard()).toMatchObject([{ t: 'error', code: 'conflict' }])
  })

  it('passes typing on at once, and tells newcomers what is being typed in', () => {
    const { ann, bob, join, pass } = annSeenByBob()
    bob.heard()
    ann.say({ t: 'typing', r: 'room', c: 2, in: 'body', on: true })
    expect(bob.heard()).toEqual([{ t: 'typing', r: 'room', sid: ann.sid, c: 2, in: 'body', on: true }])
    const cleo = join('cleo')
    cleo.say({ t: 'rollCall', r: 'room' })
    expect(cleo.heardOf('state')).toMatchObject([{ ty: ['body'] }])
    pass(6_000)
    cleo.say({ t: 'rollCall', r: 'room' })
    expect(cleo.heardOf('state')[0]).not.toHaveProperty('ty')
  })

  it('passes pointers on, outside the state', () => {
    const { ann, bob } = annSeenByBob()
    bob.heard()
    ann.say({ t: 'move', r: 'room', in: 'map', at: [0.5, -2] }, { t: 'move', r: 'room', in: 'map', at: null })
    expect(bob.heard()).toEqual([
      { t: 'move', r: 'room', sid: ann.sid, in: 'map', at: [0.5, -2] },
      { t: 'move', r: 'room', sid: ann.sid, in: 'map', at: null },
    ])
  })

  it('stops telling after dismiss', () => {
    const { ann, bob } = annSeenByBob()
    bob.heard()
    bob.say({ t: 'dismiss', r: 'room', n: 1 })
    expect(bob.heard()).toEqual([{ t: 'ack', n: 1 }])
    ann.say({ t: 'patch', r: 'room', c: 2, d: { x: 2 } })
    expect(bob.heard()).toEqual([])
  })

  it('never sends a session its own frames', () => {
    const { ann } = annSeenByBob()
    ann.say({ t: 'rollCall', r: 'room' })
    ann.heard()
    ann.say({ t: 'patch', r: 'room', c: 2, d: { x: 2 } }, { t: 'typing', r: 'room', c: 3, on: true })
    ann.say({ t: 'statusUpdate', a: 'Coding' })
    expect(ann.heard()).toEqual([])
  })

  it('keeps rooms apart (INV-22)', () => {
    const { ann, bob } = annSeenByBob()
    bob.heard()
    ann.say({ t: 'state', r: 'other', c: 1, d: {} }, { t: 'patch', r: 'other', c: 2, d: { x: 2 } })
    expect(bob.heard()).toEqual([])
  })

  it('counts for who wants numbers alone: at once, then at most once a second, only what changed', () => {
    const { join, pass } = converse()
    const bob = join('bob')
    bob.say({ t: 'rollCall', r: 'room', n: 1, only: 'count' })
    expect(bob.heard()).toEqual([
      { t: 'count', r: 'room', members: 0, sessions: 0 },
      { t: 'ack', n: 1 },
    ])
    const ann = join('ann')
    const annAgain = join('ann')
    ann.say({ t: 'state', r: 'room', c: 1, d: {} })
    annAgain.say({ t: 'state', r: 'room', c: 1, d: {} })
    expect(bob.heard()).toEqual([{ t: 'count', r: 'room', members: 1, sessions: 1 }])
    pass(1_000)
    expect(bob.heard()).toEqual([{ t: 'count', r: 'room', members: 1, sessions: 2 }])
    annAgain.say({ t: 'disconnect', r: 'room', c: 2 }, { t: 'state', r: 'room', c: 3, d: {} })
    pass(2_000)
    expect(bob.heard()).toEqual([])
    bob.say({ t: 'rollCall', r: 'room' })
    expect(bob.heard().map(({ t }) => t)).toEqual(['state', 'state', 'synced'])
  })

  it('tells a change of status once per room and session concerned', () => {
    const { join } = converse()
    const ann = join('ann')
    const annToo = join('ann')
    const bob = join('bob')
    for (const r of ['one', 'two']) {
      ann.say({ t: 'state', r, c: 1, d: {} })
      bob.say({ t: 'rollCall', r })
    }
    annToo.say({ t: 'state', r: 'two', c: 1, d: {} })
    bob.heard()
    ann.say({ t: 'statusUpdate', s: 'away', idle: 300_000 })
    expect(bob.heard()).toEqual([
      { t: 'patch', r: 'one', sid: ann.sid, c: 2, s: 'away', idle: 300_000 },
      { t: 'patch', r: 'two', sid: ann.sid, c: 2, s: 'away', idle: 300_000 },
    ])
    ann.say({ t: 'statusUpdate', s: 'busy', st: 'on air', pin: true })
    expect(bob.heard().map(({ r, sid, s, st }) => [r, sid, s, st])).toEqual([
      ['one', ann.sid, 'busy', 'on air'],
      ['two', ann.sid, 'busy', 'on air'],
      ['two', annToo.sid, 'busy', 'on air'],
    ])
  })

  it('carries the status in the state of an entering session', () => {
    const { join } = converse()
    const bob = join('bob')
    bob.say({ t: 'rollCall', r: 'room' })
    bob.heard()
    const ann = join('ann', { s: 'busy', st: 'x', a: 'Coding', p: 'rollcall', l: 'ts', m: { k: 1 }, idle: 1_000 })
    ann.say({ t: 'state', r: 'room', c: 1, d: {}, ty: ['body'] })
    expect(bob.heard()).toMatchObject([
      { s: 'busy', st: 'x', a: 'Coding', p: 'rollcall', l: 'ts', m: { k: 1 }, idle: 1_000, ty: ['body'] },
    ])
  })
})

describe('limits of rooms (T12, T14)', () => {
  it('refuses the 65th room, and leaves everything as it was', () => {
    const ann = converse().join('ann')
    for (let index = 0; index < 64; index += 1) ann.say({ t: 'state', r: `room:${index}`, c: 1, d: {} })
    expect(ann.heard()).toEqual([])
    ann.say({ t: 'rollCall', r: 'one-more', n: 1 }, { t: 'state', r: 'one-more', c: 1, n: 2, d: {} })
    expect(ann.heard()).toMatchObject([
      { t: 'error', n: 1, code: 'limit_exceeded' },
      { t: 'error', n: 2, code: 'limit_exceeded' },
    ])
    ann.say({ t: 'rollCall', r: 'room:1', n: 3 })
    expect(ann.heardOf('ack')).toEqual([{ t: 'ack', n: 3 }])
  })

  it('refuses a patch that would make the whole too large, and changes nothing', () => {
    const { ann, bob } = annSeenByBob()
    ann.say({ t: 'patch', r: 'room', c: 2, d: { long: 'x'.repeat(4_000) } })
    bob.heard()
    ann.say({ t: 'patch', r: 'room', c: 3, n: 1, d: { more: 'x'.repeat(200) } })
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 1, code: 'data_too_large' }])
    expect(bob.heard()).toEqual([])
    ann.say({ t: 'patch', r: 'room', c: 3, n: 2, rm: ['long'] })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 2 }])
  })
})
