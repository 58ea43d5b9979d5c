/** Listeners by key: a change to one key costs that key's listeners, whatever else is watched. */
import { createListeners, type Listeners } from './listeners.ts'

export interface KeyedListeners<K> {
  subscribe(key: K, listener: () => void): () => void
  notify(key: K): void
  /** Keys with at least one listener. */
  size(): number
}

/** Makes an empty one. A key without listeners takes no room. */
export function createKeyedListeners<K>(report: (thrown: unknown) => void): KeyedListeners<K> {
  const byKey = new Map<K, Listeners>()
  return {
    subscribe: (key, listener) => {
      const listeners = byKey.get(key) ?? createListeners(report)
      byKey.set(key, listeners)
      const remove = listeners.add(listener)
      return () => {
        remove()
        if (listeners.count() === 0 && byKey.get(key) === listeners) byKey.delete(key)
      }
    },
    notify: (key) => byKey.get(key)?.notify(),
    size: () => byKey.size,
  }
}
