/** The words of the connection machine: where it is, what happens to it, what it wants done. */
import type { ConnectionEnd } from './connectionEnd.ts'

interface Known {
  /** Counts openings: what belongs to an earlier one has no effect (INV-39). */
  readonly epoch: number
  /** Attempts since the last connection that lasted. */
  readonly attempts: number
  readonly wasConnected: boolean
  /** How the last connection or attempt ended; forgotten when one succeeds. */
  readonly end?: ConnectionEnd
}

interface Standing extends Known {
  /** When the welcome came, by the monotonic clock. */
  readonly since: number
  /** Longest silence of the server's, as its welcome announced it. */
  readonly silenceLimitMs: number
  readonly measuredAt: number
  /** What came of it for the session there was; absent where there was none before. */
  readonly recovery?: Recovery
}

/** A connection that was away is back: `resumed` with the same session, `resynced` with a new one. */
export type Recovery = 'resumed' | 'resynced'

export type ConnectionState =
  /** Not begun. */
  | (Known & { readonly name: 'idle' })
  /** The device says that it has no network; no attempt is burnt on that. */
  | (Known & { readonly name: 'offline' })
  /** Until the next attempt. `ordered`: the server named the time, so a wake-up does not cut it short. */
  | (Known & { readonly name: 'waiting'; readonly delayMs: number; readonly ordered: boolean })
  /** A token is being got, a channel opened. */
  | (Known & { readonly name: 'opening' })
  /** `hello` is out. */
  | (Known & { readonly name: 'greeting' })
  | (Standing & { readonly name: 'connected' })
  /** After waking up: a `ping` is out, and only its `pong` proves that the socket still lives. */
  | (Standing & { readonly name: 'verifying' })
  /** The page has gone for good, as it seems. */
  | (Known & { readonly name: 'left' })
  /** Ended in a way that trying again would not mend; waits until asked. */
  | (Known & { readonly name: 'failed' })
  | (Known & { readonly name: 'disposed' })

export type ConnectionEvent =
  | { readonly type: 'started' }
  | { readonly type: 'opened'; readonly epoch: number }
  | { readonly type: 'openFailed'; readonly epoch: number; readonly end: ConnectionEnd }
  | { readonly type: 'welcomed'; readonly silenceLimitMs: number; readonly resumed: boolean }
  | { readonly type: 'ponged' }
  | { readonly type: 'closed'; readonly code: number; readonly orderedMs?: number; readonly end: ConnectionEnd }
  /** What `wait` asked for. `lateMs`: how much too late, as after a sleep. `silentMs`: since text came in. */
  | { readonly type: 'waited'; readonly lateMs: number; readonly silentMs: number }
  | { readonly type: 'wokeUp' }
  | { readonly type: 'wentOnline' }
  | { readonly type: 'wentOffline' }
  | { readonly type: 'pageLeft' }
  | { readonly type: 'pageReturned' }
  | { readonly type: 'retryAsked' }
  | { readonly type: 'disposed' }

export type ConnectionEffect =
  /** Get a token, open a channel; tell with this epoch. */
  | { readonly type: 'open'; readonly epoch: number }
  /** Whatever channel there is, or comes of an opening under way: stop listening to it, and close it. */
  | { readonly type: 'drop'; readonly code: number }
  | { readonly type: 'greet' }
  /** Tell whoever is above that frames flow. */
  | { readonly type: 'announce' }
  | { readonly type: 'ping' }
  | { readonly type: 'bye'; readonly reason: 'leave' | 'unload' }
  /** Tell `waited` after this; takes the place of an earlier one. */
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'stopWaiting' }

/** What the machine may know of the moment. */
export interface ConnectionMoment {
  /** Monotonic ms. */
  readonly at: number
  /** Uniform in [0, 1). */
  readonly chance: number
  readonly online: boolean
  /** Whether a new opening brings a new token. */
  readonly canRenewToken: boolean
}

export interface ConnectionStep {
  readonly state: ConnectionState
  readonly effects: readonly ConnectionEffect[]
}
