import { BehaviorSubject, skip } from 'rxjs'
import { expect, test, vi } from 'vitest'
import { combineSources } from './combineSources.ts'
import type { Readable } from './useStateSource.ts'

function cell<T>(first: T): Readable<T> & { set(value: T): void; isHeard(): boolean } {
  const values = new BehaviorSubject(first)
  return {
    getCurrent: () => values.value,
    subscribe: (listener) => {
      const subscription = values.pipe(skip(1)).subscribe(listener)
      return () => subscription.unsubscribe()
    },
    set: (value) => values.next(value),
    isHeard: () => values.observed,
  }
}

test('keeps what it built while no part changed (INV-49)', () => {
  const left = cell(1)
  const right = cell('a')
  const both = combineSources([left, right], () => ({ left: left.getCurrent(), right: right.getCurrent() }))
  const first = both.getCurrent()
  expect(both.getCurrent()).toBe(first)
  right.set('b')
  expect(both.getCurrent()).toEqual({ left: 1, right: 'b' })
  expect(both.getCurrent()).not.toBe(first)
})

test('hears every part, and none after the end', () => {
  const left = cell(1)
  const right = cell('a')
  const listener = vi.fn<() => void>()
  const end = combineSources([left, right], () => null).subscribe(listener)
  left.set(2)
  right.set('b')
  expect(listener).toHaveBeenCalledTimes(2)
  end()
  left.set(3)
  expect(listener).toHaveBeenCalledTimes(2)
  expect([left.isHeard(), right.isHeard()]).toEqual([false, false])
})
