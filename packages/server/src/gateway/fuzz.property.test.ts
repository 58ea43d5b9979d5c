/** Thousands of frames that nobody would send on purpose, on one connection, while another one works as ever. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { converse, type Conversation, type Wire } from './conversation.contract.ts'

/** For a machine that is busy with other things; on a quiet one it takes one. */
const TIMEOUT_MS = 60_000
const RUNS = 40
const FRAMES = 250

/** One of each kind, as it should be: what is broken starts from here. */
const CORPUS: readonly Wire[] = [
  { t: 'auth', n: 1, token: 'dev:mallory' },
  { t: 'rollCall', r: 'room', n: 2 },
  { t: 'rollCall', r: 'room', only: 'count' },
  { t: 'dismiss', r: 'room', n: 3 },
  { t: 'state', r: 'room', c: 1, n: 4, d: { x: 1 }, ty: ['a'], idle: 5 },
  { t: 'patch', r: 'room', c: 2, d: { x: 2 }, rm: ['y'] },
  { t: 'typing', r: 'room', c: 3, in: 'a', on: true },
  { t: 'move', r: 'room', in: 'a', at: [1, 2] },
  { t: 'disconnect', r: 'room', c: 4, d: {} },
  { t: 'statusUpdate', s: 'busy', st: 'x', a: 'Coding', m: { k: 1 }, idle: 0, pin: true, until: 9e12 },
  { t: 'follow', ids: ['control', 'bob'], n: 5 },
  { t: 'unfollow', ids: ['control'] },
  { t: 'ping' },
  { t: 'pong' },
]
const KEYS = [
  't',
  'r',
  'c',
  'n',
  'd',
  'rm',
  'ty',
  'idle',
  'on',
  'in',
  'at',
  's',
  'st',
  'm',
  'ids',
  'pin',
  'until',
  'token',
  '__proto__',
  'constructor',
  'prototype',
  'sid',
  'id',
]

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('room', '', 0, -1, 2 ** 53, null, true, [], {}, [[]], 'invisible', '\u202E', 'x'.repeat(200)),
  fc.constantFrom({ __proto__: null, polluted: 1 }, { constructor: { prototype: { polluted: 1 } } }),
)
const corrupted = fc
  .tuple(fc.constantFrom(...CORPUS), fc.constantFrom(...KEYS), value)
  .map(([frame, key, wrong]) => `{"${key}":${JSON.stringify(wrong) ?? 'null'},${JSON.stringify(frame).slice(1)}`)
const overwritten = fc
  .tuple(fc.constantFrom(...CORPUS), fc.constantFrom(...KEYS), value)
  .map(([frame, key, wrong]) => `${JSON.stringify(frame).slice(0, -1)},"${key}":${JSON.stringify(wrong) ?? 'null'}}`)
const mutated = fc
  .tuple(fc.constantFrom(...CORPUS), fc.nat(200), fc.string({ maxLength: 3 }))
  .map(([frame, at, text]) => {
    const whole = JSON.stringify(frame)
    const cut = at % whole.length
    return whole.slice(0, cut) + text + whole.slice(cut + 1)
  })
const batched = fc.array(fc.oneof(corrupted, overwritten), { maxLength: 5 }).map((texts) => `[${texts.join(',')}]`)
const anything = fc.oneof(corrupted, overwritten, mutated, batched, fc.string(), fc.json())

/** A connection that works: each time it is asked, all it says is answered and all it should see is seen. */
function control({ join }: Conversation): () => void {
  const [writer, reader] = [join('control'), join('control-reader')]
  let turn = 0
  writer.say({ t: 'state', r: 'control', c: 1, d: { turn } })
  reader.say({ t: 'rollCall', r: 'control' })
  reader.heard()
  writer.heard()
  return () => {
    turn += 1
    writer.say({ t: 'patch', r: 'control', c: turn + 1, n: turn, d: { turn } })
    expect(writer.heard()).toEqual([{ t: 'ack', n: turn }])
    expect(reader.heard()).toEqual([{ t: 'patch', r: 'control', sid: writer.sid, c: turn + 1, d: { turn } }])
  }
}

it(
  'T10, T11, T18: nothing that a client sends harms another connection, a prototype or the memory (INV-19)',
  { timeout: TIMEOUT_MS },
  async () => {
    const prototypes = [Object.prototype, Array.prototype, Map.prototype, Function.prototype]
    const before = prototypes.map((prototype) => Reflect.ownKeys(prototype))
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: FRAMES, maxLength: FRAMES }), async (texts) => {
        const conversation = converse({ limits: { badFramesPerMinute: 1e9, rateViolations: 1e9 } })
        const expectWorking = control(conversation)
        const empty = conversation.server.hub.tableSizes()
        let mallory = conversation.join('mallory')
        for (const [index, text] of texts.entries()) {
          mallory.sayText(text)
          if (index % 10 !== 0) continue
          expectWorking()
          // A fresh token is read by promise: what comes after it waits.
          await conversation.clock.advanceAsync(200)
          // Only a token that does not hold may end it.
          expect([undefined, 4500]).toContain(mallory.closed()?.code)
          if (mallory.closed() !== undefined) mallory = conversation.join('mallory')
        }
        mallory.say({ t: 'bye', reason: 'leave' })
        await conversation.clock.advanceAsync(120_000)
        expectWorking()
        expect(conversation.server.hub.tableSizes()).toEqual(empty)
        conversation.server.dispose()
      }),
      { numRuns: RUNS },
    )
    expect(prototypes.map((prototype) => Reflect.ownKeys(prototype))).toEqual(before)
  },
)
