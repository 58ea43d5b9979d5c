/** The face of the server: what it is made with, and what it can be asked. */
import type { Clock, Info, PresenceData, Random } from '@rollcall/protocol'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Authenticator, Viewer } from './auth/authenticator.ts'
import type { Authenticate } from './auth/callbackAuthenticator.ts'
import type { Backplane } from './backplane/backplane.ts'
import type { AccessRules } from './gateway/gatewayOptions.ts'
import type { Listening, ListenOptions } from './http/listening.ts'
import type { HubHooks, KeptSession, RoomCount, RoomMember } from './hub/hub.ts'
import type { ServerLimits, ServerTimes } from './hub/serverLimits.ts'
import type { Logger } from './log/logger.ts'

export type MetricsAccess = 'local' | 'open' | 'off'

export interface PresenceServerOptions extends AccessRules {
  /**
   * `development`: everybody is who they say they are, everything is open, pages of this machine may connect,
   * and `listen` refuses every other address than this machine's. Default `production`.
   */
  readonly mode?: 'production' | 'development'
  /** `jwt({ … })`, or a callback. Mandatory in production. */
  readonly authenticate?: Authenticator | Authenticate
  /** Default `memory()`. */
  readonly backplane?: Backplane
  /** People that the server follows for this viewer at login. */
  readonly following?: (viewer: Viewer) => readonly string[] | Promise<readonly string[]>
  /** Path of the socket and the HTTP routes. Default `/realtime`. */
  readonly path?: string
  /** Exact origins of pages that may connect. Default: the server's own host. */
  readonly allowedOrigins?: readonly string[]
  readonly limits?: Partial<ServerLimits>
  /** Ms. */
  readonly times?: Partial<ServerTimes>
  /** Ranks of statuses, beside or instead of the built-in ones: the highest of a person's sessions is shown. */
  readonly statuses?: Readonly<Record<string, number | { readonly rank: number }>>
  /** Ranks of activities. */
  readonly activities?: Readonly<Record<string, number>>
  readonly hooks?: HubHooks
  /**
   * Who may read `/metrics`: this machine alone (not through a proxy), everybody who reaches the server, or nobody;
   * with `off` nothing is measured. Default `local`.
   */
  readonly metrics?: MetricsAccess
  /** Default: silent. */
  readonly logger?: Logger
  /** Time and chance; Node's own unless a simulation brings others. */
  readonly clock?: Clock
  readonly random?: Random
}

export interface AttachOptions {
  /** Leaves the HTTP routes out, where {@link PresenceServer.middleware} serves them. */
  readonly only?: 'socket'
}

export interface CloseOptions {
  /** Ms that clients have to go by themselves, after they were told to. Default 2,000. */
  readonly drain?: number
  /** Ms over which clients are asked to come back, each at a random moment of it. Default 5,000. */
  readonly spread?: number
}

/** Presence that the server itself holds. */
export interface ServerPresence extends KeptSession {
  /** Replaces what is shown. */
  update(presence: PresenceData): void
}

export interface PresenceServer {
  /**
   * Serves socket and HTTP routes on an HTTP server that somebody else has; its other addresses stay theirs. Upgrades of
   * other paths are refused where nobody else listens for any; beside another listener they are left alone, as that one's.
   */
  attach(server: Server | SecureServer, options?: AttachOptions): () => void
  /** Serves them on a port of its own. Rejects with Node's error where it cannot be had. */
  listen(options: ListenOptions): Promise<Listening>
  /** The HTTP routes as a connect middleware; what is not ours goes on to `next`. The socket needs {@link PresenceServer.attach}. */
  middleware(request: IncomingMessage, response: ServerResponse, next: () => void): void
  /** Tells every client to come back later, waits for them, and ends everything. Idempotent. */
  close(options?: CloseOptions): Promise<void>
  room(id: string): { members(): readonly RoomMember[]; count(): RoomCount }
  /** Enters a room on somebody's behalf, until `leave`. */
  enterAs(user: { readonly id: string; readonly info?: Info }, room: string, presence?: PresenceData): ServerPresence
  /** Ends a session; its client is told to stop. */
  kick(sessionId: string): void
  /** Ends all sessions of a user, and their resume tokens. */
  revokeUser(userId: string): void
  /**
   * Asks `authorizeRoom` and `authorizeFollow` again for what this user (or everybody) sees, is in and follows, and ends what is
   * not allowed any more: call it when a right was taken away. Rights in a token stand until the next token.
   */
  recheckAccess(userId?: string): void
  connectionCount(): number
}
