/** A person in the table: their records, mutated in place by the table alone, and the fold of them made when read. */
import { foldMember, isSameMember, type AnyMember, type FoldRules } from './foldMember.ts'
import type { LiveSession } from './presenceState.ts'

export interface MemberEntry {
  readonly userId: string
  /** In order of entering, then id. Never empty while the entry is in the table. */
  records: readonly [LiveSession, ...LiveSession[]]
  /** The earliest entering known since the person came; never later again, so that a closed tab moves nobody. */
  enteredAt: number
  /** The last fold that was read. */
  member: AnyMember | undefined
  /** `records` are newer than `member`. */
  isStale: boolean
  /** … and newer than the last list; kept by the list alone. */
  isUnlisted: boolean
}

/** Order of members: by entering, then by id. */
export function compareEntries(left: MemberEntry, right: MemberEntry): number {
  return left.enteredAt - right.enteredAt || compareText(left.userId, right.userId)
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function compareRecords(left: LiveSession, right: LiveSession): number {
  return (
    left.session.enteredAt - right.session.enteredAt || compareText(left.session.sessionId, right.session.sessionId)
  )
}

/** The records of an entry with `next` in the place of `previous`; `undefined` when none is left. */
export function replaceRecord(
  records: readonly LiveSession[],
  previous: LiveSession | undefined,
  next: LiveSession | undefined,
): MemberEntry['records'] | undefined {
  if (next !== undefined && records.length === (previous === undefined ? 0 : 1)) return [next]
  const kept = records.filter((record) => record !== previous)
  const [first, ...rest] = next === undefined ? kept : [...kept, next].toSorted(compareRecords)
  return first === undefined ? undefined : [first, ...rest]
}

/** The member as of now; the same object as long as its content is the same (INV-49). */
export function readMember(entry: MemberEntry, rules: FoldRules): AnyMember {
  if (entry.member !== undefined && !entry.isStale) return entry.member
  const next = foldMember(entry.records, rules)
  entry.isStale = false
  if (entry.member === undefined || !isSameMember(entry.member, next)) entry.member = next
  return entry.member
}
