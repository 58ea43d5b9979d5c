import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnnouncerFact, announcerReducer, nextDueAt, SILENT } from './announcerReducer.ts'
import { DEFAULT_POLICY } from './announcementPolicy.ts'

const person = fc.constantFrom('ann', 'bo', 'cy').map((userId) => ({ userId }))
const fact: fc.Arbitrary<AnnouncerFact> = fc.oneof(
  fc.record({
    type: fc.constant('typing' as const),
    fact: fc.record({ input: fc.constantFrom('a', 'b'), people: fc.uniqueArray(person, { maxLength: 3 }) }),
  }),
  fc.record({
    type: fc.constant('people' as const),
    fact: fc.record({ change: fc.constantFrom('joined' as const, 'left' as const), person }),
  }),
)
const history = fc.array(fc.tuple(fc.nat({ max: 15_000 }), fact), { maxLength: 60 })

test('whatever happens, at `low` typing is told at most every 10 s, and comings and goings every 20 s', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const policy = { ...DEFAULT_POLICY, people: 'low' } as const
      const at: Record<'typing' | 'people', number[]> = { typing: [], people: [] }
      let state = SILENT
      let now = 0
      const step = (next: AnnouncerFact): void => {
        const turn = announcerReducer(state, next, { at: now, policy })
        state = turn.state
        for (const { kind } of turn.said) at[kind === 'typing' ? 'typing' : 'people'].push(now)
      }
      for (const [wait, next] of facts) {
        const end = now + wait
        for (let due = nextDueAt(state, policy); due <= end; due = nextDueAt(state, policy)) {
          expect(due).toBeGreaterThan(now - 1)
          now = Math.max(now, due)
          step({ type: 'ticked' })
        }
        now = end
        step(next)
      }
      const gaps = (times: readonly number[]): readonly number[] =>
        times.slice(1).map((time, index) => time - (times[index] ?? 0))
      expect(Math.min(Infinity, ...gaps(at.typing))).toBeGreaterThanOrEqual(10_000)
      expect(Math.min(Infinity, ...gaps(at.people))).toBeGreaterThanOrEqual(20_000)
    }),
  )
})
