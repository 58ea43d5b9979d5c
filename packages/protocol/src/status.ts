/**
 * The words for how somebody is: statuses, what a session says of itself, and how
 * statuses and activities rank. Ranks are configuration handed on, never a global.
 */

/** Statuses every end knows. Any other string is a custom one; see {@link StatusRanking}. */
export const BUILT_IN_STATUSES = ['online', 'away', 'busy', 'invisible', 'offline'] as const

export type BuiltInStatus = (typeof BUILT_IN_STATUSES)[number]

/** A status id. Unknown ids rank as `online` and are drawn as unknown (PROTOCOL.md, chapter 2). */
// `string & {}` keeps the built-in names in the editor's completion.
export type Status = BuiltInStatus | (string & {})

/** Free data of a session, at most 4 KiB as JSON. `null` never stands in it: a patch uses it to remove a key. */
export type Metadata = Readonly<Record<string, unknown>>

/** What the server vouches for about a user: `name`, `avatar`, … from the token or the auth callback. */
export type Info = Readonly<Record<string, unknown>>

/** What somebody shows of themselves: of one session, or of a person folded from several. */
export interface StatusFields {
  readonly status: Status
  readonly statusText?: string
  readonly activity?: string
  readonly project?: string
  readonly language?: string
  readonly metadata?: Metadata
}

/** The optional ones of {@link StatusFields}, in the order in which they stand on the wire. */
export const OPTIONAL_STATUS_FIELDS = ['statusText', 'activity', 'project', 'language', 'metadata'] as const

/**
 * A change to {@link StatusFields}: absent = untouched, `null` = unset. Inside `metadata` the
 * same holds one level down: named keys are replaced, `null` removes one.
 */
export interface StatusChanges {
  readonly status?: Status | null
  readonly statusText?: string | null
  readonly activity?: string | null
  readonly project?: string | null
  readonly language?: string | null
  readonly metadata?: Metadata | null
}

/** Greater rank wins when sessions of one person are folded (PROTOCOL.md, chapter 5). */
export interface StatusRanking {
  statusRank(status: Status): number
  activityRank(activity: string | undefined): number
}

const DEFAULT_STATUS_RANKS: Readonly<Record<BuiltInStatus, number>> = {
  busy: 3,
  online: 2,
  away: 1,
  invisible: 0,
  offline: 0,
}
const DEFAULT_ACTIVITY_RANKS: Readonly<Record<string, number>> = { Debugging: 3, Coding: 2, Idle: 0 }
const UNKNOWN_ACTIVITY_RANK = 1

/**
 * Makes a ranking from tables; what a table does not name keeps its default:
 * busy > online = unknown > away, and Debugging > Coding > unknown > Idle or none.
 */
export function createRanking(
  statuses: Readonly<Record<string, number>> = {},
  activities: Readonly<Record<string, number>> = {},
): StatusRanking {
  const statusRanks = new Map([...Object.entries(DEFAULT_STATUS_RANKS), ...Object.entries(statuses)])
  const activityRanks = new Map([...Object.entries(DEFAULT_ACTIVITY_RANKS), ...Object.entries(activities)])
  return {
    statusRank: (status) => statusRanks.get(status) ?? DEFAULT_STATUS_RANKS.online,
    activityRank: (activity) =>
      activity === undefined || activity === '' ? 0 : (activityRanks.get(activity) ?? UNKNOWN_ACTIVITY_RANK),
  }
}
