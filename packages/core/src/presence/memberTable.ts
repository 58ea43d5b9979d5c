/**
 * People by id, kept from the records of their sessions. One keyed table, mutated in place;
 * listeners are keyed by person, so that a change costs that person's listeners and nothing else.
 */
import { createKeyedListeners } from '../store/keyedListeners.ts'
import { createListeners } from '../store/listeners.ts'
import type { AnyMember, FoldRules } from './foldMember.ts'
import { readMember, replaceRecord, type MemberEntry } from './memberEntry.ts'
import { createMemberList } from './memberList.ts'
import type { LiveSession } from './presenceState.ts'

export interface MemberTable {
  /** A record took the place of another; `undefined` where there was none before, or is none now. */
  replace(previous: LiveSession | undefined, next: LiveSession | undefined): void
  member(userId: string): AnyMember | undefined
  has(userId: string): boolean
  /** In order of entering. */
  list(): readonly AnyMember[]
  memberCount(): number
  subscribeMember(userId: string, listener: () => void): () => void
  /** Told of any change of any member. */
  subscribeList(listener: () => void): () => void
  /** Tells the listeners of what changed since the last time, each once. */
  flush(): void
}

/** `report` is told of what a listener threw, too. */
export type MemberTableOptions = FoldRules

/** Whether the outside could see a difference between the two records. */
function isShownAlike(previous: LiveSession, next: LiveSession): boolean {
  return previous.session === next.session && previous.fields === next.fields && previous.info === next.info
}

/** Makes an empty table. */
export function createMemberTable(options: MemberTableOptions): MemberTable {
  const people = new Map<string, MemberEntry>()
  const list = createMemberList(options)
  const byPerson = createKeyedListeners<string>(options.report)
  const listListeners = createListeners(options.report)
  const untold = new Set<string>()

  const enter = (record: LiveSession): void => {
    const { userId, enteredAt } = record.session
    const entry: MemberEntry = {
      userId,
      records: [record],
      enteredAt,
      member: undefined,
      isStale: true,
      isUnlisted: false,
    }
    people.set(userId, entry)
    list.noteEntered(entry)
  }
  const change = (entry: MemberEntry, records: MemberEntry['records']): void => {
    entry.records = records
    entry.isStale = true
    if (records[0].session.enteredAt < entry.enteredAt) {
      list.noteLeft(entry)
      entry.enteredAt = records[0].session.enteredAt
      list.noteEntered(entry)
    } else list.noteChanged(entry)
  }
  const put = (userId: string, previous: LiveSession | undefined, next: LiveSession | undefined): void => {
    const entry = people.get(userId)
    if (entry === undefined) {
      if (next === undefined) return
      enter(next)
    } else {
      const records = replaceRecord(entry.records, previous, next)
      if (records !== undefined) change(entry, records)
      else {
        people.delete(userId)
        list.noteLeft(entry)
      }
    }
    untold.add(userId)
  }
  return {
    replace: (previous, next) => {
      if (previous !== undefined && next !== undefined && previous.session.userId === next.session.userId) {
        if (isShownAlike(previous, next)) keepBooks(people.get(next.session.userId), previous, next)
        else put(next.session.userId, previous, next)
        return
      }
      if (previous !== undefined) put(previous.session.userId, previous, undefined)
      if (next !== undefined) put(next.session.userId, undefined, next)
    },
    member: (userId) => {
      const entry = people.get(userId)
      return entry === undefined ? undefined : readMember(entry, options)
    },
    has: (userId) => people.has(userId),
    list: () => list.read(),
    memberCount: () => people.size,
    subscribeMember: (userId, listener) => byPerson.subscribe(userId, listener),
    subscribeList: (listener) => listListeners.add(listener),
    flush: () => {
      if (untold.size === 0) return
      const changed = [...untold]
      untold.clear()
      for (const userId of changed) byPerson.notify(userId)
      listListeners.notify()
    },
  }
}

/** Only counters and times differ: the fold stays as it is. */
function keepBooks(entry: MemberEntry | undefined, previous: LiveSession, next: LiveSession): void {
  if (entry === undefined) return
  entry.records = replaceRecord(entry.records, previous, next) ?? entry.records
}
