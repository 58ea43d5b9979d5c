/** One room: which sessions are in it, and which see it. Being in and seeing are independent. */
import type { DisconnectFrame, PointerPosition, PresenceData } from '@rollcall/protocol'
import type { OutgoingFrame } from './delivery.ts'
import type { MergeGate } from './mergeGate.ts'
import type { Session } from './session.ts'

/** A session in a room. */
export interface Entry {
  readonly session: Session
  /** The truth. */
  presence: PresenceData
  /** What viewers were told; differs while a change waits in the merge gate. */
  told: PresenceData
  /** The waiting change is a replacement: viewers get a `state`, not a `patch`. */
  isReplaced: boolean
  /** The waiting change is to be told though no key differs: idle time, or what is typed in. */
  isForced: boolean
  /** Inputs being typed in → monotonic instant of the last `on`. */
  readonly typing: Map<string, number>
  /** Since when it is visible, epoch ms. */
  enteredAt: number
  /** Version at which it became visible: the first time of those that somebody away may know of. */
  enteredVersion: number
  /** Off while its person is invisible: in the room, and nobody can tell. */
  isVisible: boolean
  /** Version of the last frame about it. */
  version: number
  gate: MergeGate | undefined
  /** Pointer areas → newest position. */
  moves: Map<string, Move> | undefined
  /** Its `state` as last encoded for a roll call. */
  snapshot: { readonly outgoing: OutgoingFrame; readonly madeAt: number } | undefined
}

/** A pointer in one area. */
export interface Move {
  position: PointerPosition | null
  readonly gate: MergeGate
}

/** A session that has left, kept for those who are away and may not know. */
export interface Departed {
  readonly frame: DisconnectFrame
  readonly version: number
  readonly enteredVersion: number
  readonly at: number
}

export interface Room {
  readonly name: string
  readonly entries: Map<string, Entry>
  readonly viewers: Set<Session>
  /** Sessions that want numbers alone. */
  readonly counting: Set<Session>
  /** Visible sessions a person. */
  readonly visible: Map<string, number>
  visibleSessions: number
  /** In order of leaving. */
  readonly departed: Map<string, Departed>
  /** Departures up to this version are forgotten: who knows less needs the whole picture. */
  forgottenVersion: number
  /** Version of the last change. */
  version: number
  countVersion: number
  countGate: MergeGate | undefined
  toldCount: { readonly members: number; readonly sessions: number } | undefined
}

export function createRoom(name: string): Room {
  return {
    name,
    entries: new Map(),
    viewers: new Set(),
    counting: new Set(),
    visible: new Map(),
    visibleSessions: 0,
    departed: new Map(),
    forgottenVersion: 0,
    version: 0,
    countVersion: 0,
    countGate: undefined,
    toldCount: undefined,
  }
}

/** Nobody is in it and nobody looks: it may be forgotten. */
export function isUnused(room: Room): boolean {
  return room.entries.size === 0 && room.viewers.size === 0 && room.counting.size === 0
}

/** Counts a visible session in or out. */
export function countVisible(room: Room, userId: string, step: 1 | -1): void {
  const count = (room.visible.get(userId) ?? 0) + step
  if (count === 0) room.visible.delete(userId)
  else room.visible.set(userId, count)
  room.visibleSessions += step
}

/** Keeps a departure for `keptMs`, and at most `capacity` of them. */
export function rememberDeparted(room: Room, departed: Departed, bounds: { keptMs: number; capacity: number }): void {
  const { departed: kept } = room
  kept.delete(departed.frame.sessionId)
  kept.set(departed.frame.sessionId, departed)
  for (const [sessionId, oldest] of kept) {
    if (kept.size <= bounds.capacity && departed.at - oldest.at <= bounds.keptMs) break
    kept.delete(sessionId)
    room.forgottenVersion = Math.max(room.forgottenVersion, oldest.version)
  }
}

/** Whether somebody is typing there now: an `on` counts until it would have expired at its receivers. */
export function typingInputs(entry: Entry, now: number, expiryMs: number): readonly string[] {
  const inputs: string[] = []
  for (const [input, at] of entry.typing) {
    if (now - at < expiryMs) inputs.push(input)
    else entry.typing.delete(input)
  }
  return inputs
}
