import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createDeadline } from './deadline.ts'

/** A sweep that notes when it ran, and gives back what the test says comes next. */
function createScenario(next: (now: number) => number | undefined = () => undefined) {
  const clock = createTestClock()
  const sweeps: { readonly now: number; readonly lateMs: number }[] = []
  const deadline = createDeadline({
    clock,
    sweep: (now, lateMs) => {
      sweeps.push({ now, lateMs })
      return next(now)
    },
  })
  return { clock, deadline, sweeps }
}

describe('one timer for many deadlines', () => {
  test('sweeps at the earliest, whatever order they come in', () => {
    const { clock, deadline, sweeps } = createScenario()
    deadline.expectAt(50)
    deadline.expectAt(20)
    deadline.expectAt(30)
    expect(clock.pending()).toBe(1)
    clock.advance(19)
    expect(sweeps).toEqual([])
    clock.advance(1)
    expect(sweeps).toEqual([{ now: 20, lateMs: 0 }])
    expect(clock.pending()).toBe(0)
  })

  test('goes on with what the sweep found next, and with later ones after the earliest is over', () => {
    const { clock, deadline, sweeps } = createScenario((now) => (now < 40 ? now + 20 : undefined))
    deadline.expectAt(20)
    clock.advance(100)
    expect(sweeps.map(({ now }) => now)).toEqual([20, 40])
    deadline.expectAt(150)
    clock.advance(100)
    expect(sweeps.map(({ now }) => now)).toEqual([20, 40, 150])
  })

  test('what is due already is swept as soon as may be', () => {
    const { clock, deadline, sweeps } = createScenario()
    clock.advance(100)
    deadline.expectAt(40)
    clock.advance(0)
    expect(sweeps).toEqual([{ now: 100, lateMs: 60 }])
  })

  test('once stopped sweeps no more, until something is expected again', () => {
    const { clock, deadline, sweeps } = createScenario()
    deadline.expectAt(20)
    deadline.stop()
    expect(clock.pending()).toBe(0)
    clock.advance(100)
    expect(sweeps).toEqual([])
    deadline.expectAt(500)
    clock.advance(400)
    expect(sweeps).toEqual([{ now: 500, lateMs: 0 }])
  })
})
