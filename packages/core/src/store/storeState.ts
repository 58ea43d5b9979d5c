/** A state cell: read, write with a named reason, be told. */
import { createListeners } from './listeners.ts'

/** Told of each write that changed something: what happened, and the new value. For devtools. */
export type StateTrace = (reason: string, state: unknown) => void

export interface StoreState<S> {
  get(): S
  /** Keeps `next` and tells the listeners. The same value again is no write. */
  set(reason: string, next: S): void
  subscribe(listener: () => void): () => void
}

export interface StoreStateOptions {
  /** Told of what a listener threw. */
  report(thrown: unknown): void
  trace?: StateTrace | undefined
}

/** Makes a cell that holds `initial`. Reasons are past-tense facts: `presence/announced`. */
export function createStoreState<S>(initial: S, options: StoreStateOptions): StoreState<S> {
  const listeners = createListeners(options.report)
  let state = initial
  return {
    get: () => state,
    set: (reason, next) => {
      if (Object.is(state, next)) return
      state = next
      options.trace?.(reason, next)
      listeners.notify()
    },
    subscribe: (listener) => listeners.add(listener),
  }
}
