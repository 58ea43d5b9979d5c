/** Listeners by key: a change to one key costs that key's listeners, whatever else is watched. */

export interface KeyedListeners<K> {
  /** Returns the removal, which takes away this call's listener alone. The same function added twice is called twice. */
  subscribe(key: K, listener: () => void): () => void
  /** Calls each listener of `key` once. What one throws is handed to `report`; the others are called all the same. */
  notify(key: K): void
  /** Keys with at least one listener. */
  size(): number
}

interface Entry {
  readonly listener: () => void
  isRemoved: boolean
}

/** Makes an empty one. A key without listeners takes no room. */
export function createKeyedListeners<K>(report: (thrown: unknown) => void): KeyedListeners<K> {
  // Arrays, replaced at each change: most keys have one listener, and a Set each would be most of what a watched
  // member weighs. Whoever is being told keeps the array as it was.
  const byKey = new Map<K, readonly Entry[]>()
  const remove = (key: K, entry: Entry): void => {
    entry.isRemoved = true
    const left = (byKey.get(key) ?? []).filter((other) => other !== entry)
    if (left.length === 0) byKey.delete(key)
    else byKey.set(key, left)
  }
  return {
    subscribe: (key, listener) => {
      const entry: Entry = { listener, isRemoved: false }
      byKey.set(key, [...(byKey.get(key) ?? []), entry])
      return () => {
        if (!entry.isRemoved) remove(key, entry)
      }
    },
    notify: (key) => {
      const entries = byKey.get(key)
      if (entries === undefined) return
      for (const entry of entries) {
        // By one of those told before it.
        if (entry.isRemoved) continue
        try {
          entry.listener()
        } catch (thrown) {
          report(thrown)
        }
      }
    },
    size: () => byKey.size,
  }
}
