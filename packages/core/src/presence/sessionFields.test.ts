import type { PatchFrame, StateFrame, StatusFields } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { lastSeq, reduceSession } from './presenceReducer.ts'
import type { GoneSession, LiveSession, SessionRecord } from './presenceState.ts'
import type { Arrival, SessionEvent } from './sessionEvent.ts'

const arrival: Arrival = { liveness: 'authority', now: 100, epoch: 10_000, order: 1, generation: 1 }
const ofSession = { room: 'r', sessionId: 's' } as const
const whole: StatusFields = {
  status: 'busy',
  statusText: 'in a call',
  activity: 'Coding',
  project: 'rollcall',
  language: 'TypeScript',
  metadata: { branch: 'main' },
}
const bare: StatusFields = { status: 'online' }

const live = (record: SessionRecord): LiveSession => {
  if (record?.kind !== 'live') throw new Error('expected a live session')
  return record
}
const announced = (
  fields: StatusFields,
  changes: Partial<StateFrame> = {},
  at: Partial<Arrival> = {},
): SessionEvent => ({
  type: 'announced',
  frame: {
    type: 'state',
    ...ofSession,
    userId: 'u',
    seq: 5,
    info: { name: 'U' },
    presence: { a: 1 },
    idleMs: 0,
    enteredAt: 7_000,
    ...fields,
    ...changes,
  },
  arrival: { ...arrival, ...at },
})
const patched = (changes: Partial<PatchFrame>, at: Partial<Arrival> = {}): SessionEvent => ({
  type: 'patched',
  frame: { type: 'patch', ...ofSession, seq: 6, ...changes },
  arrival: { ...arrival, ...at },
})
const typed = (seq: number, on = true): SessionEvent => ({
  type: 'typed',
  frame: { type: 'typing', ...ofSession, seq, input: 'chat', on },
  arrival,
})
const left = (seq: number): SessionEvent => ({
  type: 'left',
  frame: { type: 'disconnect', ...ofSession, seq, reason: 'left' },
})
const after = (...events: readonly SessionEvent[]): SessionRecord =>
  events.reduce<SessionRecord>((record, event) => reduceSession(record, event), undefined)

describe('what a session says of its person', () => {
  test('are exactly the fields that its state has', () => {
    expect(live(after(announced(whole))).fields).toEqual(whole)
    expect(Object.keys(live(after(announced(bare))).fields)).toEqual(['status'])
  })

  test.each(['statusText', 'activity', 'project', 'language', 'metadata'] as const)(
    'loses %s with a state that does not have it',
    (field) => {
      const { [field]: dropped, ...rest } = whole
      expect(dropped).toBeDefined()
      const record = live(after(announced(whole), announced(rest, { seq: 6 }, { order: 2 })))
      expect([record.fields, record.changedAt]).toEqual([rest, 2])
    },
  )

  test('counts as changed when its content has, whatever else the frame brings', () => {
    const record = live(after(announced(whole), patched({ presence: { a: 2 }, status: 'busy' }, { order: 2 })))
    expect(record.changedAt).toBe(1)
    expect(live(after(announced(whole), patched({ activity: 'Debugging' }, { order: 2 }))).changedAt).toBe(2)
  })

  test('a patch of presence alone leaves the very fields, and one of info the very presence', () => {
    const before = live(after(announced(whole)))
    const moved = live(reduceSession(before, patched({ presence: { a: 2 } })))
    expect(moved.fields).toBe(before.fields)
    const renamed = live(reduceSession(before, patched({ info: { name: 'V' } })))
    expect(renamed.info).toEqual({ name: 'V' })
    expect(renamed.session).toBe(before.session)
  })
})

describe('when a session was last active', () => {
  test('is the time of the patch less its idle span', () => {
    const record = live(after(announced(bare), patched({ presence: { a: 2 }, idleMs: 300 }, { epoch: 20_000 })))
    expect(record.session.lastActiveAt).toBe(19_700)
  })

  test('never goes back, also where a frame was long on its way', () => {
    const record = live(after(announced(bare), patched({ presence: { a: 2 }, idleMs: 5_000 })))
    expect(record.session.lastActiveAt).toBe(10_000)
  })
})

describe('what is shown is another object when a shown part is', () => {
  test.each<readonly [string, Partial<StateFrame>]>([
    ['status', { status: 'away' }],
    ['presence', { presence: { a: 2 } }],
    ['typing', { typing: ['chat'] }],
    ['the time of entering', { enteredAt: 9_000 }],
    ['being held', { held: true }],
    ['the person', { userId: 'v' }],
  ])('%s', (_part, changes) => {
    const before = live(after(announced(bare)))
    const next = live(reduceSession(before, announced(bare, { seq: 6, ...changes })))
    expect(next.session).not.toBe(before.session)
    expect(next.session).toMatchObject(changes)
  })
})

describe('the order of frames', () => {
  test('the last counter heard is the greatest of both kinds', () => {
    expect(lastSeq(live(after(announced(bare), typed(9))))).toBe(9)
    expect(lastSeq(live(after(announced(bare, { seq: 11 }), typed(9))))).toBe(11)
  })

  test('a typing frame of a counter heard already is dropped', () => {
    const before = after(announced(bare), typed(9))
    expect(reduceSession(before, typed(9, false))).toBe(before)
  })

  test('a list of typing newer than the last typing frame counts, an older one does not', () => {
    const typing = after(announced(bare), typed(9))
    const stale = live(reduceSession(typing, announced(bare, { seq: 8, typing: ['notes'] })))
    expect(stale.session.typing).toEqual(['chat'])
    const newer = live(reduceSession(typing, announced(bare, { seq: 10, typing: ['notes'] })))
    expect(newer.session.typing).toEqual(['chat', 'notes'])
  })

  test('between tabs the same counter again is dropped; a server may name it again', () => {
    const before = after(announced(bare))
    const again = announced(bare, {}, { liveness: 'peers', now: 900 })
    expect(reduceSession(before, again)).toBe(before)
    expect(live(reduceSession(before, announced(bare, {}, { now: 900 }))).heardAt).toBe(900)
  })

  test('a server does not bring back, at the same or an older counter, who said goodbye; but who was only missed', () => {
    const goodbye = after(announced(bare), left(5))
    expect(reduceSession(goodbye, announced(bare))).toBe(goodbye)
    expect(reduceSession(goodbye, announced(bare, { seq: 4 }))).toBe(goodbye)
    const missed = after(announced(bare), { type: 'removed' })
    expect(reduceSession(missed, announced(bare))?.kind).toBe('live')
    expect(reduceSession(missed, announced(bare, { seq: 4 }))).toBe(missed)
  })

  test('an older goodbye changes nothing, neither of the living nor of the gone; one at the counter of a finding is said', () => {
    const before = after(announced(bare))
    expect(reduceSession(before, left(4))).toBe(before)
    const gone = after(announced(bare), left(7))
    expect(reduceSession(gone, left(6))).toBe(gone)
    expect(reduceSession(gone, left(7))).toBe(gone)
    expect(reduceSession(after(announced(bare), { type: 'removed' }), left(5))).toEqual<GoneSession>({
      kind: 'gone',
      sessionId: 's',
      seq: 5,
      said: true,
    })
  })

  test('time passes for the living alone, and is nothing for who does not type', () => {
    const before = after(announced(bare))
    expect(reduceSession(before, { type: 'ticked', now: 1e9 })).toBe(before)
    expect(reduceSession(undefined, { type: 'ticked', now: 1e9 })).toBeUndefined()
    const gone = after(announced(bare), left(7))
    expect(reduceSession(gone, { type: 'ticked', now: 1e9 })).toBe(gone)
  })
})
