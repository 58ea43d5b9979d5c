/** The locations of all sessions as lines of a table. */
import type { Member, PathSegment, PresenceLocation, UserPresence } from '@rollcall/core'
import type { DemoInfo, DemoPresence } from '../../client/demoPresence.ts'
import { publishedCount } from '../../client/locationPublisher.ts'
import type { SessionWatch } from '../../client/sessionWatch.ts'

export interface LocationRow {
  readonly sessionId: string
  readonly userId: string
  readonly name: string
  /** This very tab. */
  readonly isOwnTab: boolean
  /** The numbered location, or else the first; absent: here, but nowhere in particular. */
  readonly location?: PresenceLocation
  readonly count?: number
  readonly gaps: number
}

export interface LocationSources {
  readonly members: readonly Member<DemoPresence, DemoInfo>[]
  readonly locations: readonly UserPresence<DemoInfo>[]
  readonly watch: SessionWatch
  readonly ownTab: string
}

/** One line a session, people in the order of the room; who reports nothing has a line too. */
export function locationRows({ members, locations, watch, ownTab }: LocationSources): readonly LocationRow[] {
  const reported = new Map(locations.map((presence) => [presence.sessionId, presence.locations]))
  return members.flatMap((member) =>
    member.sessions.map((session): LocationRow => {
      const all = reported.get(session.sessionId) ?? []
      // Whoever is at a field and walks as well is shown walking: its steps are counted.
      const location = all.find((one) => publishedCount([one]) !== undefined) ?? all[0]
      const count = publishedCount(location === undefined ? [] : [location])
      return {
        sessionId: session.sessionId,
        userId: member.userId,
        name: member.info.name,
        isOwnTab: session.presence.tab === ownTab,
        gaps: watch.sessions.get(session.sessionId)?.gaps ?? 0,
        ...(location !== undefined && { location }),
        ...(count !== undefined && { count }),
      }
    }),
  )
}

/** `['lines', 12]` → `lines[12]`, as Sanity writes paths. */
export function sayPath(path: readonly PathSegment[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'string') return text === '' ? segment : `${text}.${segment}`
    if (typeof segment === 'number') return `${text}[${segment}]`
    return '_key' in segment ? `${text}[${segment._key}]` : `${text}[${segment.join(':')}]`
  }, '')
}
