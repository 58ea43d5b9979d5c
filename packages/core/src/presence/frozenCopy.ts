/**
 * A deep copy of JSON data that nobody can change: neither who handed it in nor who it is handed
 * to can reach what is stored (INV-23).
 */
export function frozenCopy<T>(value: T): T {
  // The copy has the shape of the original; the compiler cannot follow that through the walk.
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(copy))
  // By entries, so that a key named __proto__ stays a key.
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])))
}
