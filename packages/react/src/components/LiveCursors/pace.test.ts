import { createTestClock } from '@rollcall/core/testing'
import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

function createScene(periodMs: number) {
  const clock = createTestClock()
  const sent: number[] = []
  const pace = createPace(clock, () => sent.push(clock.now()))
  pace.setPeriod(periodMs)
  return { clock, sent, pace }
}

test('the first goes at once, and a last one at the end of each period', () => {
  const { clock, sent, pace } = createScene(100)
  for (let step = 0; step < 25; step += 1) {
    pace.touch()
    clock.advance(10)
  }
  clock.advance(1_000)
  expect(sent).toEqual([0, 100, 200, 300])
  expect(clock.pending()).toBe(0)
})

test('stopped, what waits does not go', () => {
  const { clock, sent, pace } = createScene(100)
  pace.touch()
  pace.touch()
  pace.stop()
  clock.advance(1_000)
  expect(sent).toEqual([0])
  expect(clock.pending()).toBe(0)
})
