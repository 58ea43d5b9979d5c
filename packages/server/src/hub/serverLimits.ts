/**
 * Numbers of the server alone, beside those that both ends share. Every one is an option of
 * `createPresenceServer`; the reasons are T3, T5, T12–T15 and T18 of the threat model.
 */
import { LIMITS, TIMES } from '@rollcall/protocol'

/** Sizes, counts and rates. Bytes are of UTF-8; rates are frames a second. */
export interface ServerLimits extends Readonly<Record<keyof typeof LIMITS, number>> {
  /** Open connections of one user; the newest over it is refused (4505). */
  readonly connectionsPerUser: number
  /** Connections that have not said `hello` yet, on this node. */
  readonly unauthenticatedConnections: number
  /** New connections of this node; whoever comes over it is asked to come back a little later (T17). */
  readonly connectionsPerSecond: number
  readonly connectionBurst: number
  /** All frames of a connection. */
  readonly framesPerSecond: number
  readonly frameBurst: number
  readonly statusUpdatesPerSecond: number
  readonly statusUpdateBurst: number
  /** `state`, `patch` and `move` of a connection. */
  readonly roomUpdatesPerSecond: number
  readonly roomUpdateBurst: number
  readonly followChangesPerSecond: number
  readonly followChangeBurst: number
  readonly pingsPerSecond: number
  readonly pingBurst: number
  /** One user may do this many times what one connection may. */
  readonly perUserFactor: number
  /** Refused for their rate within ten seconds, then 4005. */
  readonly rateViolations: number
  /** Frames waiting for an answer of an authorisation callback, then 4006. */
  readonly waitingFrames: number
  /** Above this a slow reader gets newest values only … */
  readonly slowBytes: number
  /** … and above this it is closed with 4003. */
  readonly outgoingBytes: number
  /** What a session away keeps a record of; beyond, it gets the whole picture. */
  readonly missedChanges: number
  /** Rooms left whose counters a session keeps, so that late frames stay stale. */
  readonly leftRooms: number
  /** Up to this many viewers room changes are never merged; beyond, one ms of merge window a viewer. */
  readonly unmergedViewers: number
}

/** Times in ms. */
export interface ServerTimes extends Readonly<Record<keyof typeof TIMES, number>> {
  /** Bound of every callback of the application: authenticate, authorise, following. */
  readonly callbackMs: number
  /** How long an answer of an authorisation callback is believed. */
  readonly authorizationMs: number
  /** A slow reader that takes nothing for this long is closed. */
  readonly drainMs: number
  /** How often a slow reader is looked at. */
  readonly drainCheckMs: number
  /** Longest merge window of a large room. */
  readonly largeRoomMergeMs: number
}

export const SERVER_LIMITS: ServerLimits = {
  ...LIMITS,
  connectionsPerUser: 100,
  unauthenticatedConnections: 2_000,
  connectionsPerSecond: 2_000,
  connectionBurst: 2_000,
  framesPerSecond: 100,
  frameBurst: 200,
  statusUpdatesPerSecond: 5,
  statusUpdateBurst: 10,
  roomUpdatesPerSecond: 70,
  roomUpdateBurst: 140,
  followChangesPerSecond: 5,
  followChangeBurst: 10,
  pingsPerSecond: 20,
  pingBurst: 40,
  perUserFactor: 3,
  rateViolations: 200,
  waitingFrames: 1_024,
  slowBytes: 262_144,
  outgoingBytes: 1_048_576,
  missedChanges: 2_000,
  leftRooms: 64,
  unmergedViewers: 50,
}

export const SERVER_TIMES: ServerTimes = {
  ...TIMES,
  callbackMs: 5_000,
  authorizationMs: 60_000,
  drainMs: 5_000,
  drainCheckMs: 250,
  largeRoomMergeMs: 2_000,
}
