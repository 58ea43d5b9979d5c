/** `state`, `patch`, `disconnect`: what a session says of itself in a room. */
import {
  PresenceError,
  applyKeys,
  diffKeys,
  exceedsBytes,
  isSameValue,
  type DisconnectRequest,
  type PatchRequest,
  type StateRequest,
} from '@rollcall/protocol'
import type { Pace } from './hub.ts'
import { broadcast, releaseRoom, roomOf, runHook, type HubState } from './hubState.ts'
import { createMergeGate } from './mergeGate.ts'
import { isInvisible } from './person.ts'
import type { Entry, Room } from './room.ts'
import { patchFrame, stateFrame, type Leaving } from './roomFrames.ts'
import { idleMsOf, isStale, nextSeq, noteSeq, type Session } from './session.ts'
import { hideEntry, showEntry, stampEntry } from './visibility.ts'

const AT_ONCE: Pace = { delayMs: 0 }

/** The entry of a session in a room, or `conflict` where it has not entered. */
export function entryOf(hub: HubState, session: Session, name: string): { readonly room: Room; readonly entry: Entry } {
  const room = hub.rooms.get(name)
  const entry = room?.entries.get(session.sessionId)
  if (room === undefined || entry === undefined)
    throw new PresenceError('conflict', `unable to speak in the room; it was not entered`, { details: { room: name } })
  return { room, entry }
}

/** Refuses one more room than a session may have, entered or watched. */
export function checkRoomLimit(hub: HubState, session: Session, name: string): void {
  if (session.entered.has(name) || session.watching.has(name)) return
  let count = session.entered.size
  for (const watched of session.watching.keys()) if (!session.entered.has(watched)) count += 1
  if (count >= hub.limits.roomsPerSession)
    throw new PresenceError(
      'limit_exceeded',
      `unable to open the room; a session has at most ${hub.limits.roomsPerSession}`,
    )
}

/** Enters, or replaces. */
export function state(hub: HubState, session: Session, request: StateRequest, pace: Pace = AT_ONCE): void {
  if (isStale(session, request.room, request.seq)) return
  checkRoomLimit(hub, session, request.room)
  noteSeq(session, request.room, { seq: request.seq, keptRooms: hub.limits.leftRooms })
  noteIdle(hub, session, request.idleMs)
  const room = roomOf(hub, request.room)
  const entry = room.entries.get(session.sessionId)
  if (entry === undefined) enter(hub, room, session, request)
  else replace(hub, room, entry, request, pace)
}

function enter(hub: HubState, room: Room, session: Session, request: Pick<StateRequest, 'presence' | 'typing'>): void {
  const now = hub.clock.now()
  const entry: Entry = {
    session,
    presence: request.presence,
    told: request.presence,
    isReplaced: false,
    isForced: false,
    typing: new Map((request.typing ?? []).map((input) => [input, now])),
    enteredAt: hub.clock.wall(),
    enteredVersion: 0,
    isVisible: false,
    version: 0,
    gate: undefined,
    moves: undefined,
    snapshot: undefined,
  }
  room.entries.set(session.sessionId, entry)
  session.entered.add(room.name)
  const person = hub.people.get(session.userId)
  if (person === undefined || !isInvisible(person)) showEntry(hub, room, entry)
  runHook(hub, () => hub.hooks.onEnter?.({ room: room.name, userId: session.userId, sessionId: session.sessionId }))
}

function replace(hub: HubState, room: Room, entry: Entry, request: StateRequest, pace: Pace): void {
  const isTypingNews = noteTyping(hub, entry, request.typing)
  if (isSameValue(entry.presence, request.presence) && !isTypingNews) return
  entry.presence = request.presence
  entry.isReplaced = true
  entry.isForced ||= isTypingNews
  changed(hub, room, entry, pace)
}

/** Changes keys. The whole may not grow over what one `state` may carry. */
export function patch(hub: HubState, session: Session, request: PatchRequest, pace: Pace = AT_ONCE): void {
  if (isStale(session, request.room, request.seq)) return
  const { room, entry } = entryOf(hub, session, request.room)
  const presence = applyKeys(entry.presence, {
    ...(request.presence === undefined ? {} : { set: request.presence }),
    ...(request.removed === undefined ? {} : { removed: request.removed }),
  })
  if (
    exceedsBytes(JSON.stringify(presence), hub.limits.userDataBytes) ||
    Object.keys(presence).length > hub.limits.keys
  )
    throw new PresenceError(
      'data_too_large',
      `unable to change presence; it would exceed ${hub.limits.userDataBytes} bytes`,
    )
  noteSeq(session, request.room, { seq: request.seq, keptRooms: hub.limits.leftRooms })
  noteIdle(hub, session, request.idleMs)
  entry.isForced ||= request.idleMs !== undefined
  if (isSameValue(entry.presence, presence) && !entry.isForced) return
  entry.presence = presence
  changed(hub, room, entry, pace)
}

/** Leaves, maybe with a last word. */
export function disconnect(hub: HubState, session: Session, request: DisconnectRequest): void {
  if (isStale(session, request.room, request.seq)) return
  entryOf(hub, session, request.room)
  noteSeq(session, request.room, { seq: request.seq, keptRooms: hub.limits.leftRooms })
  leaveRoom(hub, session, request.room, {
    reason: 'left',
    at: hub.clock.wall(),
    ...(request.presence === undefined ? {} : { presence: request.presence }),
  })
}

/** Takes a session out of a room. */
export function leaveRoom(hub: HubState, session: Session, name: string, leaving: Leaving): void {
  const room = hub.rooms.get(name)
  const entry = room?.entries.get(session.sessionId)
  if (room === undefined || entry === undefined) return
  hideEntry(hub, room, entry, leaving)
  room.entries.delete(session.sessionId)
  session.entered.delete(name)
  runHook(hub, () => hub.hooks.onLeave?.({ room: name, userId: session.userId, sessionId: session.sessionId }))
  if (room.entries.size === 0) runHook(hub, () => hub.hooks.onEmpty?.(name))
  releaseRoom(hub, room)
}

/** Last input, by the sender's monotonic clock brought to ours. */
export function noteIdle(hub: HubState, session: Session, idleMs: number | undefined): void {
  if (idleMs !== undefined) session.activeAt = hub.clock.now() - idleMs
}

function noteTyping(hub: HubState, entry: Entry, typing: readonly string[] | undefined): boolean {
  if (typing === undefined) return false
  const isSame = typing.length === entry.typing.size && typing.every((input) => entry.typing.has(input))
  entry.typing.clear()
  for (const input of typing) entry.typing.set(input, hub.clock.now())
  return !isSame
}

/** Room changes go out at once in rooms of ordinary size; the window grows with those who see it, so that a crowd costs N and not N². */
export function mergeWindowOf(hub: HubState, room: Room): number {
  const viewers = room.viewers.size
  return viewers <= hub.limits.unmergedViewers ? 0 : Math.min(hub.times.largeRoomMergeMs, viewers)
}

function changed(hub: HubState, room: Room, entry: Entry, { delayMs }: Pace): void {
  if (!entry.isVisible) return
  entry.gate ??= createMergeGate(hub.clock, () => tellChange(hub, room, entry))
  entry.gate.changed({ windowMs: mergeWindowOf(hub, room), delayMs })
}

function tellChange(hub: HubState, room: Room, entry: Entry): boolean {
  const { session } = entry
  const { isReplaced, isForced } = entry
  const diff = diffKeys(entry.told, entry.presence)
  entry.isReplaced = false
  entry.isForced = false
  entry.told = entry.presence
  if (!entry.isVisible || (diff === undefined && !isForced)) return false
  stampEntry(hub, room, entry)
  const frame = isReplaced
    ? stateFrame(hub, room, entry, nextSeq(session, room.name))
    : patchFrame(room, session, {
        ...(diff?.set === undefined ? {} : { presence: diff.set }),
        ...(diff?.removed === undefined ? {} : { removed: diff.removed }),
        ...(isForced ? { idleMs: idleMsOf(session, hub.clock.now()) } : {}),
      })
  broadcast(room.viewers, frame, session)
  return true
}
