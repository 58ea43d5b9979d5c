import { execFileSync } from 'node:child_process'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserEnvironment } from './browserEnvironment.ts'
import { createPlatformClock } from './platformClock.ts'

describe('the environment where there is no page', () => {
  it('is online and visible, and nothing happens in it', () => {
    const environment = browserEnvironment()
    const happened: unknown[] = []
    environment.pageLife$.subscribe((event) => happened.push(event))
    environment.input$.subscribe((event) => happened.push(event))
    expect(environment.isOnline()).toBe(true)
    expect(environment.isVisible()).toBe(true)
    expect(environment.locks).toBeUndefined()
    expect(happened).toEqual([])
  })

  it('has chance that is unpredictable and within bounds', () => {
    const { random } = browserEnvironment()
    const drawn = Array.from({ length: 1_000 }, () => random.fraction())
    expect(drawn.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true)
    expect(new Set(drawn).size).toBeGreaterThan(990)
    expect(random.bytes(16)).toHaveLength(16)
    expect(random.bytes(16)).not.toEqual(random.bytes(16))
  })

  it('does not keep a process alive', () => {
    const module = new URL('./browserEnvironment.ts', import.meta.url).href
    const script = `
      const { browserEnvironment } = await import(${JSON.stringify(module)})
      const environment = browserEnvironment()
      environment.pageLife$.subscribe(() => {})
      environment.clock.defer(() => console.log('deferred'))`
    const flags = ['--conditions=@rollcall/source', '--input-type=module', '--eval', script]
    // The timeout is the failure: a process that is kept alive never ends by itself.
    expect(execFileSync(execPath, flags, { encoding: 'utf8', timeout: 20_000 })).toBe('deferred\n')
  })
})

describe('the clock of the platform', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('waits longer than the platform can (2^31 ms), and not shorter', () => {
    const clock = createPlatformClock()
    let rang = 0
    clock.setTimer(2 ** 31 * 3 + 5, () => (rang += 1))
    vi.advanceTimersByTime(2 ** 31 * 3 + 4)
    expect(rang).toBe(0)
    vi.advanceTimersByTime(1)
    expect(rang).toBe(1)
  })

  it('cancels a long wait in any of its parts', () => {
    const clock = createPlatformClock()
    let rang = 0
    const cancel = clock.setTimer(2 ** 32, () => (rang += 1))
    vi.advanceTimersByTime(2 ** 31)
    cancel()
    vi.advanceTimersByTime(2 ** 33)
    expect(rang).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('runs deferred tasks in order, without those that were cancelled, one turn later', () => {
    const clock = createPlatformClock()
    const ran: string[] = []
    clock.defer(() => {
      ran.push('first')
      cancelThird()
      clock.defer(() => ran.push('of the next turn'))
    })
    const cancelSecond = clock.defer(() => ran.push('second'))
    const cancelThird = clock.defer(() => ran.push('third'))
    clock.defer(() => ran.push('fourth'))
    cancelSecond()
    expect(ran).toEqual([])
    vi.advanceTimersToNextTimer()
    expect(ran).toEqual(['first', 'fourth'])
    vi.advanceTimersToNextTimer()
    expect(ran).toEqual(['first', 'fourth', 'of the next turn'])
  })

  it('lets no deferred task be stopped by one that throws, and throws on where nobody is harmed', () => {
    const thrownOn: (() => void)[] = []
    vi.stubGlobal('queueMicrotask', (task: () => void) => thrownOn.push(task))
    const clock = createPlatformClock()
    const ran: string[] = []
    clock.defer(() => {
      throw new Error('of the app')
    })
    clock.defer(() => ran.push('the next'))
    vi.runAllTimers()
    vi.unstubAllGlobals()
    expect(ran).toEqual(['the next'])
    expect(thrownOn).toHaveLength(1)
    expect(thrownOn[0]).toThrow('of the app')
  })

  it('takes deferred tasks again after all were cancelled', () => {
    const clock = createPlatformClock()
    const ran: string[] = []
    clock.defer(() => ran.push('cancelled'))()
    clock.defer(() => ran.push('kept'))
    vi.runAllTimers()
    expect(ran).toEqual(['kept'])
  })
})
