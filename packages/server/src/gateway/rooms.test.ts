import { describe, expect, it } from 'vitest'
import { converse } from './conversation.contract.ts'

describe('a room, over the wire', () => {
  it('answers a roll call with one state per session but the asker, then synced, then ack', () => {
    const { join } = converse()
    const ann = join('ann')
    const bob = join('bob')
    ann.say({ t: 'state', r: 'room', c: 1, n: 1, d: { x: 1 } })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 1 }])
    bob.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'rollCall', r: 'room', n: 2 })
    const [state, synced, ack, ...rest] = bob.heard()
    expect(state).toMatchObject({
      t: 'state',
      r: 'room',
      sid: ann.sid,
      id: 'ann',
      c: 1,
      i: { name: 'ann' },
      s: 'online',
      d: { x: 1 },
      idle: 0,
    })
    expect(synced).toMatchObject({ t: 'synced', r: 'room' })
    expect(ack).toEqual({ t: 'ack', n: 2 })
    expect(rest).toEqual([])
  })
})
