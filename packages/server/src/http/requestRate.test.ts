import { describe, expect, it } from 'vitest'
import { createRequestRate } from './requestRate.ts'

function start() {
  let at = 0
  const rate = createRequestRate({ clock: { now: () => at }, perSecond: 50, burst: 100 })
  const calls = (userId: string, count: number) => Array.from({ length: count }, () => rate(userId))
  return { rate, calls, advance: (ms: number) => void (at += ms) }
}

describe('createRequestRate (T13)', () => {
  it('allows a burst of 100, then says how long to wait', () => {
    const { calls } = start()
    expect(calls('ada', 100).every((wait) => wait === 0)).toBe(true)
    expect(calls('ada', 1)[0]).toBeCloseTo(20)
  })

  it('does not count a refused call, and gives 50 a second back', () => {
    const { calls, advance } = start()
    calls('ada', 200)
    advance(1_000)
    expect(calls('ada', 51).map((wait) => wait === 0)).toEqual([...Array<boolean>(50).fill(true), false])
  })

  it('keeps users apart, and never gives more than a burst to somebody who was long away', () => {
    const { rate, calls, advance } = start()
    calls('ada', 101)
    expect(rate('bob')).toBe(0)
    advance(3_600_000)
    expect(calls('ada', 101).filter((wait) => wait === 0)).toHaveLength(100)
  })
})
