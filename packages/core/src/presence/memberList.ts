/**
 * The members in their order, made when read: one changed member is patched into a copy of the
 * last list, an entering or leaving rebuilds it. Nothing here happens while nobody reads.
 */
import type { AnyMember, FoldRules } from './foldMember.ts'
import { compareEntries, readMember, type MemberEntry } from './memberEntry.ts'

export interface MemberList {
  /** The same array as long as its content is the same. */
  read(): readonly AnyMember[]
  noteEntered(entry: MemberEntry): void
  noteChanged(entry: MemberEntry): void
  /** To be told before `enteredAt` changes, and followed by `noteEntered`. */
  noteLeft(entry: MemberEntry): void
}

/** Makes an empty list. */
export function createMemberList(rules: FoldRules): MemberList {
  /** Sorted, but for what stands in `entered`. */
  let order: MemberEntry[] = []
  const entered = new Set<MemberEntry>()
  const left = new Set<MemberEntry>()
  /** Those with `isUnlisted`: a mark on the entry, since a Set of ten thousand is one more far place to visit at each change. */
  let changed: MemberEntry[] = []
  let list: readonly AnyMember[] = Object.freeze([])

  const settleOrder = (): void => {
    const kept = left.size === 0 ? order : order.filter((entry) => !left.has(entry))
    // Nearly sorted already, which the sort of every engine is fast at.
    order = entered.size === 0 ? kept : [...kept, ...entered].toSorted(compareEntries)
    entered.clear()
    left.clear()
  }
  const takeChanged = (): readonly MemberEntry[] => {
    const taken = changed
    changed = []
    for (const entry of taken) entry.isUnlisted = false
    return taken
  }
  const rebuild = (): void => {
    settleOrder()
    takeChanged()
    const next = order.map((entry) => readMember(entry, rules))
    if (next.length !== list.length || next.some((member, index) => member !== list[index])) list = next
  }
  const patch = (): void => {
    let next: AnyMember[] | undefined
    for (const entry of takeChanged()) {
      const index = findIndex(order, entry)
      const member = readMember(entry, rules)
      if (list[index] === member) continue
      next ??= [...list]
      next[index] = member
    }
    if (next !== undefined) list = next
  }
  return {
    read: () => {
      if (entered.size > 0 || left.size > 0) rebuild()
      else if (changed.length > 0) patch()
      return list
    },
    noteEntered: (entry) => entered.add(entry),
    noteChanged: (entry) => {
      if (entry.isUnlisted || entered.has(entry)) return
      entry.isUnlisted = true
      changed.push(entry)
    },
    noteLeft: (entry) => {
      // Came and went between two readings: never was in the order, unless it is being moved.
      if (!entered.delete(entry) || order.includes(entry)) left.add(entry)
    },
  }
}

/** Where `entry` stands in the sorted `order`. */
function findIndex(order: readonly MemberEntry[], entry: MemberEntry): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = order[middle]
    if (other !== undefined && compareEntries(other, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
