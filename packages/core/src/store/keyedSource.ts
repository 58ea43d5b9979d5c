/**
 * A source over one key of a table that keeps the identity of its values by itself and tells per
 * key. Nothing is held between the table and a listener but the value it was told last: there may
 * be one of these for each of ten thousand people.
 */
import { Observable } from 'rxjs'
import type { StateSource } from './stateSource.ts'

export interface KeyedSourceOptions<T> {
  /** The present value; the same object as long as its content is the same. Cheap. */
  read(): T
  /** Calls `changed` after each possible change; returns the unsubscription. What `changed` throws harms nobody. */
  subscribe(changed: () => void): () => void
}

/** Makes one. */
export function createKeyedSource<T>({ read, subscribe }: KeyedSourceOptions<T>): StateSource<T> {
  const listen = (told: (value: T) => void): (() => void) => {
    let last = read()
    return subscribe(() => {
      const next = read()
      if (Object.is(last, next)) return
      last = next
      told(next)
    })
  }
  return {
    getCurrent: read,
    subscribe: (listener) => listen(() => listener()),
    observable: new Observable((subscriber) => {
      subscriber.next(read())
      return listen((value) => subscriber.next(value))
    }),
  }
}
