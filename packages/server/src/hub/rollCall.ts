/** Seeing a room: the answer comes from the table, no session is ever asked (T26). */
import type { DismissRequest, RollCallRequest } from '@rollcall/protocol'
import { createOutgoing } from './delivery.ts'
import { checkRoomLimit } from './entering.ts'
import { nextVersion, releaseRoom, roomOf, tell, type HubState } from './hubState.ts'
import type { Room } from './room.ts'
import { answerFrame, stateFrame } from './roomFrames.ts'
import { lastSeq, type Session } from './session.ts'

/** Subscribes and sends the whole picture; the later roll call decides whether sessions or numbers. */
export function rollCall(hub: HubState, session: Session, request: RollCallRequest): void {
  checkRoomLimit(hub, session, request.room)
  const room = roomOf(hub, request.room)
  const isCounting = request.only === 'count'
  room[isCounting ? 'viewers' : 'counting'].delete(session)
  room[isCounting ? 'counting' : 'viewers'].add(session)
  tellPicture(hub, session, room)
}

/** Stops seeing it. */
export function dismiss(hub: HubState, session: Session, { room: name }: Pick<DismissRequest, 'room'>): void {
  session.watching.delete(name)
  const room = hub.rooms.get(name)
  if (room === undefined) return
  room.viewers.delete(session)
  room.counting.delete(session)
  releaseRoom(hub, room)
}

/** Everything one sees of a room, anew. */
function tellPicture(hub: HubState, session: Session, room: Room): void {
  // A version of its own: a pong of before does not prove that this picture arrived.
  session.watching.set(room.name, nextVersion(hub))
  if (room.counting.has(session)) return tellCountTo(session, room)
  for (const entry of room.entries.values())
    if (entry.isVisible && entry.session !== session) tell(session, answerFrame(hub, room, entry))
  tell(session, createOutgoing({ type: 'synced', room: room.name, version: room.version }))
}

function tellCountTo(session: Session, room: Room): void {
  const count = { members: room.visible.size, sessions: room.visibleSessions }
  // The first of them sets what is known; a change after it is news.
  if (room.counting.size === 1) room.toldCount = count
  tell(session, createOutgoing({ type: 'count', room: room.name, ...count }))
}

/** What the session has missed of a room since `proven`: newest value a session, or all of it where too little is known. */
export function tellMissed(hub: HubState, session: Session, room: Room): void {
  const { provenVersion } = session
  const picture = session.watching.get(room.name) ?? 0
  if (room.counting.has(session)) {
    if (picture > provenVersion || room.countVersion > provenVersion) tellCountTo(session, room)
    return
  }
  if (room.version > provenVersion) tellDeparted(session, room)
  if (picture > provenVersion || room.forgottenVersion > provenVersion) return tellPicture(hub, session, room)
  if (room.version <= provenVersion) return
  for (const entry of room.entries.values())
    if (entry.version > provenVersion && entry.isVisible && entry.session !== session)
      tell(session, createOutgoing(stateFrame(hub, room, entry, lastSeq(entry.session, room.name))))
}

/** Who went, but for those who came and went while nobody told it. */
function tellDeparted(session: Session, room: Room): void {
  const { provenVersion, awayVersion } = session
  for (const { frame, version, enteredVersion } of room.departed.values())
    if (version > provenVersion && enteredVersion <= awayVersion && frame.sessionId !== session.sessionId)
      tell(session, createOutgoing(frame))
}
