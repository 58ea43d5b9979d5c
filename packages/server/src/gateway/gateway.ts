/** The face of the gateway towards whatever brings channels: a WebSocket upgrade, or a test. */
import type { FrameChannel } from '@rollcall/protocol'
import type { RequestFacts } from '../auth/authenticator.ts'

export interface Gateway {
  /** Serves one channel until it ends: hello, frames, heartbeat, close. `request` goes to the authenticator. */
  accept(channel: FrameChannel, request?: RequestFacts): void
  connectionCount(): number
  /** Bytes that wait for slow readers, over all connections. */
  pendingBytes(): number
  /** Asks again what this user, or everybody, may see, enter and follow, and ends what they may not. */
  recheckAccess(userId?: string): void
  /** Closes every connection with a close code; sessions stay held. */
  closeAll(code: number, reason: string): void
  /** Closes every connection with 4001; each client is told a moment of its own, within `spreadMs`, at which to come back. */
  drain(spreadMs: number): void
  /** Ends timers and connections for good. */
  dispose(): void
}
