import { describe, expect, test } from 'vitest'
import { ownRecord, type OwnSession } from './ownRecord.ts'
import type { Arrival } from './sessionEvent.ts'

const arrival = (order: number): Arrival => ({ liveness: 'peers', now: order, epoch: 10_000, order, generation: 3 })
/** Made anew at each call, however equal. */
const own = (changes: Partial<OwnSession> = {}, speaker: Partial<OwnSession['speaker']> = {}): OwnSession => ({
  speaker: { sessionId: 's', userId: 'u', info: { name: 'U' }, fields: { status: 'online' }, idleMs: 400, ...speaker },
  presence: { cursor: 1 },
  typing: ['chat'],
  enteredAt: 7_000,
  ...changes,
})

describe('our own record', () => {
  test('is made of what we say, and nobody can change it', () => {
    const record = ownRecord(undefined, own(), arrival(5))
    expect(record).toMatchObject({
      kind: 'live',
      session: {
        sessionId: 's',
        userId: 'u',
        status: 'online',
        presence: { cursor: 1 },
        typing: ['chat'],
        enteredAt: 7_000,
        lastActiveAt: 9_600,
        held: false,
      },
      info: { name: 'U' },
      fields: { status: 'online' },
      changedAt: 5,
      heardAt: 5,
      heardIn: 3,
      typingUntil: [],
    })
    for (const part of [record.session, record.session.presence, record.info, record.fields])
      expect(Object.isFrozen(part)).toBe(true)
  })

  test('is the same object while we say the same, also as time passes', () => {
    const record = ownRecord(undefined, own(), arrival(5))
    expect(ownRecord(record, own({}, { idleMs: 9_000 }), arrival(6))).toBe(record)
  })

  test.each<readonly [string, OwnSession]>([
    ['presence', own({ presence: { cursor: 2 } })],
    ['typing', own({ typing: [] })],
    ['the time of entering', own({ enteredAt: 8_000 })],
    ['the session', own({}, { sessionId: 't' })],
  ])('with another %s keeps fields, their order and info', (_what, said) => {
    const before = ownRecord(undefined, own(), arrival(5))
    const after = ownRecord(before, said, arrival(6))
    expect(after.session).not.toBe(before.session)
    expect([after.fields, after.info]).toEqual([before.fields, before.info])
    expect(after.fields).toBe(before.fields)
    expect(after.info).toBe(before.info)
    expect([after.changedAt, after.heardAt]).toEqual([5, 6])
  })

  test('with another status text or info keeps the session; a status changed now wins over one changed before', () => {
    const before = ownRecord(undefined, own(), arrival(5))
    const told = ownRecord(before, own({}, { fields: { status: 'online', statusText: 'hi' } }), arrival(6))
    expect(told.session).toBe(before.session)
    expect([told.fields, told.changedAt]).toEqual([{ status: 'online', statusText: 'hi' }, 6])
    const renamed = ownRecord(before, own({}, { info: { name: 'V' } }), arrival(6))
    expect(renamed.session).toBe(before.session)
    expect([renamed.info, renamed.changedAt]).toEqual([{ name: 'V' }, 5])
    expect(ownRecord(before, own({}, { fields: { status: 'busy' } }), arrival(6)).session.status).toBe('busy')
  })
})
