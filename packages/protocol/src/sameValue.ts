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

function isSameRecord(left: object, right: object): boolean {
  const others = new Map<string, unknown>(Object.entries(right))
  for (const [key, value] of Object.entries(left)) {
    if (!isSameValue(value, others.get(key))) return false
    others.delete(key)
  }
  for (const value of others.values()) if (value !== undefined) return false
  return true
}
