import { describe, expect, test } from 'vitest'
import { createKeyedListeners } from './keyedListeners.ts'
import { createKeyedSource } from './keyedSource.ts'

/** A table with one value that may be told of more often than it changes. */
function createScenario() {
  const listeners = createKeyedListeners<string>(() => {})
  let value = { n: 1 }
  const source = createKeyedSource({
    read: () => value,
    subscribe: (changed) => listeners.subscribe('key', changed),
  })
  return {
    source,
    isWatching: () => listeners.size() > 0,
    set: (next: { n: number }) => {
      value = next
    },
    tell: () => listeners.notify('key'),
  }
}

describe('a source over one key', () => {
  test('reads what stands now, and holds on to nothing while nobody listens', () => {
    const { source, set, isWatching } = createScenario()
    set({ n: 2 })
    expect(source.getCurrent()).toEqual({ n: 2 })
    expect(isWatching()).toBe(false)
  })

  test('tells its listeners of another value, and not of the same one again', () => {
    const { source, set, tell, isWatching } = createScenario()
    let told = 0
    const stop = source.subscribe(() => (told += 1))
    tell()
    expect(told).toBe(0)
    set({ n: 2 })
    tell()
    tell()
    expect(told).toBe(1)
    stop()
    set({ n: 3 })
    tell()
    expect([told, isWatching()]).toEqual([1, false])
  })

  test('a value that came back before anybody was told is no change', () => {
    const { source, set, tell } = createScenario()
    const before = source.getCurrent()
    let told = 0
    source.subscribe(() => (told += 1))
    set({ n: 2 })
    set(before)
    tell()
    expect(told).toBe(0)
  })

  test('as a stream gives the present value, then each other one, until it is left', () => {
    const { source, set, tell, isWatching } = createScenario()
    const seen: number[] = []
    const subscription = source.observable.subscribe(({ n }) => seen.push(n))
    tell()
    set({ n: 2 })
    tell()
    subscription.unsubscribe()
    set({ n: 3 })
    tell()
    expect(seen).toEqual([1, 2])
    expect(isWatching()).toBe(false)
  })
})
