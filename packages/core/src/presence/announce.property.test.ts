import type { PresenceData } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import type { OutgoingFrame } from '../transport/transport.ts'
import { createAnnounce } from './announce.ts'
import { createSeqCounter } from './seqCounter.ts'

const WINDOW_MS = 100
const RUNS = { numRuns: 1_500 }

type Step =
  | { readonly do: 'want'; readonly value: number }
  | { readonly do: 'leave' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'down' }
  | { readonly do: 'up'; readonly resumed: boolean }

const wait = fc.integer({ min: 0, max: 250 }).map((ms): Step => ({ do: 'wait', ms }))
const want = fc.integer({ min: 0, max: 3 }).map((value): Step => ({ do: 'want', value }))
const up = fc.boolean().map((resumed): Step => ({ do: 'up', resumed }))
const steady = fc.array(fc.oneof(want, wait), { maxLength: 40 })
const coming = fc.array(fc.oneof(want, want, wait, fc.constant<Step>({ do: 'leave' })), { maxLength: 40 })
const rough = fc.array(
  fc.oneof(want, wait, fc.constant<Step>({ do: 'leave' }), fc.constant<Step>({ do: 'down' }), up),
  { maxLength: 40 },
)

interface Said {
  readonly at: number
  readonly frame: OutgoingFrame
}

function createVoice(liveness: 'peers' | 'authority') {
  const clock = createTestClock()
  const said: Said[] = []
  let isUp = true
  let sessionBegan = 0
  const open = new Map<number, (error?: never) => void>()
  let requests = 0
  const announce = createAnnounce({
    room: 'r',
    counter: createSeqCounter(),
    parting: () => () => {},
    liveness,
    clock,
    random: createTestRandom(1),
    windowMs: WINDOW_MS,
    send: (frames) => {
      if (isUp) for (const frame of frames) said.push({ at: clock.now(), frame })
      return isUp
    },
    speaker: () => ({ sessionId: 's', userId: 'u', info: {}, fields: { status: 'online' }, idleMs: 0 }),
    whole: () => ({ typing: [], enteredAt: 0, ageMs: 0 }),
    openRequest: (settle) => {
      if (liveness === 'peers') return undefined
      requests += 1
      open.set(requests, settle)
      return requests
    },
    closeRequest: (request) => open.delete(request),
    enterRefused: () => {},
    refused: () => {},
  })
  const perform = (step: Step): void => {
    if (step.do === 'want') announce.want({ value: step.value })
    else if (step.do === 'leave') announce.want(undefined)
    else if (step.do === 'wait') clock.advance(step.ms)
    else if (step.do === 'down') isUp = false
    else {
      isUp = true
      if (!step.resumed) sessionBegan = said.length
      announce.connected({ resumed: step.resumed })
    }
  }
  /** Of the present session: what an earlier one said is another story. */
  const saidNow = (): readonly Said[] => said.slice(sessionBegan)
  return { clock, said, saidNow, announce, perform }
}

/** What somebody who hears it all believes; `undefined`: not in the room. */
function hear(said: readonly Said[]): PresenceData | undefined {
  let heard: PresenceData | undefined
  for (const { frame } of said) {
    if (frame.type === 'state') heard = frame.presence
    else if (frame.type === 'patch') heard = { ...heard, ...frame.presence }
    else if (frame.type === 'disconnect') heard = undefined
  }
  return heard
}

const isUpdate = ({ frame }: Said): boolean => frame.type === 'patch' || frame.type === 'state'
const liveness = fc.constantFrom('peers' as const, 'authority' as const)

describe('what goes out of a room', () => {
  test('INV-18 the counter strictly grows, over leaving, coming back and reconnecting', () => {
    fc.assert(
      fc.property(liveness, rough, (kind, steps) => {
        const voice = createVoice(kind)
        steps.forEach(voice.perform)
        const seqs = voice.said.flatMap(({ frame }) => ('seq' in frame ? [frame.seq] : []))
        seqs.forEach((seq, index) => expect(seq).toBeGreaterThan(seqs[index - 1] ?? 0))
      }),
      RUNS,
    )
  })

  test('INV-24 no span of time holds more updates than its windows allow', () => {
    fc.assert(
      fc.property(liveness, steady, (kind, steps) => {
        const voice = createVoice(kind)
        voice.announce.want({ value: 0 })
        steps.forEach(voice.perform)
        // The first is the entering, which is no update.
        const times = voice.said.slice(1).map(({ at }) => at)
        times.forEach((from, first) =>
          times.slice(first).forEach((to, more) => {
            expect(more + 1).toBeLessThanOrEqual(2 + Math.floor((to - from) / WINDOW_MS))
          }),
        )
      }),
      RUNS,
    )
  })

  test('INV-25 every change is said within the window, and at once if nothing is open', () => {
    fc.assert(
      fc.property(liveness, steady, fc.integer({ min: 4, max: 9 }), (kind, steps, value) => {
        const voice = createVoice(kind)
        voice.announce.want({ value: 0 })
        steps.forEach(voice.perform)
        voice.clock.runDeferred()
        const lastSaid = voice.said.filter(isUpdate).slice(1).at(-1)?.at ?? Number.NEGATIVE_INFINITY
        const isIdle = voice.clock.now() - lastSaid >= WINDOW_MS
        voice.announce.want({ value })
        // At once is in the same turn: no time passes.
        voice.clock.runDeferred()
        if (isIdle) expect(hear(voice.said)).toEqual({ value })
        voice.clock.advance(WINDOW_MS)
        expect(hear(voice.said)).toEqual({ value })
      }),
      RUNS,
    )
  })

  test('INV-26 a window after the last change, what was said last is what is so', () => {
    fc.assert(
      fc.property(liveness, rough, (kind, steps) => {
        const voice = createVoice(kind)
        steps.forEach(voice.perform)
        const last = steps.findLast((step) => step.do === 'want' || step.do === 'leave')
        voice.perform({ do: 'up', resumed: true })
        voice.clock.advance(WINDOW_MS)
        expect(hear(voice.saidNow())).toEqual(last?.do === 'want' ? { value: last.value } : undefined)
      }),
      RUNS,
    )
  })

  test('INV-27 what comes to nothing by the end of the window is not said', () => {
    fc.assert(
      fc.property(liveness, fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 8 }), (kind, values) => {
        const voice = createVoice(kind)
        voice.announce.want({ value: 0 })
        voice.announce.want({ value: 9 })
        voice.clock.runDeferred()
        const before = voice.said.length
        for (const value of values) voice.announce.want({ value })
        voice.announce.want({ value: 9 })
        voice.clock.advance(WINDOW_MS * 2)
        expect(voice.said.length).toBe(before)
      }),
      RUNS,
    )
  })

  test('INV-28 entering and leaving are said at once, and after leaving nothing is until the next entering', () => {
    fc.assert(
      fc.property(liveness, coming, (kind, steps) => {
        const voice = createVoice(kind)
        for (const step of steps) {
          const wasIn = hear(voice.said) !== undefined
          const before = voice.said.length
          voice.perform(step)
          if (step.do === 'leave') expect(hear(voice.said)).toBeUndefined()
          if (step.do === 'want' && !wasIn) expect(hear(voice.said)).toEqual({ value: step.value })
          if (!wasIn && step.do !== 'want') expect(voice.said.length).toBe(before)
        }
        voice.perform({ do: 'leave' })
        const before = voice.said.length
        voice.clock.advance(200_000)
        expect(voice.said.length).toBe(before)
        expect(voice.clock.pending()).toBe(0)
      }),
      RUNS,
    )
  })

  test('INV-12 k roll calls cost at most two answers in 250 ms, the last of them after the last call', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 20 }), (gaps) => {
        const voice = createVoice('peers')
        voice.announce.answer('nobody is there yet')
        expect(voice.said).toEqual([])
        voice.announce.want({ value: 0 })
        voice.clock.advance(1_000)
        const before = voice.said.length
        gaps.forEach((gap, index) => {
          voice.clock.advance(gap)
          voice.announce.answer(`call ${index}`)
          voice.announce.answer(`call ${index}`)
        })
        const lastCallAt = voice.clock.now()
        voice.clock.advance(250)
        const answers = voice.said.slice(before).map(({ at }) => at)
        expect(answers.at(-1)).toBeGreaterThanOrEqual(lastCallAt)
        for (const from of answers)
          expect(answers.filter((at) => at >= from && at < from + 250).length).toBeLessThanOrEqual(
            Math.min(gaps.length, 2),
          )
      }),
      RUNS,
    )
  })
})
