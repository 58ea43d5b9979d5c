import { createTestClock } from '@rollcall/core/testing'
import { expect, test, vi } from 'vitest'
import { createTicker } from './ticker.ts'

const WALL = Date.UTC(2026, 0, 1)

function setUp() {
  const clock = createTestClock({ wall: WALL })
  const ticker = createTicker({ now: () => clock.wall(), setTimer: (ms, task) => clock.setTimer(ms, task) })
  return { clock, ticker }
}

/** A text that changes every `everyMs` from the start on. */
const every = (clock: { wall(): number }, everyMs: number) => () =>
  WALL + (Math.floor((clock.wall() - WALL) / everyMs) + 1) * everyMs

test('500 texts need one timer, and none is left after the last', () => {
  const { clock, ticker } = setUp()
  const ends = Array.from({ length: 500 }, (_, index) => ticker.watch(every(clock, 60_000 + index), () => {}))
  expect(clock.pending()).toBe(1)
  clock.advance(600_000)
  expect(clock.pending()).toBe(1)
  for (const end of ends) end()
  expect(clock.pending()).toBe(0)
})

test('wakes whoever is due, and nobody else', () => {
  const { clock, ticker } = setUp()
  const minutes = vi.fn<() => void>()
  const hours = vi.fn<() => void>()
  ticker.watch(every(clock, 60_000), minutes)
  ticker.watch(every(clock, 3_600_000), hours)
  clock.advance(59_999)
  expect(minutes).not.toHaveBeenCalled()
  clock.advance(1)
  expect(minutes).toHaveBeenCalledTimes(1)
  clock.advance(3_540_000)
  expect(minutes).toHaveBeenCalledTimes(60)
  expect(hours).toHaveBeenCalledTimes(1)
})

test('an earlier text that comes later is not waited past', () => {
  const { clock, ticker } = setUp()
  ticker.watch(every(clock, 3_600_000), () => {})
  const minutes = vi.fn<() => void>()
  ticker.watch(every(clock, 60_000), minutes)
  clock.advance(60_000)
  expect(minutes).toHaveBeenCalledTimes(1)
  expect(clock.pending()).toBe(1)
})

test('what is due within one second shares a wake-up', () => {
  const { clock, ticker } = setUp()
  const setTimer = vi.spyOn(clock, 'setTimer')
  const texts = Array.from({ length: 10 }, (_, index) => WALL + 59_100 + index * 90)
  const listeners = texts.map((at) => {
    const listener = vi.fn<() => void>()
    ticker.watch(() => (clock.wall() < at ? at : null), listener)
    return listener
  })
  clock.advance(60_000)
  for (const listener of listeners) expect(listener).toHaveBeenCalledTimes(1)
  expect(setTimer).toHaveBeenCalledTimes(1)
})

test('a text that never changes sets no timer', () => {
  const { clock, ticker } = setUp()
  ticker.watch(
    () => null,
    () => {},
  )
  expect(clock.pending()).toBe(0)
})

test('a listener that ends itself or another while it is called harms nobody', () => {
  const { clock, ticker } = setUp()
  const last = vi.fn<() => void>()
  const endFirst = ticker.watch(every(clock, 1_000), () => {
    endFirst()
    endLast()
  })
  const endLast = ticker.watch(every(clock, 1_000), last)
  clock.advance(10_000)
  expect(last).not.toHaveBeenCalled()
  expect(clock.pending()).toBe(0)
})
