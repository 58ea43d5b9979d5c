import type { Readable } from './useStateSource.ts'

/**
 * Several sources read as one, built again only when one of them changed, so that one subscription of React serves a
 * hook that tells of many things.
 */
export function combineSources<T>(parts: readonly Readable<unknown>[], build: () => T): Readable<T> {
  let last: { readonly values: readonly unknown[]; readonly built: T } | undefined
  return {
    getCurrent: () => {
      const values = parts.map((part) => part.getCurrent())
      const known = last
      if (known !== undefined && values.every((value, index) => Object.is(value, known.values[index])))
        return known.built
      const built = build()
      last = { values, built }
      return built
    },
    subscribe: (listener) => {
      const unsubscribes = parts.map((part) => part.subscribe(listener))
      return () => {
        for (const unsubscribe of unsubscribes) unsubscribe()
      }
    },
  }
}
