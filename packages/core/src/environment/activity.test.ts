import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createActivity, type ActivityStatus } from './activity.ts'

function setUp(awayAfterMs: number | null = 300_000) {
  const clock = createTestClock()
  const environment = createTestEnvironment({ clock })
  const activity = createActivity({ ...environment, awayAfterMs })
  const statuses: ActivityStatus[] = []
  activity.status$.subscribe((status) => statuses.push(status))
  return { clock, environment, activity, statuses }
}

describe('activity', () => {
  it('is away after five minutes without input, not a millisecond before, and back with the next', () => {
    const { clock, environment, activity, statuses } = setUp()
    clock.advance(299_999)
    expect(activity.getStatus()).toBe('online')
    clock.advance(1)
    expect(activity.getStatus()).toBe('away')
    clock.advance(60_000)
    expect(activity.idleMs()).toBe(360_000)
    environment.input()
    expect(activity.idleMs()).toBe(0)
    expect(statuses).toEqual(['online', 'away', 'online'])
  })

  it('counts from the last input, and sets no timer per input', () => {
    const { clock, environment, activity } = setUp()
    for (let minute = 0; minute < 30; minute += 1) {
      clock.advance(60_000)
      for (let move = 0; move < 100; move += 1) environment.input()
      expect(clock.pending()).toBe(1)
    }
    expect(activity.getStatus()).toBe('online')
    clock.advance(300_000)
    expect(activity.getStatus()).toBe('away')
    expect(clock.pending()).toBe(0)
  })

  it('goes by the time passed, not by timers: a page that slept is away when it is seen again (T28)', () => {
    const clock = createTestClock()
    let slept = 0
    // Timers stand still in sleep; the clock does not.
    const sleepy = { ...clock, now: () => clock.now() + slept }
    const environment = createTestEnvironment({ clock: sleepy })
    const activity = createActivity({ ...environment, awayAfterMs: 300_000 })
    environment.hide()
    slept = 3_600_000
    expect(activity.getStatus()).toBe('online')
    environment.show()
    expect(activity.getStatus()).toBe('away')
    environment.input()
    expect(activity.getStatus()).toBe('online')
  })

  it('does not take being looked at for input', () => {
    const { clock, environment, activity } = setUp()
    clock.advance(200_000)
    environment.hide()
    environment.show()
    clock.advance(100_000)
    expect(activity.getStatus()).toBe('away')
  })

  it('is not moved by a jump of the wall clock (INV-6)', () => {
    const { clock, activity } = setUp()
    clock.skew(86_400_000)
    clock.advance(1)
    expect(activity.getStatus()).toBe('online')
    expect(activity.idleMs()).toBe(1)
  })

  it('is never away where that is switched off, and holds no timer', () => {
    const { clock, activity } = setUp(null)
    expect(clock.pending()).toBe(0)
    clock.advance(10 ** 9)
    expect(activity.getStatus()).toBe('online')
  })

  it('leaves nothing behind when disposed of (INV-21)', () => {
    const { clock, environment, activity, statuses } = setUp()
    activity.dispose()
    expect(clock.pending()).toBe(0)
    clock.advance(600_000)
    environment.input()
    environment.show()
    expect(statuses).toEqual(['online'])
  })
})
