import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createMergeWindow, type MergeWindowOptions } from './mergeWindow.ts'

/** Notes when it transmits; `hasNews` is what `transmit` finds. */
function createScenario(options: Partial<Pick<MergeWindowOptions, 'windowMs' | 'leading'>> = {}) {
  const clock = createTestClock()
  const times: number[] = []
  const state = { hasNews: true }
  const window = createMergeWindow({
    clock,
    windowMs: 100,
    ...options,
    transmit: () => {
      times.push(clock.now())
      return state.hasNews
    },
  })
  return { clock, window, times, state }
}

describe('merging', () => {
  test('goes at once, then once at the window’s end, which opens the next', () => {
    const { clock, window, times } = createScenario()
    window.touch()
    clock.advance(40)
    window.touch()
    window.touch()
    clock.advance(100)
    window.touch()
    clock.advance(500)
    expect(times).toEqual([0, 100, 200])
  })

  test('with nothing waiting closes the window: the next goes at once', () => {
    const { clock, window, times } = createScenario()
    window.touch()
    clock.advance(150)
    expect(times).toEqual([0])
    window.touch()
    expect(times).toEqual([0, 150])
  })

  test('of nothing new opens no window', () => {
    const { window, times, state, clock } = createScenario()
    state.hasNews = false
    window.touch()
    window.touch()
    expect([times, clock.pending()]).toEqual([[0, 0], 0])
  })

  test('without a window never waits', () => {
    const { window, times, clock } = createScenario({ windowMs: 0 })
    window.touch()
    window.touch()
    expect([times, clock.pending()]).toEqual([[0, 0], 0])
  })

  test('what is cancelled does not go at the end, but the rate holds', () => {
    const { clock, window, times } = createScenario()
    window.touch()
    window.touch()
    window.cancel()
    clock.advance(50)
    window.touch()
    expect(times).toEqual([0])
    clock.advance(50)
    expect(times).toEqual([0, 100])
  })

  test('with the turn as the leading edge waits for what is deferred in it, and goes once', () => {
    const { clock, window, times } = createScenario({ leading: 'turn' })
    window.touch()
    window.touch()
    clock.defer(() => window.touch())
    expect(times).toEqual([])
    clock.runDeferred()
    expect(times).toEqual([0])
    window.touch()
    clock.runDeferred()
    expect(times).toEqual([0])
    clock.advance(100)
    expect(times).toEqual([0, 100])
  })

  test('cancelled before the turn ends does not go, and the next turn is a new one', () => {
    const { clock, window, times } = createScenario({ leading: 'turn' })
    window.touch()
    window.cancel()
    clock.runDeferred()
    expect(times).toEqual([])
    window.touch()
    clock.runDeferred()
    expect(times).toEqual([0])
  })

  test.each(['now', 'turn'] as const)('disposed (%s) leaves no timer and nothing waiting', (leading) => {
    const { clock, window, times } = createScenario({ leading })
    window.touch()
    clock.runDeferred()
    window.touch()
    window.dispose()
    clock.advance(1_000)
    expect([times, clock.pending()]).toEqual([[0], 0])
  })

  test('disposed in the turn of the first change does not go', () => {
    const { clock, window, times } = createScenario({ leading: 'turn' })
    window.touch()
    window.dispose()
    clock.advance(1_000)
    expect(times).toEqual([])
  })
})
