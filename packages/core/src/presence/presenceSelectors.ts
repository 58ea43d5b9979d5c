/** Questions to the members of a room. Pure; whoever asks keeps the answers stable with `memoize`. */
import type { PresenceData } from '@rollcall/protocol'
import type { LocationQuery, PathSegment, PresenceLocation, UserPresence } from '../member/location.ts'
import type { AnyMember } from './foldMember.ts'

/** Everybody but the person at this page; all their tabs are left out. */
export function selectOthers(members: readonly AnyMember[], selfId: string | undefined): readonly AnyMember[] {
  const index = members.findIndex((member) => member.userId === selfId)
  return index === -1 ? members : members.toSpliced(index, 1)
}

/** Me in the room, with this session's own presence in the place of the folded one. */
export function selectSelf(member: AnyMember | undefined, presence: PresenceData): AnyMember | undefined {
  return member === undefined ? undefined : Object.freeze({ ...member, presence })
}

/** How many are here. */
export interface Occupancy {
  readonly members: number
  readonly sessions: number
}

/** Of those who report, whom a query finds, with the locations that it finds; without one everybody, also those nowhere. */
export function selectLocations<I>(
  reports: readonly UserPresence<I>[],
  query: LocationQuery = {},
): readonly UserPresence<I>[] {
  if (query.documentId === undefined && query.path === undefined) return reports
  return reports.flatMap((report) => {
    const locations = report.locations.filter((location) => isWithin(location, query))
    return locations.length === 0 ? [] : [{ ...report, locations }]
  })
}

/** `undefined`: silent. Whatever is not a location is passed over: it came from another program. */
export function readLocations(presence: PresenceData): readonly PresenceLocation[] | undefined {
  const reported = presence['locations']
  return Array.isArray(reported) ? reported.filter(isLocation) : undefined
}

function isLocation(value: unknown): value is PresenceLocation {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'document' &&
    'documentId' in value &&
    typeof value.documentId === 'string' &&
    'path' in value &&
    Array.isArray(value.path)
  )
}

function isWithin(location: PresenceLocation, query: LocationQuery): boolean {
  if (query.documentId !== undefined && location.documentId !== query.documentId) return false
  return (query.path ?? []).every((segment, index) => isSameSegment(segment, location.path[index]))
}

function isSameSegment(left: PathSegment, right: PathSegment | undefined): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right
  if ('_key' in left || '_key' in right) return '_key' in left && '_key' in right && left._key === right._key
  return left[0] === right[0] && left[1] === right[1]
}
