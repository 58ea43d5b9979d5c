import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffCeiling, backoffDelay } from './backoff.ts'

const attempts = fc.nat({ max: 10_000 })
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('backoff', () => {
  it('has a ceiling that never falls and never exceeds 30 s (T17)', () => {
    fc.assert(
      fc.property(attempts, (count) => {
        expect(backoffCeiling(count + 1)).toBeGreaterThanOrEqual(backoffCeiling(count))
        expect(backoffCeiling(count)).toBeLessThanOrEqual(30_000)
        expect(backoffCeiling(count)).toBe(Math.min(30_000, 500 * 2 ** count))
      }),
    )
  })

  it('is full jitter: anywhere below the ceiling, proportional to chance', () => {
    fc.assert(
      fc.property(attempts, chance, (count, drawn) => {
        const delay = backoffDelay(count, drawn)
        expect(delay).toBeGreaterThanOrEqual(0)
        expect(delay).toBe(drawn * backoffCeiling(count))
      }),
    )
  })

  it('never comes before the time that the server named, spread over as much again, and within bounds', () => {
    fc.assert(
      fc.property(attempts, chance, fc.nat({ max: 999_999_999 }), (count, drawn, ordered) => {
        const delay = backoffDelay(count, drawn, ordered)
        const least = Math.min(ordered, 600_000)
        expect(delay).toBeGreaterThanOrEqual(least)
        // Rounding may reach the bound itself.
        expect(delay).toBeLessThanOrEqual(least + Math.max(least, backoffCeiling(count)))
      }),
    )
  })
})
