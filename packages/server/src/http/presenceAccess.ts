import type { Viewer } from '../auth/authenticator.ts'

/** What a viewer may ask over HTTP: the same rules as over the socket (PROTOCOL.md, chapter 8). */
export interface PresenceAccess {
  /** @throws PresenceError `forbidden`, or `auth_unavailable` where it could not be found out */
  requireRoom(viewer: Viewer, room: string, action: 'see' | 'enter'): Promise<void>
  /** Those of `userIds` that the viewer may know of. */
  allowedPeople(viewer: Viewer, userIds: readonly string[]): Promise<readonly string[]>
  /** When this user was last seen, as exactly as the viewer may know it; nothing where it is hidden. */
  lastSeen(viewer: Viewer, userId: string, at: number): number | undefined
}
