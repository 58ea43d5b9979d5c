import { describe, expect, it } from 'vitest'
import { converse } from './conversation.contract.ts'
import { createTokenBucket, takeToken } from './rateLimit.ts'

describe('a token bucket', () => {
  it('gives its burst at once, then one a token’s time, and says how long to wait', () => {
    const bucket = createTokenBucket({ perSecond: 10, burst: 3 }, 0)
    expect([1, 2, 3].map(() => takeToken(bucket, 0))).toEqual([0, 0, 0])
    expect(takeToken(bucket, 0)).toBe(100)
    expect(takeToken(bucket, 60)).toBe(40)
    expect(takeToken(bucket, 100)).toBe(0)
    expect(takeToken(bucket, 100)).toBe(100)
    expect([1, 2, 3, 4].map(() => takeToken(bucket, 10_000))).toEqual([0, 0, 0, 100])
  })

  it('is not confused by a clock that stands still or goes back', () => {
    const bucket = createTokenBucket({ perSecond: 1, burst: 1 }, 1_000)
    expect(takeToken(bucket, 1_000)).toBe(0)
    expect(takeToken(bucket, 0)).toBe(1_000)
  })
})

function viewer() {
  const conversation = converse()
  const ann = conversation.join('ann')
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['ann'] })
  ann.say({ t: 'state', r: 'room', c: 1, d: {} })
  bob.heard()
  return { ...conversation, ann, bob }
}

describe('over the rate (T13)', () => {
  it('room updates merge to the newest value: all acked, none lost, fewer frames', () => {
    const { ann, bob, pass } = viewer()
    for (let index = 1; index <= 500; index += 1)
      ann.say({ t: 'patch', r: 'room', c: 1 + index, n: index, d: { [`k${index % 3}`]: index } })
    expect(ann.heardOf('ack')).toHaveLength(500)
    pass(1_000)
    const patches = bob.heard()
    expect(patches.length).toBeLessThan(200)
    const picture = Object.assign({}, ...patches.map(({ d }) => d)) as unknown
    expect(picture).toEqual({ k0: 498, k1: 499, k2: 500 })
    expect(ann.closed()).toBeUndefined()
  })

  it('a thousand updates a second for ten seconds are survived', () => {
    const { ann, bob, pass } = viewer()
    let seq = 1
    for (let tick = 0; tick < 1_000; tick += 1) {
      ann.say(...Array.from({ length: 10 }, () => ({ t: 'patch', r: 'room', c: (seq += 1), d: { seq } })))
      pass(10)
    }
    pass(1_000)
    expect(ann.closed()).toBeUndefined()
    const patches = bob.heardOf('patch')
    expect(patches.at(-1)).toMatchObject({ d: { seq } })
    expect(patches.length).toBeLessThan(10 * 2 * 70 + 200)
  })

  it('pointers merge too', () => {
    const { ann, bob, pass } = viewer()
    for (let index = 0; index < 300; index += 1) ann.say({ t: 'move', r: 'room', at: [index, 0] })
    pass(1_000)
    const moves = bob.heardOf('move')
    expect(moves.length).toBeLessThan(150)
    expect(moves.at(-1)).toMatchObject({ at: [299, 0] })
  })

  it('a flood into a room that was not entered is not answered frame by frame, unless it asks', () => {
    const { bob } = viewer()
    for (let index = 0; index < 1_000; index += 1) bob.say({ t: 'move', r: 'attic', at: [index, 0] })
    const told = bob.heardOf('error')
    expect(told[0]).toMatchObject({ code: 'conflict' })
    expect(told.length).toBeLessThanOrEqual(140)
    bob.say({ t: 'patch', r: 'attic', c: 1, n: 7, d: {} })
    expect(bob.heard()).toMatchObject([{ t: 'error', n: 7, code: 'conflict' }])
    expect(bob.closed()).toBeUndefined()
  })

  it('statuses merge too', () => {
    const { ann, bob, pass } = viewer()
    for (let index = 0; index < 40; index += 1) ann.say({ t: 'statusUpdate', s: index % 2 === 0 ? 'away' : 'online' })
    ann.say({ t: 'statusUpdate', s: 'busy', n: 1 })
    expect(ann.heardOf('ack')).toHaveLength(1)
    pass(2_000)
    const changes = bob.heardOf('u')
    expect(changes.length).toBeLessThan(20)
    expect(changes.at(-1)).toMatchObject({ s: 'busy' })
  })

  it('the rest is refused, with one error a second that says when to come back', () => {
    const { bob, pass } = viewer()
    for (let index = 0; index < 30; index += 1) bob.say({ t: 'unfollow', ids: ['x'] })
    expect(bob.heard()).toEqual([expect.objectContaining({ t: 'error', code: 'rate_limited', retryAfterMs: 200 })])
    pass(1_000)
    bob.say({ t: 'unfollow', n: 1, ids: ['x'] })
    expect(bob.heard()).toEqual([{ t: 'ack', n: 1 }])
  })

  it('more than 200 refusals in ten seconds close with 4005', () => {
    const { bob } = viewer()
    for (let index = 0; index < 211; index += 1) bob.say({ t: 'unfollow', ids: ['x'] })
    expect(bob.closed()).toEqual({ code: 4005, reason: 'rate_limited;retry=200' })
  })

  it('leaving is never refused', () => {
    const { ann, bob } = viewer()
    for (let index = 0; index < 220; index += 1) ann.say({ t: 'rollCall', r: 'other' })
    ann.say({ t: 'disconnect', r: 'room', c: 2, n: 1 })
    expect(ann.heard().at(-1)).toEqual({ t: 'ack', n: 1 })
    expect(bob.heardOf('disconnect')).toHaveLength(1)
  })

  it('one user may do three times as much over all connections', () => {
    const { join } = converse()
    const windows = Array.from({ length: 5 }, () => join('ann'))
    const refused = windows.map((window) => {
      for (let index = 0; index < 10; index += 1) window.say({ t: 'unfollow', ids: ['x'] })
      return window.heardOf('error').length
    })
    expect(refused).toEqual([0, 0, 0, 1, 1])
  })
})
