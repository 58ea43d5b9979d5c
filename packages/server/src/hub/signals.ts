/** `typing` and `move`: passing signs that are no part of a member's state. */
import { PresenceError, type MoveRequest, type TypingRequest } from '@rollcall/protocol'
import { entryOf, mergeWindowOf } from './entering.ts'
import type { Pace } from './hub.ts'
import { broadcast, type HubState } from './hubState.ts'
import { createMergeGate } from './mergeGate.ts'
import type { Entry, Move, Room } from './room.ts'
import { isStale, nextSeq, noteSeq, type Session } from './session.ts'

/** Goes out at once, every repetition too: receivers measure from the last `on`. */
export function typing(hub: HubState, session: Session, request: TypingRequest): void {
  if (isStale(session, request.room, request.seq)) return
  const { room, entry } = entryOf(hub, session, request.room)
  noteSeq(session, request.room, { seq: request.seq, keptRooms: hub.limits.leftRooms })
  if (!noteTyping(hub, entry, request) || !entry.isVisible) return
  entry.snapshot = undefined
  const { room: name, input, on } = request
  const seq = nextSeq(session, name)
  broadcast(room.viewers, { type: 'typing', room: name, sessionId: session.sessionId, seq, input, on }, session)
}

/** `false`: stopped where nothing was going on. */
function noteTyping(hub: HubState, entry: Entry, { input, on }: TypingRequest): boolean {
  if (!on) return entry.typing.delete(input)
  if (!entry.typing.has(input) && entry.typing.size >= hub.limits.keys)
    throw new PresenceError('limit_exceeded', `unable to type; at most ${hub.limits.keys} inputs a session`)
  entry.typing.set(input, hub.clock.now())
  entry.session.activeAt = hub.clock.now()
  return true
}

/** Newest position only. */
export function move(hub: HubState, session: Session, request: MoveRequest, pace: Pace = { delayMs: 0 }): void {
  const { room, entry } = entryOf(hub, session, request.room)
  if (!entry.isVisible) return
  const pointer = pointerOf(hub, room, entry, request.input)
  pointer.position = request.position
  pointer.gate.changed({ windowMs: mergeWindowOf(hub, room), delayMs: pace.delayMs })
}

function pointerOf(hub: HubState, room: Room, entry: Entry, input: string): Move {
  const moves = (entry.moves ??= new Map<string, Move>())
  const known = moves.get(input)
  if (known !== undefined) return known
  if (moves.size >= hub.limits.keys)
    throw new PresenceError('limit_exceeded', `unable to move; at most ${hub.limits.keys} areas a session`)
  const gate = createMergeGate(hub.clock, () => {
    const { sessionId } = entry.session
    broadcast(
      room.viewers,
      { type: 'move', room: room.name, sessionId, input, position: created.position },
      entry.session,
    )
    // Gone from the area: its place is free for another one.
    if (created.position === null) moves.delete(input)
    return true
  })
  const created: Move = { position: null, gate }
  moves.set(input, created)
  return created
}
