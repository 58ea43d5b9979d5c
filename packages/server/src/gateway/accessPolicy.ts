/** Who may see, enter, follow. Denied unless one of the three ways says otherwise (T8). */
import { PresenceError, type Clock } from '@rollcall/protocol'
import type { Rights, Viewer } from '../auth/authenticator.ts'
import type { ServerTimes } from '../hub/serverLimits.ts'
import { boundedCall } from './boundedCall.ts'
import type { AccessRules, RoomAction } from './gatewayOptions.ts'

export interface AccessPolicy {
  mayOpen(viewer: Viewer, room: string, action: RoomAction): boolean | Promise<boolean>
  /** Those of `userIds` that the viewer may follow, in their order. */
  followable(viewer: Viewer, userIds: readonly string[]): readonly string[] | Promise<readonly string[]>
  /** Appended to a refusal where nothing is configured at all. */
  readonly hint: string
}

const THREE_WAYS = 'give it by rights in the token, by authorizeRoom/authorizeFollow, or by --open'

/** Whether the rights of a token cover a room: by its id, or by a prefix that ends in `*`. */
export function coversRoom(rooms: NonNullable<Rights['rooms']>, room: string, action: RoomAction): boolean {
  return Object.entries(rooms).some(
    ([pattern, actions]) =>
      actions.includes(action) &&
      (pattern === room || (pattern.endsWith('*') && room.startsWith(pattern.slice(0, -1)))),
  )
}

export function createAccessPolicy(
  rules: AccessRules,
  { clock, times }: { readonly clock: Clock; readonly times: ServerTimes },
): AccessPolicy {
  const { authorizeRoom, authorizeFollow, open = false } = rules
  const bounds = { clock, timeoutMs: times.callbackMs }
  return {
    hint: open || authorizeRoom !== undefined || authorizeFollow !== undefined ? '' : `; ${THREE_WAYS}`,
    mayOpen: (viewer, room, action) => {
      if (viewer.rights?.rooms !== undefined) return coversRoom(viewer.rights.rooms, room, action)
      if (authorizeRoom === undefined) return open
      return boundedCall(() => authorizeRoom(viewer, room, action), { ...bounds, operation: 'authorise the room' })
    },
    followable: (viewer, userIds) => {
      const rights = viewer.rights?.follow
      if (rights !== undefined) return userIds.filter((userId) => rights.includes('*') || rights.includes(userId))
      if (authorizeFollow === undefined) return open ? userIds : []
      return boundedCall(() => authorizeFollow(viewer, userIds), { ...bounds, operation: 'authorise following' })
    },
  }
}

/** The refusal of a room, in words that help whoever set the server up. */
export function refusedRoom(policy: AccessPolicy, room: string, action: RoomAction): PresenceError {
  return new PresenceError('forbidden', `unable to ${action} the room; not allowed${policy.hint}`, {
    details: { room, action },
  })
}

/** One refusal for all ids, alike for forbidden and unknown people. */
export function refusedFollows(policy: AccessPolicy, userIds: readonly string[]): PresenceError {
  return new PresenceError('forbidden', `unable to follow; not allowed${policy.hint}`, { details: { ids: userIds } })
}
