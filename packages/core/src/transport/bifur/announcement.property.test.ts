import type { StateFrame } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../testing/index.ts'
import { writeAnnouncement } from './announcement.ts'
import { createBifurEvents } from './bifurEvents.ts'
import { readRpcMessage } from './readRpcMessage.ts'

const key = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' })
  .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text))
const leaf = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme-ascii' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const path = fc.array(fc.oneof(key, fc.nat(9), fc.record({ _key: key }), fc.tuple(fc.nat(9), fc.nat(9))), {
  maxLength: 4,
})
const location = fc.record({ type: fc.constant('document'), documentId: key, path, lastActiveAt: key })
const presence = fc
  .tuple(fc.dictionary(key, leaf, { maxKeys: 5 }), fc.option(fc.array(location, { maxLength: 3 }), { nil: undefined }))
  .map(([fields, locations]) => ({ ...fields, ...(locations === undefined ? {} : { locations }) }))
const state: fc.Arbitrary<StateFrame> = fc.record(
  {
    type: fc.constant('state' as const),
    room: fc.constant('room'),
    sessionId: key,
    userId: key,
    seq: fc.integer({ min: 1 }),
    status: fc.constantFrom('online', 'away', 'busy', 'custom'),
    activity: key,
    info: fc.dictionary(key, leaf, { maxKeys: 3 }),
    presence,
    idleMs: fc.nat(),
    enteredAt: fc.nat(),
    ageMs: fc.nat(),
  },
  { requiredKeys: ['type', 'room', 'sessionId', 'userId', 'seq', 'status', 'info', 'presence', 'idleMs', 'enteredAt'] },
)

const overWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const RUNS = { numRuns: 1_000 }

describe('announcements', () => {
  it('bring to another client of ours the whole state; who says it and in what order is up to the medium', () => {
    fc.assert(
      fc.property(state, key, fc.integer({ min: 1 }), (frame, userId, seq) => {
        const m = overWire(writeAnnouncement(frame))
        const read = createBifurEvents(createTestClock())({ type: 'state', i: userId, m }, 'room', seq)
        expect(read).toEqual({ frame: { ...frame, userId, seq }, userId })
      }),
      RUNS,
    )
  })

  it('stay readable to a Studio, whatever the presence: locations are a list, the session is ours', () => {
    fc.assert(
      fc.property(state, fc.jsonValue(), (frame, locations) => {
        const written = writeAnnouncement({ ...frame, presence: { ...frame.presence, locations } })
        expect(Array.isArray(written.locations)).toBe(true)
        expect(written.sessionId).toBe(frame.sessionId)
      }),
      RUNS,
    )
  })

  it('without our part, if a server were to drop it, are those of a Studio', () => {
    fc.assert(
      fc.property(state, (frame) => {
        const { sessionId, locations } = writeAnnouncement(frame)
        const event = { type: 'state', i: 'ada', m: overWire({ sessionId, locations }) }
        expect(createBifurEvents(createTestClock())(event, 'room', 1)).toMatchObject({
          frame: { sessionId, userId: 'ada', status: 'online', presence: { locations }, idleMs: 0 },
        })
      }),
      RUNS,
    )
  })
})

describe('INV-19: reading', () => {
  it('any event gives a frame or a reason, and leaves the language alone', () => {
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constantFrom('state', 'rollCall', 'disconnect'),
        i: fc.jsonValue(),
        m: fc.jsonValue(),
        session: fc.jsonValue(),
      }),
      fc.record({
        type: fc.constant('state'),
        i: key,
        m: fc.record({
          sessionId: key,
          locations: fc.jsonValue(),
          rollcall: fc.dictionary(
            fc.oneof(key, fc.constantFrom('v', 'd', 'r', 'sid', 'c', '__proto__')),
            fc.jsonValue(),
          ),
        }),
      }),
    )
    const read = createBifurEvents(createTestClock())
    fc.assert(
      fc.property(event, (value) => {
        const outcome = read(value, 'room', 1)
        expect('unknownType' in outcome || outcome.frame !== undefined || outcome.problem !== undefined).toBe(true)
        if ('frame' in outcome && outcome.frame !== undefined) expect(outcome.frame).toMatchObject({ room: 'room' })
      }),
      RUNS,
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('any text gives a kind of message', () => {
    const message = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ jsonrpc: fc.constant('2.0'), id: fc.jsonValue(), error: fc.jsonValue(), params: fc.jsonValue() })
        .map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(message, (text) => {
        expect(['answer', 'notification', 'rubbish']).toContain(readRpcMessage(text).type)
      }),
      RUNS,
    )
  })
})
