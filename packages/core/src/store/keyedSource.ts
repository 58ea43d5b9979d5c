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
export function createKeyedSource<T>(options: KeyedSourceOptions<T>): StateSource<T> {
  const { read } = options
  const subscribe = (listener: () => void): (() => void) => {
    let told = read()
    return options.subscribe(() => {
      const next = read()
      if (Object.is(told, next)) return
      told = next
      listener()
    })
  }
  return {
    getCurrent: read,
    subscribe,
    observable: new Observable((subscriber) => {
      subscriber.next(read())
      return subscribe(() => subscriber.next(read()))
    }),
  }
}
