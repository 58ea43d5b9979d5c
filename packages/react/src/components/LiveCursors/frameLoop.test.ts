import { createDisplayTime } from '@rollcall/core'
import { createTestClock } from '@rollcall/core/testing'
import { expect, test } from 'vitest'
import { createFrameLoop } from './frameLoop.ts'

function createScene(until: number) {
  const clock = createTestClock()
  const drawn: number[] = []
  const loop = createFrameLoop(createDisplayTime({ clock }), (at) => {
    drawn.push(at)
    return at < until
  })
  return { clock, drawn, loop }
}

test('runs while something moves, and then asks for no picture', () => {
  const { clock, drawn, loop } = createScene(500)
  loop.wake()
  clock.advance(2_000)
  expect(drawn.length).toBeGreaterThanOrEqual(30)
  expect(drawn.length).toBeLessThanOrEqual(31)
  expect(clock.pending()).toBe(0)
})

test('woken many times in one picture, it draws once', () => {
  const { clock, drawn, loop } = createScene(0)
  for (let time = 0; time < 50; time += 1) loop.wake()
  clock.advance(100)
  expect(drawn).toHaveLength(1)
})

test('at a pace of 250 ms there are four pictures a second, the first one at once', () => {
  const { clock, drawn, loop } = createScene(Infinity)
  loop.setPace(250)
  loop.wake()
  clock.advance(20)
  expect(drawn).toHaveLength(1)
  clock.advance(2_000)
  expect(drawn.length).toBeLessThanOrEqual(9)
  expect(drawn.length).toBeGreaterThanOrEqual(7)
})

test('stopped, nothing is left; woken, it goes on', () => {
  const { clock, drawn, loop } = createScene(Infinity)
  loop.wake()
  clock.advance(100)
  loop.stop()
  const { length } = drawn
  expect(clock.pending()).toBe(0)
  clock.advance(100)
  expect(drawn).toHaveLength(length)
  loop.wake()
  clock.advance(100)
  expect(drawn.length).toBeGreaterThan(length)
})
