/** People who left lately, so that "gone, last seen a minute ago" can be shown. */
import type { AnyMember } from './foldMember.ts'

export interface Departed {
  left(member: AnyMember, lastSeenAt: number): void
  returned(userId: string): void
  /** Newest first; the same array as long as nothing changed. */
  read(): readonly AnyMember[]
}

/** More than a list shows, few enough to be kept for ever. */
const CAP = 200

/** Makes an empty list. */
export function createDeparted(): Departed {
  const people = new Map<string, AnyMember>()
  let list: readonly AnyMember[] | undefined = Object.freeze([])
  return {
    left: (member, lastSeenAt) => {
      people.delete(member.userId)
      people.set(
        member.userId,
        Object.freeze({
          ...member,
          status: 'offline',
          lastSeenAt,
          sessions: Object.freeze([]),
          typing: Object.freeze([]),
        }),
      )
      list = undefined
      if (people.size <= CAP) return
      const [eldest] = people.keys()
      if (eldest !== undefined) people.delete(eldest)
    },
    returned: (userId) => {
      if (people.delete(userId)) list = undefined
    },
    read: () => {
      list ??= Object.freeze([...people.values()].toReversed())
      return list
    },
  }
}
