import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createHeartbeat } from './heartbeat.ts'

/** A heart whose chance is given: 0 … 1. */
function createScenario(fraction: number) {
  const clock = createTestClock()
  const beats: number[] = []
  const heartbeat = createHeartbeat({
    clock,
    random: { fraction: () => fraction, bytes: (length) => new Uint8Array(length) },
    beat: () => beats.push(clock.now()),
  })
  return { clock, heartbeat, beats }
}

describe('the heartbeat between tabs', () => {
  test.each([
    [0, 27_000],
    [0.25, 28_500],
    [0.5, 30_000],
    [1, 33_000],
  ])('by chance %f comes %i ms after the last word', (fraction, dueAt) => {
    const { clock, heartbeat, beats } = createScenario(fraction)
    heartbeat.sent()
    clock.advance(dueAt - 1)
    expect(beats).toEqual([])
    clock.advance(1)
    expect(beats).toEqual([dueAt])
  })

  test('is counted from the last word, and one beat is one: the word it sends asks for the next', () => {
    const { clock, heartbeat, beats } = createScenario(0.5)
    heartbeat.sent()
    clock.advance(20_000)
    heartbeat.sent()
    clock.advance(100_000)
    expect(beats).toEqual([50_000])
  })

  test('is stale from half a beat after the last word on, and before there was any', () => {
    const { clock, heartbeat } = createScenario(0.5)
    expect(heartbeat.isStale()).toBe(true)
    clock.advance(50_000)
    heartbeat.sent()
    expect(heartbeat.isStale()).toBe(false)
    clock.advance(14_999)
    expect(heartbeat.isStale()).toBe(false)
    clock.advance(1)
    expect(heartbeat.isStale()).toBe(true)
  })

  test('stopped beats no more', () => {
    const { clock, heartbeat, beats } = createScenario(0.5)
    heartbeat.sent()
    heartbeat.stop()
    clock.advance(100_000)
    expect([beats, clock.pending()]).toEqual([[], 0])
  })
})
