import { describe, expect, test } from 'vitest'
import { createKeyedListeners } from './keyedListeners.ts'
import { createListeners } from './listeners.ts'
import { memoize } from './memoize.ts'
import { createStateSource } from './stateSource.ts'
import { createStoreState } from './storeState.ts'

describe('a source', () => {
  function createScenario() {
    const thrown: unknown[] = []
    const trace: string[] = []
    const report = (error: unknown): void => void thrown.push(error)
    const cell = createStoreState({ n: 1 }, { report, trace: (reason) => trace.push(reason) })
    let watching = 0
    const source = createStateSource({
      read: () => ({ isOdd: cell.get().n % 2 === 1 }),
      subscribe: (changed) => {
        watching += 1
        const stop = cell.subscribe(changed)
        return () => {
          watching -= 1
          stop()
        }
      },
      isEqual: (left, right) => left.isOdd === right.isOdd,
      report,
    })
    return { cell, source, thrown, trace, isWatching: () => watching > 0 }
  }

  test('INV-49 keeps its identity as long as its content is the same, with and without listeners', () => {
    const { cell, source } = createScenario()
    const first = source.getCurrent()
    cell.set('changed', { n: 3 })
    expect(source.getCurrent()).toBe(first)
    cell.set('changed', { n: 4 })
    expect(source.getCurrent()).toEqual({ isOdd: false })
  })

  test('works from the first listener to the last, and tells of changes of content only', () => {
    const { cell, source, isWatching } = createScenario()
    let told = 0
    expect(isWatching()).toBe(false)
    const stops = [source.subscribe(() => (told += 1)), source.subscribe(() => (told += 1))]
    cell.set('changed', { n: 3 })
    expect(told).toBe(0)
    cell.set('changed', { n: 4 })
    expect(told).toBe(2)
    for (const stop of stops) {
      expect(isWatching()).toBe(true)
      stop()
      stop()
    }
    expect(isWatching()).toBe(false)
    cell.set('changed', { n: 5 })
    expect(told).toBe(2)
  })

  test('as a stream: the present value, then each new one, until unsubscribed', () => {
    const { cell, source, isWatching } = createScenario()
    const seen: boolean[] = []
    const subscription = source.observable.subscribe(({ isOdd }) => seen.push(isOdd))
    cell.set('changed', { n: 2 })
    subscription.unsubscribe()
    cell.set('changed', { n: 3 })
    expect(seen).toEqual([true, false])
    expect(isWatching()).toBe(false)
  })

  test('a listener that throws is reported, and stops nobody', () => {
    const { cell, source, thrown, trace } = createScenario()
    let told = 0
    source.subscribe(() => {
      throw new Error('mine')
    })
    source.subscribe(() => (told += 1))
    cell.set('counted', { n: 2 })
    expect([told, thrown]).toEqual([1, [new Error('mine')]])
    expect(trace).toEqual(['counted'])
  })
})

describe('listeners', () => {
  test('each removal takes away its own; one removed while others are told is not told any more', () => {
    const listeners = createListeners(() => {})
    const told: string[] = []
    const same = (): void => void told.push('same')
    const removeFirst = listeners.add(same)
    listeners.add(same)
    listeners.add(() => removeSecond())
    const removeSecond = listeners.add(() => told.push('removed meanwhile'))
    removeFirst()
    listeners.notify()
    expect(told).toEqual(['same'])
    expect(listeners.count()).toBe(2)
  })

  test('by key: only those of the key are told, and a key without listeners takes no room', () => {
    const keyed = createKeyedListeners<string>(() => {})
    const told: string[] = []
    const stops = ['a', 'b'].map((key) => keyed.subscribe(key, () => told.push(key)))
    keyed.notify('a')
    keyed.notify('nobody')
    expect(told).toEqual(['a'])
    for (const stop of stops) stop()
    expect(keyed.size()).toBe(0)
  })
})

test('memoize selects once a state, and keeps the former result where it is equal', () => {
  let runs = 0
  const select = memoize(
    (state: { readonly list: readonly number[] }) => {
      runs += 1
      return state.list.filter((item) => item > 1)
    },
    (left, right) => left.join() === right.join(),
  )
  const state = { list: [1, 2] }
  const first = select(state)
  expect(select(state)).toBe(first)
  expect(runs).toBe(1)
  expect(select({ list: [0, 2] })).toBe(first)
  expect(select({ list: [3] })).toEqual([3])
})
