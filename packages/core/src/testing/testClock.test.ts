import { describe, expect, it } from 'vitest'
import { createTestClock } from './testClock.ts'

describe('the test clock', () => {
  it('runs due timers in order of time, then of setting', () => {
    const clock = createTestClock()
    const ran: string[] = []
    clock.setTimer(20, () => ran.push('late'))
    clock.setTimer(10, () => ran.push('early, set first'))
    clock.setTimer(10, () => ran.push('early, set second'))
    clock.advance(15)
    expect(ran).toEqual(['early, set first', 'early, set second'])
    clock.advance(5)
    expect(ran.at(-1)).toBe('late')
  })

  it('shows each timer the instant at which it was due', () => {
    const clock = createTestClock()
    const seen: number[] = []
    clock.setTimer(10, () => {
      seen.push(clock.now())
      clock.setTimer(5, () => seen.push(clock.now()))
    })
    clock.advance(100)
    expect(seen).toEqual([10, 15])
    expect(clock.now()).toBe(100)
  })

  it('runs what was deferred before any later timer', () => {
    const clock = createTestClock()
    const ran: string[] = []
    clock.setTimer(0, () => {
      clock.defer(() => ran.push('deferred'))
      ran.push('timer')
    })
    clock.setTimer(0, () => ran.push('second timer'))
    clock.advance(0)
    expect(ran).toEqual(['timer', 'deferred', 'second timer'])
  })

  it('runs deferred tasks without letting time pass', () => {
    const clock = createTestClock()
    const ran: string[] = []
    clock.setTimer(0, () => ran.push('timer'))
    clock.defer(() => clock.defer(() => ran.push('deferred by a deferred one')))
    const cancel = clock.defer(() => ran.push('cancelled'))
    cancel()
    clock.runDeferred()
    expect(ran).toEqual(['deferred by a deferred one'])
  })

  it('counts the timers that wait, and forgets cancelled ones once', () => {
    const clock = createTestClock()
    const cancel = clock.setTimer(10, () => {})
    clock.setTimer(2 ** 40, () => {})
    expect(clock.pending()).toBe(2)
    cancel()
    cancel()
    expect(clock.pending()).toBe(1)
    clock.advance(2 ** 40)
    expect(clock.pending()).toBe(0)
    cancel()
    expect(clock.pending()).toBe(0)
  })

  it('lets the wall clock jump and leaves waiting alone', () => {
    const clock = createTestClock({ wall: 1_000 })
    let ran = false
    clock.setTimer(10, () => {
      ran = true
    })
    clock.skew(3_600_000)
    expect(clock.wall()).toBe(3_601_000)
    expect(clock.now()).toBe(0)
    clock.advance(9)
    expect(ran).toBe(false)
    clock.skew(-7_200_000)
    clock.advance(1)
    expect(ran).toBe(true)
  })

  it('tells the wall time in whole milliseconds, as platforms do, and keeps fractions of its own', () => {
    const clock = createTestClock({ wall: 1_000 })
    clock.advance(0.7)
    expect([clock.wall(), clock.now()]).toEqual([1_000, 0.7])
    clock.advance(0.7)
    expect(clock.wall()).toBe(1_001)
  })

  it('lets promises settle between tasks when asked to', async () => {
    const clock = createTestClock()
    const ran: string[] = []
    clock.setTimer(1, () => {
      void Promise.resolve().then(() => clock.setTimer(1, () => ran.push('set after an await')))
    })
    clock.setTimer(3, () => ran.push('later'))
    await clock.advanceAsync(3)
    expect(ran).toEqual(['set after an await', 'later'])
  })

  it('keeps order with many timers and cancellations', () => {
    const clock = createTestClock()
    const ran: number[] = []
    const cancels = Array.from({ length: 500 }, (_, index) => {
      const delay = (index * 7_919) % 503
      return clock.setTimer(delay, () => ran.push(delay))
    })
    for (const [index, cancel] of cancels.entries()) if (index % 3 === 0) cancel()
    clock.advance(1_000)
    expect(ran).toHaveLength(333)
    expect(ran).toEqual(ran.toSorted((left, right) => left - right))
  })
})
