/** Everything that `usePresence` tells, as one object. */
import type { Connection, PresenceError } from '@rollcall/core'
import { CONNECTING, NOBODY } from '../../context/emptyRoom.ts'
import type {
  PresenceMember,
  RegisteredClient,
  RegisteredRoom,
  RegisteredUserPresence,
} from '../../context/register.ts'
import { combineSources } from '../combineSources.ts'
import type { Readable } from '../useStateSource.ts'
import type { UpdateMyPresence } from './useUpdateMyPresence.ts'

/**
 * `loading`: not yet the whole picture · `ready` · `stale`: it was whole, and our own connection is away ·
 * `error`: this room has refused us, or the connection failed and will not try by itself.
 */
export type PresenceStatus = 'loading' | 'ready' | 'stale' | 'error'

export interface PresenceActions {
  /** As `useUpdateMyPresence`. */
  readonly update: UpdateMyPresence
  /** As `useMyStatus`. */
  readonly setStatus: RegisteredClient['setStatus']
  /** Says where this page is; `undefined` takes it back. Unlike `useReportPresence` it is not undone by unmounting. */
  readonly reportPresence: RegisteredRoom['reportPresence']
}

export interface PresenceSnapshot extends PresenceActions {
  /** Me with all my tabs; `undefined` before entering. */
  readonly self: PresenceMember | undefined
  readonly others: readonly PresenceMember[]
  readonly members: readonly PresenceMember[]
  readonly locations: readonly RegisteredUserPresence[]
  /** Whether the picture has been whole once. */
  readonly synced: boolean
  readonly status: PresenceStatus
  /** Why this room has refused us, or else what ended the last connection, while it is away. */
  readonly error: PresenceError | undefined
}

/** Pure: from what we know to what a component should show. */
export function presenceStatus(
  connection: Connection,
  synced: boolean,
  refusal: PresenceError | undefined,
): PresenceStatus {
  if (refusal !== undefined) return 'error'
  if (connection.state === 'failed' || connection.state === 'disconnected') return 'error'
  if (!synced) return 'loading'
  return connection.state === 'connected' ? 'ready' : 'stale'
}

/** What a server renders, and a page before its room is there. */
export function emptySnapshot(
  actions: PresenceActions,
  seed: { readonly members: Readable<readonly PresenceMember[]>; readonly others: Readable<readonly PresenceMember[]> },
): PresenceSnapshot {
  const {
    members: { initial: members = NOBODY },
    others: { initial: others = NOBODY },
  } = seed
  const empty = { self: undefined, others, members, locations: NOBODY, synced: false, error: undefined }
  return { ...actions, ...empty, status: presenceStatus(CONNECTING, false, undefined) }
}

export function createPresenceSource(
  client: RegisteredClient,
  room: RegisteredRoom,
  actions: PresenceActions,
): Readable<PresenceSnapshot> {
  const { connection } = client
  const { self, others, members, synced, error: refusal } = room
  const locations = room.locations()
  return combineSources([self, others, members, locations, synced, refusal, connection], () => ({
    ...actions,
    self: self.getCurrent(),
    others: others.getCurrent(),
    members: members.getCurrent(),
    locations: locations.getCurrent(),
    synced: synced.getCurrent(),
    status: presenceStatus(connection.getCurrent(), synced.getCurrent(), refusal.getCurrent()),
    error: refusal.getCurrent() ?? connection.getCurrent().error,
  }))
}
