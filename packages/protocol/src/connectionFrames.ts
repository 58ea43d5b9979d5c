/** What keeps one connection alive and says who is on it (PROTOCOL.md, chapter 3). */
import type { PresenceErrorCode } from './errorCatalogue.ts'
import type { Info, Status, StatusChanges } from './status.ts'

export const PROTOCOL_VERSION = 1
/** The WebSocket subprotocol. A client that offers none is served too. */
export const SUBPROTOCOL = 'rollcall.v1'

// ── client → server ─────────────────────────────────────────────────────────

/** First frame, within 5 s; nothing else is accepted before it. */
export interface HelloRequest {
  readonly type: 'hello'
  readonly version: number
  readonly request?: number
  readonly token?: string
  /** Resume token of the last `welcome`; worth nothing without a valid token of the same user. */
  readonly resume?: string
  /** Development mode only: who I say I am. */
  readonly user?: { readonly id: string; readonly name?: string }
  /** Any key of `statusUpdate`: with it the first picture others get is whole, and who arrives invisible is never seen. */
  readonly idleMs?: number
  readonly pin?: boolean
  readonly until?: number
  readonly changes: StatusChanges
}
/** A fresh token in mid-connection, of the same user. */
export interface AuthRequest {
  readonly type: 'auth'
  readonly request?: number
  readonly token: string
}
/** `leave`: session gone now. `unload`: gone after the unload grace, so that a reload does not flap. */
export interface ByeRequest {
  readonly type: 'bye'
  readonly reason: 'leave' | 'unload'
}

// ── both ways ───────────────────────────────────────────────────────────────

/** "Are you there?" The server asks after silence; a client asks after waking up. */
export interface PingFrame {
  readonly type: 'ping'
  /** Server's clock; absent from a client. */
  readonly at?: number
}
export interface PongFrame {
  readonly type: 'pong'
}

export type ConnectionRequest = HelloRequest | AuthRequest | ByeRequest | PingFrame | PongFrame

// ── server → client ─────────────────────────────────────────────────────────

/** My person's pinned status, also when invisible. */
export interface SelfStatus {
  readonly status: Status
  readonly statusText?: string
  readonly until?: number
  readonly pinned: boolean
}

export interface WelcomeFrame {
  readonly type: 'welcome'
  readonly version: number
  readonly sessionId: string
  readonly userId: string
  readonly info: Info
  readonly resume: string
  readonly resumed: boolean
  readonly self: SelfStatus
  /** Names the server's memory: a new one means that it has forgotten. */
  readonly epoch: string
  /** Server's clock, epoch ms. */
  readonly at: number
  readonly heartbeatMs: number
  readonly timeoutMs: number
  readonly windowMs: number
  readonly limits: Readonly<Record<string, number>>
}
/** To my other sessions, when my pinned status changes. */
export interface SelfFrame {
  readonly type: 'self'
  readonly self: SelfStatus
}
/** Accepted into the server's truth. */
export interface AckFrame {
  readonly type: 'ack'
  readonly request: number
}
/** What the client may mend and stay; what ends the connection is a close code. */
export interface ErrorFrame {
  readonly type: 'error'
  readonly request?: number
  readonly code: PresenceErrorCode
  readonly message: string
  readonly retryAfterMs?: number
  readonly details?: Readonly<Record<string, unknown>>
}
export interface WarnFrame {
  readonly type: 'warn'
  readonly code: string
}

export type ConnectionFrame = WelcomeFrame | SelfFrame | PingFrame | PongFrame | AckFrame | ErrorFrame | WarnFrame
