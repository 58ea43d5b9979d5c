/** Equality of plain values (what JSON can carry), by content. Key order does not matter; `undefined` equals absent. */
export function isSameValue(left: unknown, right: unknown): boolean {
  // `===`, since -0 is 0 on the wire and NaN is nothing there.
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameValue(item, right[index]))
    )
  }
  return isSameRecord(left, right)
}

// The hottest path of every end: by `in` and index, since entries and sets of keys would be garbage with each frame.
function isSameRecord(left: object, right: object): boolean {
  for (const key in left) if (!isSameValue(ownValue(left, key), ownValue(right, key))) return false
  for (const key in right) if (ownValue(right, key) !== undefined && ownValue(left, key) === undefined) return false
  return true
}

/** What is inherited is no part of a value. */
function ownValue(record: object, key: string): unknown {
  // Any object may be read by a key; what comes out is not known.
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined
}
