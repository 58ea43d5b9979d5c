/**
 * What sessions in a room say to each other, tab by tab (PROTOCOL.md, chapter 4). Three dialects
 * of the same words: a client to the server, the server to a client, and tabs among themselves.
 * Keys are whole words here; the short ones of the wire stand in the codec only.
 */
import type { Info, StatusChanges, StatusFields } from './status.ts'

/** A session's own data in a room. `null` is an ordinary value. */
export type PresenceData = Readonly<Record<string, unknown>>

/** Why a session is no longer in a room. `residual` and `timeout` (between tabs) are the receiver's own finding. */
export type LeaveReason = 'left' | 'closed' | 'timeout' | 'kicked' | 'residual'

interface InRoom {
  readonly room: string
}

/** `request` asks for an `ack` or `error` that repeats it. */
interface Request {
  readonly request?: number
}

/** `seq` grows with each session frame that this client sends for this room, over all its connections of one session. */
interface Sequenced extends InRoom, Request {
  readonly seq: number
}

// ── client → server ─────────────────────────────────────────────────────────

/** "Let me see this room, and send me all of it": subscribes and re-syncs. Idempotent. */
export interface RollCallRequest extends InRoom, Request {
  readonly type: 'rollCall'
  readonly only?: 'count'
}
/** Stop seeing the room. */
export interface DismissRequest extends InRoom, Request {
  readonly type: 'dismiss'
}
/** Enter the room (first), or replace what I say of myself there. */
export interface StateRequest extends Sequenced {
  readonly type: 'state'
  readonly presence: PresenceData
  /** Inputs being typed in, so that newcomers learn it. */
  readonly typing?: readonly string[]
  /** Ms since this session's last input, by the sender's monotonic clock. */
  readonly idleMs?: number
}
/** Change these keys: top level, values whole. */
export interface PatchRequest extends Sequenced {
  readonly type: 'patch'
  readonly presence?: PresenceData
  readonly removed?: readonly string[]
  readonly idleMs?: number
}
/** Leave the room, maybe with a last word. */
export interface DisconnectRequest extends Sequenced {
  readonly type: 'disconnect'
  readonly presence?: PresenceData
}
/** Typing began, goes on, or stopped, in one input (`''` is the default one). Never queued, never merged. */
export interface TypingRequest extends Sequenced {
  readonly type: 'typing'
  readonly input: string
  readonly on: boolean
}
/** A pointer in an area, or gone from it. Newest value only; no counter, no ack. */
export interface MoveRequest extends InRoom {
  readonly type: 'move'
  readonly input: string
  readonly position: PointerPosition | null
}

export type PointerPosition = readonly [x: number, y: number]

export type SessionRequest =
  | RollCallRequest
  | DismissRequest
  | StateRequest
  | PatchRequest
  | DisconnectRequest
  | TypingRequest
  | MoveRequest

// ── server → client ─────────────────────────────────────────────────────────

interface OfSession extends InRoom {
  readonly sessionId: string
}

/** The whole of a session; answers a roll call, and tells of an entering or a replacing. */
export interface StateFrame extends OfSession, StatusFields {
  readonly type: 'state'
  readonly userId: string
  readonly seq: number
  readonly info: Info
  readonly presence: PresenceData
  readonly typing?: readonly string[]
  readonly idleMs: number
  /** When the session entered: epoch ms by the server's clock (between tabs: the sender's, and `ageMs` is what counts). */
  readonly enteredAt: number
  /** Between tabs only: ms since the session entered, by the sender's monotonic clock; free of clock skew. */
  readonly ageMs?: number
  /** Its connection is away, within the resume window. Only in a `state` that answers a roll call. */
  readonly held?: boolean
}
/** Changes to a known session with a lower `seq`; of an unknown one, or after a gap, ask with a roll call. */
export interface PatchFrame extends OfSession, StatusChanges {
  readonly type: 'patch'
  readonly seq: number
  readonly info?: Info
  readonly presence?: PresenceData
  readonly removed?: readonly string[]
  readonly idleMs?: number
}
/** One per visible interval of a session. */
export interface DisconnectFrame extends OfSession {
  readonly type: 'disconnect'
  readonly seq: number
  readonly reason: LeaveReason
  /** Server's clock; absent between tabs. */
  readonly at?: number
  readonly presence?: PresenceData
}
/** The receiver drops it `typingExpiryMs` after the last `on`, whatever comes. */
export interface TypingFrame extends OfSession {
  readonly type: 'typing'
  readonly seq: number
  readonly input: string
  readonly on: boolean
}
export interface MoveFrame extends OfSession {
  readonly type: 'move'
  readonly input: string
  readonly position: PointerPosition | null
}
/** The picture of the room is whole: who was known before and was not named again has left (`residual`). */
export interface SyncedFrame extends InRoom {
  readonly type: 'synced'
  readonly version: number
}
/** How many people and sessions; for `only: 'count'`. At most one a second. */
export interface CountFrame extends InRoom {
  readonly type: 'count'
  readonly members: number
  readonly sessions: number
}

export type SessionFrame =
  | StateFrame
  | PatchFrame
  | DisconnectFrame
  | TypingFrame
  | MoveFrame
  | SyncedFrame
  | CountFrame

// ── between tabs, without a server ──────────────────────────────────────────

/** Asks every announced session of the room for one `state`; `callId` lets receivers drop a repeated one. */
export interface PeerRollCall extends OfSession {
  readonly type: 'rollCall'
  readonly callId: string
}

/** `state` is always whole between tabs: there is no `patch`, no `synced` and no `count`. */
export type PeerFrame = PeerRollCall | StateFrame | DisconnectFrame | TypingFrame | MoveFrame
