import {
  assert,
  property,
  anything,
  array,
  constantFrom,
  dictionary,
  integer,
  json,
  record,
  string,
  boolean,
  option,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClientFrame, ServerFrame } from '../frames.ts'
import type { PeerFrame } from '../sessionFrames.ts'
import { isPresenceErrorCode } from '../errorCatalogue.ts'
import { decodeClientMessage, encodeClientFrame } from './clientCodec.ts'
import { joinFrames } from './encodeFrame.ts'
import { decodePeerMessage, encodePeerFrame } from './peerCodec.ts'
import { decodeServerMessage, encodeServerFrame } from './serverCodec.ts'

const decoders = [decodeClientMessage, decodeServerMessage, decodePeerMessage]
const runs = { numRuns: 2_000 }

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const key = string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((name) => !FORBIDDEN.has(name))
const presence: Arbitrary<Record<string, unknown>> = dictionary(
  key,
  constantFrom<unknown>(null, 1, 'a', true, ['x', 2], { deep: { er: 1 } }),
  { maxKeys: 6, noNullPrototype: true },
)
const room = constantFrom('a', 'doc:7', 'team/one@x')
const count = integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const sometimes = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> => option(value, { nil: undefined })
/** Absent rather than `undefined`, as frames are. */
const present = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const text = string({ unit: 'grapheme', maxLength: 20 })

const clientFrame: Arbitrary<ClientFrame> = record({
  type: constantFrom('rollCall', 'dismiss', 'state', 'patch', 'disconnect', 'typing', 'statusUpdate', 'follow', 'move'),
  room,
  seq: count,
  request: sometimes(count),
  presence,
  idleMs: sometimes(count),
  text,
  on: boolean(),
}).map(({ type, room, seq, request, presence, idleMs, text, on }) => {
  const sequenced = { room, seq, request }
  switch (type) {
    case 'state':
      return present<ClientFrame>({ type, ...sequenced, presence, idleMs, typing: [text] } as ClientFrame)
    case 'patch':
      return present<ClientFrame>({ type, ...sequenced, presence, removed: ['a'], idleMs } as ClientFrame)
    case 'disconnect':
      return present<ClientFrame>({ type, ...sequenced, presence } as ClientFrame)
    case 'typing':
      return present<ClientFrame>({ type, ...sequenced, input: text, on } as ClientFrame)
    case 'move':
      return { type, room, input: text, position: on ? [seq, 0.5] : null }
    case 'statusUpdate':
      return present<ClientFrame>({
        type,
        request,
        idleMs,
        pin: on,
        changes: { activity: text, metadata: null },
      } as ClientFrame)
    case 'follow':
      return present<ClientFrame>({ type, request, userIds: ['a', 'b'] } as ClientFrame)
    default:
      return present<ClientFrame>({ type, room, request } as ClientFrame)
  }
})

describe('the codec', () => {
  it('INV-19: turns arbitrary text into frames or coded problems, and throws nothing', () => {
    assert(
      property(string(), integer({ min: 0, max: 2 }), (text, which) => {
        for (const result of decoders[which]?.(text) ?? []) {
          if (result.problem !== undefined) expect(isPresenceErrorCode(result.problem.code)).toBe(true)
        }
      }),
      runs,
    )
  })

  it('INV-19: turns arbitrary JSON under real frame types into frames or coded problems', () => {
    const type = constantFrom(
      'hello',
      'state',
      'patch',
      'typing',
      'sync',
      'o',
      'u',
      'welcome',
      'move',
      'error',
      'constructor',
      '__proto__',
    )
    const value = record(
      {
        t: type,
        r: anything(),
        sid: anything(),
        c: anything(),
        d: anything(),
        m: anything(),
        ids: anything(),
        users: anything(),
      },
      { requiredKeys: ['t'] },
    )
    assert(
      property(array(value, { maxLength: 4 }), integer({ min: 0, max: 2 }), (frames, which) => {
        // BigInts and cycles cannot come off a wire.
        const text = JSON.stringify(frames, (_key, item: unknown) => (typeof item === 'bigint' ? Number(item) : item))
        const results = decoders[which]?.(text) ?? []
        expect(results.length).toBe(text.length > 16_384 && results.length === 1 ? 1 : frames.length)
        for (const result of results)
          if (result.problem !== undefined) expect(isPresenceErrorCode(result.problem.code)).toBe(true)
      }),
      runs,
    )
  })

  it('T11: never alters a prototype', () => {
    assert(
      property(json(), (value) => {
        for (const decode of decoders)
          decode(
            `{"t":"state","r":"a","c":1,"sid":"s","id":"u","d":{"__proto__":${value},"x":{"constructor":${value}}}}`,
          )
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      runs,
    )
  })

  it('gives back what was encoded, for every frame of a client', () => {
    assert(
      property(clientFrame, (frame) => {
        expect(decodeClientMessage(encodeClientFrame(frame))).toEqual([{ frame }])
      }),
      runs,
    )
  })

  it('gives back what was encoded, for every frame of a server and of a tab', () => {
    const session = { room: 'a', sessionId: 's' }
    const shown = {
      status: 'busy',
      statusText: 'hi',
      activity: 'Coding',
      project: 'p',
      language: 'ts',
      metadata: { a: 1 },
    }
    const state: ServerFrame & PeerFrame = {
      type: 'state',
      ...session,
      userId: 'u',
      seq: 3,
      info: { name: 'U' },
      ...shown,
      presence: { x: null },
      typing: ['q'],
      idleMs: 9,
      enteredAt: 7,
      ageMs: 4,
      held: true,
    }
    const left: ServerFrame & PeerFrame = {
      type: 'disconnect',
      ...session,
      seq: 4,
      reason: 'left',
      at: 5,
      presence: { bye: 1 },
    }
    const typing: ServerFrame & PeerFrame = { type: 'typing', ...session, seq: 5, input: 'title', on: true }
    const move: ServerFrame & PeerFrame = { type: 'move', ...session, input: '', position: [1, 2] }
    const self = { status: 'invisible', pinned: true, until: 6 }
    const both = [state, left, typing, move]
    const server: ServerFrame[] = [
      ...both,
      {
        type: 'welcome',
        version: 1,
        sessionId: 's',
        userId: 'u',
        info: {},
        resume: 'r',
        resumed: false,
        self,
        epoch: 'e',
        at: 1,
        heartbeatMs: 15_000,
        timeoutMs: 10_000,
        windowMs: 60_000,
        limits: { frames: 1 },
      },
      { type: 'self', self },
      { type: 'ping', at: 1 },
      { type: 'pong' },
      { type: 'ack', request: 1 },
      { type: 'error', request: 2, code: 'forbidden', message: 'm', retryAfterMs: 3, details: { ids: ['a'] } },
      { type: 'warn', code: 'token_expiring' },
      { type: 'synced', room: 'a', version: 0 },
      {
        type: 'patch',
        ...session,
        seq: 9,
        statusText: null,
        presence: { a: 1 },
        removed: ['b'],
        idleMs: 0,
        info: { name: 'V' },
      },
      { type: 'count', room: 'a', members: 2, sessions: 3 },
      {
        type: 'sync',
        people: [
          { userId: 'u', ...shown, info: {} },
          { userId: 'v', status: 'offline', lastSeenAt: 8 },
        ],
      },
      { type: 'appeared', person: { userId: 'u', status: 'online', info: { name: 'U' } } },
      { type: 'changed', userId: 'u', changes: { activity: null, info: {} } },
      { type: 'gone', userId: 'u', at: 4 },
    ]
    for (const frame of server) expect(decodeServerMessage(encodeServerFrame(frame))).toEqual([{ frame }])
    for (const frame of [...both, { type: 'rollCall', ...session, callId: 'x' } satisfies PeerFrame])
      expect(decodePeerMessage(encodePeerFrame(frame))).toEqual([{ frame }])
  })

  it('joins frames without losing, reordering or splitting one, and within the limits', () => {
    assert(
      property(
        array(string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 600 }),
        integer({ min: 70, max: 2_000 }),
        (words, maxBytes) => {
          const frames = words.map((word) => JSON.stringify({ t: 'x', word }))
          const messages = joinFrames(frames, maxBytes)
          const read = messages.flatMap((message) => {
            const value: unknown = JSON.parse(message)
            return Array.isArray(value) ? (value as { word: string }[]) : [value as { word: string }]
          })
          expect(read.map((frame) => frame.word)).toEqual(words)
          for (const message of messages) {
            const value: unknown = JSON.parse(message)
            if (Array.isArray(value)) {
              expect(value.length).toBeGreaterThan(1)
              expect(value.length).toBeLessThanOrEqual(256)
              expect(new TextEncoder().encode(message).length).toBeLessThanOrEqual(maxBytes)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
