/** Frames about a session in a room, made from the tables. Nothing is sent here. */
import type { LeaveReason, PatchFrame, PresenceData, StateFrame, StatusFields } from '@rollcall/protocol'
import { createOutgoing, type OutgoingFrame } from './delivery.ts'
import type { HubState } from './hubState.ts'
import type { Person } from './person.ts'
import { typingInputs, type Departed, type Entry, type Room } from './room.ts'
import { idleMsOf, lastSeq, nextSeq, type Session } from './session.ts'

/** Roll calls that come this close together share the encoded answers; `idle` may be off by as much. */
const SNAPSHOT_MS = 100

/** What rooms see of a session: its own fields, under what its person has pinned. */
export function shownOf(person: Person | undefined, session: Session): StatusFields {
  const pinned = person?.pinned
  if (pinned === undefined) return session.fields
  const { statusText: _own, ...fields } = session.fields
  return {
    ...fields,
    status: pinned.status,
    ...(pinned.statusText === undefined ? {} : { statusText: pinned.statusText }),
  }
}

/** The whole of a session, with the counter given. */
export function stateFrame(hub: HubState, room: Room, entry: Entry, seq: number): StateFrame {
  const { session } = entry
  const person = hub.people.get(session.userId)
  const now = hub.clock.now()
  const typing = typingInputs(entry, now, hub.times.typingExpiryMs)
  return {
    type: 'state',
    room: room.name,
    sessionId: session.sessionId,
    userId: session.userId,
    seq,
    info: person?.info ?? {},
    ...shownOf(person, session),
    presence: entry.presence,
    ...(typing.length === 0 ? {} : { typing }),
    idleMs: idleMsOf(session, now),
    enteredAt: entry.enteredAt,
  }
}

/** The answer to a roll call: repeats the last counter, since nothing has changed. */
export function answerFrame(hub: HubState, room: Room, entry: Entry): OutgoingFrame {
  const now = hub.clock.now()
  if (entry.snapshot !== undefined && now - entry.snapshot.madeAt < SNAPSHOT_MS) return entry.snapshot.outgoing
  const { session } = entry
  const isHeld = session.recipient === undefined && session.keptAs === undefined
  const frame = stateFrame(hub, room, entry, lastSeq(session, room.name))
  const outgoing = createOutgoing(isHeld ? { ...frame, held: true } : frame)
  entry.snapshot = { outgoing, madeAt: now }
  return outgoing
}

export function patchFrame(
  room: Room,
  session: Session,
  changes: Omit<PatchFrame, 'type' | 'room' | 'sessionId' | 'seq'>,
): PatchFrame {
  return {
    type: 'patch',
    room: room.name,
    sessionId: session.sessionId,
    seq: nextSeq(session, room.name),
    ...changes,
  }
}

/** How a session goes out of sight. */
export interface Leaving {
  readonly reason: LeaveReason
  /** Last sign of life in the room, epoch ms. */
  readonly at: number
  /** A last word. */
  readonly presence?: PresenceData
}

export function disconnectFrame(room: Room, session: Session, leaving: Leaving): Departed['frame'] {
  return {
    type: 'disconnect',
    room: room.name,
    sessionId: session.sessionId,
    seq: nextSeq(session, room.name),
    ...leaving,
  }
}
