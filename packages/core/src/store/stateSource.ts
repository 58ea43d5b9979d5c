/** A small readable thing: read now, be told of changes, or observe as a stream. */
import { Observable } from 'rxjs'
import { createListeners } from './listeners.ts'

export interface StateSource<T> {
  /** The present value. Its identity changes if and only if its content does (INV-49). */
  getCurrent(): T
  /** Calls `listener` after each change; returns the unsubscription. Work starts with the first listener and stops after the last. */
  subscribe(listener: () => void): () => void
  /** The present value, then each new one. Never errors. */
  readonly observable: Observable<T>
}

export interface StateSourceOptions<T> {
  /** The present value, wherever it is kept. Called on each read: cheap, or memoized. */
  read(): T
  /** Calls `changed` after each possible change; returns the unsubscription. Called with the first listener only. */
  subscribe(changed: () => void): () => void
  /** Equality by content. Default: identity, where `read` keeps that stable by itself. */
  isEqual?(left: T, right: T): boolean
  /** Told of what a listener threw. */
  report(thrown: unknown): void
}

/** Makes a source of something that can be read and tells of changes. */
export function createStateSource<T>(options: StateSourceOptions<T>): StateSource<T> {
  const isEqual = options.isEqual ?? Object.is
  const listeners = createListeners(options.report)
  let current: { readonly value: T } | undefined
  let told: T | undefined
  let stop: (() => void) | undefined

  const getCurrent = (): T => {
    const next = options.read()
    if (current === undefined || !isEqual(current.value, next)) current = { value: next }
    return current.value
  }
  const changed = (): void => {
    const next = getCurrent()
    if (Object.is(told, next)) return
    told = next
    listeners.notify()
  }
  const subscribe = (listener: () => void): (() => void) => {
    const remove = listeners.add(listener)
    if (stop === undefined) {
      told = getCurrent()
      stop = options.subscribe(changed)
    }
    let subscribed = true
    return () => {
      if (!subscribed) return
      subscribed = false
      remove()
      if (listeners.count() > 0) return
      stop?.()
      stop = undefined
    }
  }
  return {
    getCurrent,
    subscribe,
    observable: new Observable((subscriber) => {
      subscriber.next(getCurrent())
      return subscribe(() => subscriber.next(getCurrent()))
    }),
  }
}
