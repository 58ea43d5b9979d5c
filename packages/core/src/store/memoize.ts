/**
 * Remembers the last result of a question, so that an unchanged state gives the same answer by
 * identity: `select` runs again only when its input is another, and a result of equal content is
 * replaced by the one given before.
 */
export function memoize<S, T>(
  select: (state: S) => T,
  isEqual: (left: T, right: T) => boolean = Object.is,
): (state: S) => T {
  let last: { readonly state: S; readonly result: T } | undefined
  return (state) => {
    if (last !== undefined && Object.is(last.state, state)) return last.result
    const result = select(state)
    last = { state, result: last !== undefined && isEqual(last.result, result) ? last.result : result }
    return last.result
  }
}
