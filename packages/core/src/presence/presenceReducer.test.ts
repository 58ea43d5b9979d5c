import type { PatchFrame, StateFrame, TypingFrame } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { reduceSession } from './presenceReducer.ts'
import type { LiveSession, SessionRecord } from './presenceState.ts'
import type { Arrival } from './sessionEvent.ts'

const arrival = (changes: Partial<Arrival> = {}): Arrival => ({
  liveness: 'authority',
  now: 100,
  epoch: 10_000,
  order: 1,
  generation: 1,
  ...changes,
})
const state = (changes: Partial<StateFrame> = {}): StateFrame => ({
  type: 'state',
  room: 'r',
  sessionId: 's',
  userId: 'u',
  seq: 5,
  info: { name: 'U' },
  status: 'online',
  presence: { a: 1 },
  idleMs: 200,
  enteredAt: 7_000,
  ...changes,
})
const patch = (changes: Partial<PatchFrame> = {}): PatchFrame => ({
  type: 'patch',
  room: 'r',
  sessionId: 's',
  seq: 6,
  ...changes,
})
const typing = (changes: Partial<TypingFrame> = {}): TypingFrame => ({
  type: 'typing',
  room: 'r',
  sessionId: 's',
  seq: 6,
  input: '',
  on: true,
  ...changes,
})
const announce = (record?: SessionRecord, frame = state(), at = arrival()): LiveSession =>
  live(reduceSession(record, { type: 'announced', frame, arrival: at }))

function live(record: SessionRecord): LiveSession {
  if (record?.kind !== 'live') throw new Error('expected a live session')
  return record
}

describe('announced', () => {
  test('derives the last activity from the idle span, on our own clock', () => {
    expect(announce().session.lastActiveAt).toBe(9_800)
  })

  test('takes the entering from the server, and between tabs from the age, once', () => {
    expect(announce().session.enteredAt).toBe(7_000)
    const first = announce(undefined, state({ ageMs: 400 }), arrival({ liveness: 'peers' }))
    expect(first.session.enteredAt).toBe(9_600)
    const later = announce(first, state({ seq: 6, ageMs: 900 }), arrival({ liveness: 'peers', epoch: 10_700 }))
    expect(later.session.enteredAt).toBe(9_600)
  })

  test('keeps the identity of everything that is equal by value', () => {
    const known = announce()
    const again = announce(known, state({ seq: 6, presence: { a: 1 }, info: { name: 'U' } }), arrival({ now: 900 }))
    expect(again.session).toBe(known.session)
    expect(again.info).toBe(known.info)
    expect(again.fields).toBe(known.fields)
    expect(again.changedAt).toBe(known.changedAt)
    expect(again.heardAt).toBe(900)
  })

  test('a server names an unchanged session again with the same counter; a tab never does', () => {
    const known = announce()
    expect(announce(known, state(), arrival({ generation: 2 })).heardIn).toBe(2)
    const peer = announce(undefined, state(), arrival({ liveness: 'peers' }))
    expect(announce(peer, state(), arrival({ liveness: 'peers', generation: 2 }))).toBe(peer)
  })

  test('a server brings back whom we gave up without a goodbye, but not whom it let go', () => {
    const residual = reduceSession(announce(), { type: 'removed' })
    expect(announce(residual).kind).toBe('live')
    const left = reduceSession(announce(), {
      type: 'left',
      frame: { type: 'disconnect', room: 'r', sessionId: 's', seq: 5, reason: 'left' },
    })
    expect(reduceSession(left, { type: 'announced', frame: state(), arrival: arrival() })).toBe(left)
  })

  test('a move of the last activity alone is news only after a minute, and never goes back', () => {
    const known = announce()
    const soon = announce(known, state({ seq: 6, idleMs: 0 }), arrival({ epoch: 69_700 }))
    expect(soon.session).toBe(known.session)
    const later = announce(known, state({ seq: 6, idleMs: 0 }), arrival({ epoch: 69_800 }))
    expect(later.session.lastActiveAt).toBe(69_800)
    const back = announce(known, state({ seq: 6, idleMs: 5_000, presence: { a: 2 } }))
    expect(back.session.lastActiveAt).toBe(9_800)
  })

  test('the order of the last change of status counts, not that of data', () => {
    const known = announce()
    expect(announce(known, state({ seq: 6, presence: {} }), arrival({ order: 7 })).changedAt).toBe(1)
    expect(announce(known, state({ seq: 6, status: 'busy' }), arrival({ order: 7 })).changedAt).toBe(7)
  })
})

describe('patched', () => {
  const apply = (record: SessionRecord, frame: PatchFrame, at = arrival()): SessionRecord =>
    reduceSession(record, { type: 'patched', frame, arrival: at })

  test('sets and removes top-level keys, values whole, and null is a value', () => {
    const known = announce(undefined, state({ presence: { a: { x: 1 }, b: 2, c: 3 } }))
    const next = live(apply(known, patch({ presence: { a: { y: 1 }, c: null }, removed: ['b'] })))
    expect(next.session.presence).toEqual({ a: { y: 1 }, c: null })
  })

  test('changes only the named status fields; null unsets', () => {
    const known = announce(undefined, state({ statusText: 'hi', activity: 'Coding' }))
    const next = live(apply(known, patch({ status: 'busy', statusText: null })))
    expect(next.fields).toEqual({ status: 'busy', activity: 'Coding' })
    expect(next.session.status).toBe('busy')
  })

  test('ends being held, moves activity, takes new info', () => {
    const known = announce(undefined, state({ held: true }))
    const next = live(apply(known, patch({ idleMs: 0, info: { name: 'V' }, presence: { a: 3 } })))
    expect([next.session.held, next.session.lastActiveAt, next.info]).toEqual([false, 10_000, { name: 'V' }])
  })

  test('so does typing, of which the session alone tells; a stop may be said for it', () => {
    const known = announce(undefined, state({ held: true }))
    const typed = (frame: TypingFrame): LiveSession['session'] =>
      live(reduceSession(known, { type: 'typed', frame, arrival: arrival() })).session
    expect([typed(typing()).held, typed(typing()).typing]).toEqual([false, ['']])
    expect(typed(typing({ on: false })).held).toBe(true)
    expect(known.session.held).toBe(true)
    expect(announce(known, state({ seq: 5 })).session.held).toBe(false)
  })

  test('is dropped where it is not newer, or the session is unknown or gone', () => {
    const known = announce()
    expect(apply(known, patch({ seq: 5, presence: { a: 9 } }))).toBe(known)
    expect(apply(undefined, patch())).toBeUndefined()
    const gone = reduceSession(known, { type: 'removed' })
    expect(apply(gone, patch())).toBe(gone)
  })

  test('of equal content keeps the session', () => {
    const known = announce()
    expect(live(apply(known, patch({ presence: { a: 1 }, removed: ['nothing'] }))).session).toBe(known.session)
  })
})

describe('typed', () => {
  const apply = (record: SessionRecord, frame: TypingFrame, now = 100): SessionRecord =>
    reduceSession(record, { type: 'typed', frame, arrival: arrival({ now }) })

  test('starts, goes on without a new list, and stops', () => {
    const on = live(apply(announce(), typing()))
    expect(on.session.typing).toEqual([''])
    expect(on.typingUntil).toEqual([6_100])
    const repeated = live(apply(on, typing({ seq: 7 }), 3_100))
    expect(repeated.session).toBe(on.session)
    expect(repeated.typingUntil).toEqual([9_100])
    expect(live(apply(repeated, typing({ seq: 8, on: false }))).session.typing).toEqual([])
  })

  test('inputs are apart', () => {
    const both = live(apply(apply(announce(), typing({ input: 'a' })), typing({ seq: 7, input: 'b' })))
    expect(both.session.typing).toEqual(['a', 'b'])
    expect(live(apply(both, typing({ seq: 8, input: 'a', on: false }))).session.typing).toEqual(['b'])
  })

  test('is dropped where an older frame of its kind stands above it, and for unknown sessions', () => {
    const on = live(apply(announce(), typing({ seq: 9, on: false })))
    expect(apply(on, typing({ seq: 8 }))).toBe(on)
    expect(apply(undefined, typing())).toBeUndefined()
    // Said before the state that made us know the session.
    const known = announce()
    expect(apply(known, typing({ seq: 4 }))).toBe(known)
  })

  test('INV-44 runs out 6 s after the last `on`, whatever else is heard meanwhile', () => {
    const on = live(apply(announce(), typing()))
    const alive = announce(on, state({ seq: 8, typing: [''] }), arrival({ now: 5_000 }))
    expect(live(reduceSession(alive, { type: 'ticked', now: 6_099 })).session.typing).toEqual([''])
    expect(live(reduceSession(alive, { type: 'ticked', now: 6_100 })).session.typing).toEqual([])
  })

  test('INV-44 a newcomer who learns it from a list believes it for less, since the last `on` is older', () => {
    const known = announce(undefined, state({ typing: ['x'] }))
    expect([known.session.typing, known.typingUntil]).toEqual([['x'], [3_100]])
  })

  test('a list older than the last typing frame teaches nothing', () => {
    const off = live(apply(announce(), typing({ seq: 9, on: false })))
    expect(announce(off, state({ seq: 8, typing: ['x'] })).session.typing).toEqual([])
  })
})

describe('left', () => {
  const goodbye = (record: SessionRecord, seq: number): SessionRecord =>
    reduceSession(record, {
      type: 'left',
      frame: { type: 'disconnect', room: 'r', sessionId: 's', seq, reason: 'left' },
    })

  test('at the counter of the last state it wins; below it is late', () => {
    const known = announce()
    expect(goodbye(known, 5)).toEqual({ kind: 'gone', sessionId: 's', seq: 5, said: true })
    expect(goodbye(known, 4)).toBe(known)
  })

  test('of an unknown session is remembered, and a later one raises what is remembered', () => {
    const gone = goodbye(undefined, 5)
    expect(gone).toEqual({ kind: 'gone', sessionId: 's', seq: 5, said: true })
    expect(goodbye(gone, 5)).toBe(gone)
    expect(goodbye(gone, 6)).toEqual({ kind: 'gone', sessionId: 's', seq: 6, said: true })
  })

  test('said after we gave up without one, it settles the matter', () => {
    const silent = reduceSession(announce(), { type: 'removed' })
    expect(silent).toEqual({ kind: 'gone', sessionId: 's', seq: 5, said: false })
    expect(goodbye(silent, 5)).toEqual({ kind: 'gone', sessionId: 's', seq: 5, said: true })
    expect(reduceSession(silent, { type: 'removed' })).toBe(silent)
  })
})
