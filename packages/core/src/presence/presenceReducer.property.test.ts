import type { DisconnectFrame, StateFrame } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reduceSession } from './presenceReducer.ts'
import type { SessionRecord } from './presenceState.ts'
import type { SessionEvent } from './sessionEvent.ts'

type Message = { readonly kind: 'state' | 'disconnect'; readonly sessionId: string; readonly seq: number }

const RUNS = { numRuns: 2_000 }

const messages = fc.array(
  fc.record<Message>({
    kind: fc.constantFrom('state', 'disconnect'),
    sessionId: fc.constantFrom('s1', 's2', 's3'),
    seq: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 30 },
)

/** What a sender says is a function of its counter: no two different states bear the same one. */
function toFrame({ kind, sessionId, seq }: Message): StateFrame | DisconnectFrame {
  if (kind === 'disconnect') return { type: 'disconnect', room: 'r', sessionId, seq, reason: 'left' }
  return {
    type: 'state',
    room: 'r',
    sessionId,
    userId: `user of ${sessionId}`,
    seq,
    info: {},
    status: 'online',
    presence: { value: seq },
    idleMs: 0,
    enteredAt: 1,
    ageMs: 0,
  }
}

let order = 0
function toEvent(message: Message, now = 0): SessionEvent {
  const frame = toFrame(message)
  order += 1
  return frame.type === 'disconnect'
    ? { type: 'left', frame }
    : { type: 'announced', frame, arrival: { liveness: 'peers', now, epoch: 1_000 + now, order, generation: 1 } }
}

function deliver(list: readonly Message[]): Map<string, SessionRecord> {
  const records = new Map<string, SessionRecord>()
  for (const message of list)
    records.set(message.sessionId, reduceSession(records.get(message.sessionId), toEvent(message)))
  return records
}

/** What converges: who is here with what, and what is remembered of the others. */
function essence(records: ReadonlyMap<string, SessionRecord>): unknown {
  return [...records]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([sessionId, record]) => [
      sessionId,
      record?.kind === 'live' ? ['live', record.seq, record.session.presence] : ['gone', record?.seq],
    ])
}

const rank = (message: Message): number => message.seq * 2 + (message.kind === 'disconnect' ? 1 : 0)

describe('one record per session', () => {
  test('INV-1 each session ends as the message with the greatest (seq, rank)', () => {
    fc.assert(
      fc.property(messages, (list) => {
        const records = deliver(list)
        for (const sessionId of new Set(list.map((message) => message.sessionId))) {
          const greatest = list
            .filter((message) => message.sessionId === sessionId)
            .reduce((best, message) => (rank(message) > rank(best) ? message : best))
          const record = records.get(sessionId)
          expect(record?.kind).toBe(greatest.kind === 'state' ? 'live' : 'gone')
          expect(record?.seq).toBe(greatest.seq)
          if (record?.kind === 'live') expect(record.session.presence).toEqual({ value: greatest.seq })
        }
      }),
      RUNS,
    )
  })

  test('INV-2 any order of delivery gives the same records', () => {
    fc.assert(
      fc.property(
        messages.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(essence(deliver(shuffled))).toEqual(essence(deliver(list)))
        },
      ),
      RUNS,
    )
  })

  test('INV-3 a duplicate changes nothing, not even when the session was last heard of', () => {
    fc.assert(
      fc.property(messages, fc.nat(), (list, at) => {
        const records = deliver(list)
        const again = list[at % Math.max(1, list.length)]
        if (again === undefined) return
        const record = records.get(again.sessionId)
        expect(reduceSession(record, toEvent(again, 5_000))).toBe(record)
      }),
      RUNS,
    )
  })

  test('INV-4 nothing at or below the counter of a goodbye brings the session back', () => {
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 9 }), messages, (before, seq, late) => {
        const goodbye: Message = { kind: 'disconnect', sessionId: 's1', seq }
        const records = deliver([
          ...before.filter((message) => message.seq <= seq),
          goodbye,
          ...late.filter((message) => message.seq <= seq),
        ])
        expect(records.get('s1')?.kind).toBe('gone')
      }),
      RUNS,
    )
  })

  test('INV-23 who changes a frame after handing it in, or what was handed out, changes nothing kept', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()), (presence) => {
        const frame = { ...(toFrame({ kind: 'state', sessionId: 's1', seq: 1 }) as StateFrame), presence }
        const before = JSON.stringify(presence)
        const record = reduceSession(undefined, {
          type: 'announced',
          frame,
          arrival: { liveness: 'peers', now: 0, epoch: 0, order: 1, generation: 1 },
        })
        for (const key of Object.keys(presence)) presence[key] = 'changed afterwards'
        if (record?.kind !== 'live') throw new Error('not live')
        expect(JSON.stringify(record.session.presence)).toBe(before)
        expect(() => Object.assign(record.session.presence, { a: 'changed from outside' })).toThrow(TypeError)
        expect(() => Object.assign(record.session, { status: 'busy' })).toThrow(TypeError)
      }),
      RUNS,
    )
  })
})
