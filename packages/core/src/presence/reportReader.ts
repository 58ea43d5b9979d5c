/** Who reports where they are, read once for all who ask: a form asks as often as it has fields. */
import type { Info, PresenceData } from '@rollcall/protocol'
import type { UserPresence } from '../member/location.ts'
import { isSameList } from '../store/isSameList.ts'
import { memoize } from '../store/memoize.ts'
import type { AnyMember } from './foldMember.ts'
import { readLocations } from './presenceSelectors.ts'

type Report = UserPresence<Info>

/**
 * Reads the reports of a list of members. A session that says what it said gives the entry it gave, and the same entries
 * give the same list: whoever types or is away changes nothing for those who ask for places.
 */
export function createReportReader(): (members: readonly AnyMember[]) => readonly Report[] {
  const known = new WeakMap<PresenceData, Report>()
  const read = ({ userId, info, sessions }: AnyMember): readonly Report[] =>
    sessions.flatMap(({ sessionId, presence }) => {
      const before = known.get(presence)
      if (before?.sessionId === sessionId && before.user.info === info && before.user.id === userId) return [before]
      const locations = readLocations(presence)
      if (locations === undefined) return []
      const report = { user: { id: userId, info }, sessionId, locations }
      known.set(presence, report)
      return [report]
    })
  return memoize((members) => members.flatMap(read), isSameList)
}
