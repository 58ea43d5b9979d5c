/** Who wants to hear of a change, and how a listener that throws is kept from harming the others. */

export interface Listeners {
  /** Returns the removal, which takes away this call's listener alone. The same function added twice is called twice. */
  add(listener: () => void): () => void
  /** Calls each once. What one throws is handed to `report`; the others are called all the same. */
  notify(): void
  /** How many there are. */
  count(): number
}

/** Makes an empty set of listeners. */
export function createListeners(report: (thrown: unknown) => void): Listeners {
  const entries = new Set<{ readonly listener: () => void }>()
  return {
    add: (listener) => {
      const entry = { listener }
      entries.add(entry)
      return () => {
        entries.delete(entry)
      }
    },
    notify: () => {
      // A listener added meanwhile has read the new value already; one removed meanwhile is skipped by the Set itself.
      let left = entries.size
      for (const entry of entries) {
        if (left === 0) return
        left -= 1
        try {
          entry.listener()
        } catch (thrown) {
          report(thrown)
        }
      }
    },
    count: () => entries.size,
  }
}
