/** What a session holds by rights that somebody may take away, and what becomes of it then (T8). */
import { createOutgoing } from './delivery.ts'
import { leaveRoom } from './entering.ts'
import { unfollow } from './following.ts'
import type { Holdings } from './hub.ts'
import type { HubState } from './hubState.ts'
import { lastSeq, type Session } from './session.ts'

export function holdingsOf(session: Session): Holdings {
  return {
    seen: [...session.watching.keys()],
    entered: [...session.entered],
    followed: [...session.follows.keys()],
  }
}

/** Takes it out of a room that it must not be in any more. It is told as well, also while it does not listen. */
export function expel(hub: HubState, session: Session, name: string): void {
  if (!session.entered.has(name)) return
  const at = hub.clock.wall()
  leaveRoom(hub, session, name, { reason: 'kicked', at })
  const { sessionId } = session
  // Nobody was told anything of somebody invisible, so there may be no counter yet.
  const seq = Math.max(1, lastSeq(session, name))
  session.recipient?.receive(createOutgoing({ type: 'disconnect', room: name, sessionId, seq, reason: 'kicked', at }))
}

/** Stops telling it of people whom it must not follow any more: they look like somebody who was never here. */
export function disown(hub: HubState, session: Session, userIds: readonly string[]): void {
  unfollow(hub, session, userIds)
  const people = userIds.map((userId) => ({ userId, status: 'offline' }))
  if (people.length > 0) session.recipient?.receive(createOutgoing({ type: 'sync', people }))
}
