import type { PresenceMember } from '../../context/register.ts'
import type { IsEqual, Select } from '../selection.ts'

/** A member's id and what is told of them. The same pair for as long as what is told stays. */
export type MappedMember<S> = readonly [userId: string, item: S]

interface Remembered<S> {
  readonly member: PresenceMember
  readonly pair: MappedMember<S>
}

/**
 * Makes a selector over members that asks `select` only of those who changed, and gives back the same list when no
 * answer differs: one change among 1,000 costs one call.
 */
export function mapMembers<S>(
  select: Select<PresenceMember, S>,
  isEqual: IsEqual<S>,
): (members: readonly PresenceMember[]) => readonly MappedMember<S>[] {
  let known = new Map<string, Remembered<S>>()
  let last: readonly MappedMember<S>[] = []
  const remember = (member: PresenceMember): Remembered<S> => {
    const before = known.get(member.userId)
    if (before?.member === member) return before
    const item = select(member)
    return { member, pair: before && isEqual(before.pair[1], item) ? before.pair : [member.userId, item] }
  }
  return (members) => {
    const next = new Map<string, Remembered<S>>()
    for (const member of members) next.set(member.userId, remember(member))
    known = next
    const pairs = Array.from(next.values(), ({ pair }) => pair)
    if (pairs.length !== last.length || pairs.some((pair, index) => pair !== last[index])) last = pairs
    return last
  }
}

/** Whether two such lists tell the same of the same people. */
export function samePairs<S>(isEqual: IsEqual<S>): IsEqual<readonly MappedMember<S>[]> {
  const samePair = (a: MappedMember<S>, b: MappedMember<S> | undefined): boolean =>
    a === b || (b !== undefined && a[0] === b[0] && isEqual(a[1], b[1]))
  return (a, b) => a.length === b.length && a.every((pair, index) => samePair(pair, b[index]))
}
