import { describe, expect, it } from 'vitest'
import { createTestRandom } from './testRandom.ts'

describe('the test random', () => {
  it('repeats itself with the same seed and differs with another', () => {
    const draw = (seed: number): number[] => {
      const random = createTestRandom(seed)
      return Array.from({ length: 5 }, () => random.fraction())
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  it('stays inside [0, 1) and gives as many bytes as asked', () => {
    const random = createTestRandom(42)
    const fractions = Array.from({ length: 10_000 }, () => random.fraction())
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...fractions)).toBeLessThan(1)
    expect(random.bytes(16)).toHaveLength(16)
  })
})
