import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createDisplayTime } from './displayTime.ts'

describe('the time of a screen', () => {
  test('without a screen there are 60 pictures a second on the clock, each asked for', () => {
    const clock = createTestClock()
    const display = createDisplayTime({ clock })
    const drawn: number[] = []
    const draw = (at: number): void => {
      drawn.push(at)
      display.nextFrame(draw)
    }
    clock.advance(5)
    display.nextFrame(draw)
    clock.advance(995)
    expect(drawn.length).toBeGreaterThanOrEqual(59)
    expect(drawn.length).toBeLessThanOrEqual(61)
    expect(drawn[0]).toBeCloseTo(1_000 / 60)
    expect(clock.pending()).toBe(1)
  })

  test('a picture that is not wanted any more is not drawn', () => {
    const clock = createTestClock()
    const drawn: number[] = []
    createDisplayTime({ clock }).nextFrame((at) => drawn.push(at))()
    clock.advance(100)
    expect(drawn).toEqual([])
    expect(clock.pending()).toBe(0)
  })

  test('the screen of the environment is asked, where there is one', () => {
    const clock = createTestClock()
    const asked: ((at: number) => void)[] = []
    const display = createDisplayTime({
      clock,
      requestFrame: (task) => {
        asked.push(task)
        return () => {}
      },
    })
    const drawn: number[] = []
    display.nextFrame((at) => drawn.push(at))
    asked[0]?.(7)
    expect(drawn).toEqual([7])
    expect(clock.pending()).toBe(0)
  })
})
