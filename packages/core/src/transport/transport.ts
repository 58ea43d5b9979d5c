/**
 * The port that anyone can implement: frames in and out, whatever lies below. A transport keeps
 * itself connected; whether a frame matters is not its business.
 */
import type {
  AckFrame,
  Clock,
  ErrorFrame,
  Info,
  MemberFrame,
  MemberRequest,
  PeerFrame,
  PresenceError,
  Random,
  SelfFrame,
  SelfStatus,
  SessionFrame,
  SessionRequest,
  StatusChanges,
  WarnFrame,
} from '@rollcall/protocol'
import type { Observable } from 'rxjs'
import type { Locks } from '../page/locks.ts'
import type { PageLifeEvent } from '../page/pageLife.ts'

/** What comes in. Over a server: session and member frames, acks and errors. Between tabs: peer frames alone. */
export type IncomingFrame = SessionFrame | MemberFrame | PeerFrame | SelfFrame | AckFrame | ErrorFrame | WarnFrame

/** What goes out: requests to a server where `liveness` is `authority`, peer frames where it is `peers`. */
export type OutgoingFrame = SessionRequest | MemberRequest | PeerFrame

/** A fresh connection: from now on frames flow. */
export interface TransportConnection {
  /** New with each fresh session; the same after a resume. */
  readonly sessionId: string
  /** Who the medium says we are, where it vouches for it. */
  readonly userId?: string
  readonly info?: Info
  /** The session stands as it was: only what was missed is exchanged. `false`: everything is said again. */
  readonly resumed: boolean
  /** Names the server's memory; a new one means that it has forgotten. */
  readonly epoch?: string
  /** My pinned status as the server has it. */
  readonly self?: SelfStatus
  /** The server's clock when it greeted, epoch ms. */
  readonly serverTime?: number
}

export interface TransportStatus {
  /** `connecting`: never connected yet · `reconnecting`: was, and tries · `disconnected`: disposed · `failed`: will not try by itself. */
  readonly state: 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed'
  /** Why the last connection ended: a code of the error catalogue, or of the close. */
  readonly reason?: string
  readonly error?: PresenceError
  /** Attempts since the last connection that lasted; 0 while connected. */
  readonly attempt: number
  /** When the next attempt comes, by the clock's `wall()`. */
  readonly retryAt?: number
  /** Round trip of the last measurement, ms. */
  readonly latency?: number
  /**
   * What came of a connection that was away, while it is `connected` again: `resumed`, the session stands and nothing
   * was missed · `resynced`, a new session, everything is asked for again. Absent on the first connection, and over a
   * transport that cannot tell.
   */
  readonly recovery?: 'resumed' | 'resynced'
}

export interface Transport {
  /** `peers`: sessions tell of themselves and expire by silence. `authority`: only a server's frames remove anybody. */
  readonly liveness: 'peers' | 'authority'
  /** Frames in order of arrival. Hot: subscribe before the first connection. Never errors; completes on dispose. */
  readonly incoming$: Observable<IncomingFrame>
  /**
   * Optional: one signal after the frames of one message have all been heard, so that listeners
   * are told once of all of them. Absent: each frame counts as a message.
   */
  readonly settled$?: Observable<void>
  /** One value per fresh connection; a late subscriber gets the present one. */
  readonly connections$: Observable<TransportConnection>
  /** A late subscriber gets the present one. */
  readonly status$: Observable<TransportStatus>
  /** Hands frames to the medium, in order, as one message where it can. `false`: not transmitted, say it again later. */
  send(frames: readonly OutgoingFrame[]): boolean
  /** Try again now, past backoff and after `failed`. */
  retry?(): void
  /** Says goodbye where it can, and ends for good. Idempotent. */
  dispose(): void
}

/** What a connection says of us when it greets. */
export interface Greeting {
  /** Who I say I am: believed between tabs, and by a server in development mode. */
  readonly user?: { readonly id: string; readonly info: Info }
  readonly changes: StatusChanges
  readonly pin?: boolean
  readonly until?: number
  readonly idleMs?: number
}

/** What a client hands to the transport it is given. */
export interface TransportContext {
  readonly clock: Clock
  readonly random: Random
  readonly pageLife$: Observable<PageLifeEvent>
  isOnline(): boolean
  readonly locks?: Locks
  /** Asked at each fresh connection. */
  greeting(): Greeting
  /** Told of what went wrong and was survived: unreadable frames, refused resumes. */
  report(error: PresenceError): void
}

/** `webSocket({ … })`, `broadcastChannel({ … })`, … give one of these; the client calls it once. */
export type TransportFactory = (context: TransportContext) => Transport
