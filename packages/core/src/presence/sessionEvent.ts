/** What can happen to a session record: facts, each with the circumstances of its arrival. */
import type { DisconnectFrame, PatchFrame, StateFrame, TypingFrame } from '@rollcall/protocol'

/** When and how something arrived. Reducers read no clock: this is all they know of time. */
export interface Arrival {
  /** `authority`: a server keeps the order, and says again what already stands. `peers`: anything may come twice, late, or never. */
  readonly liveness: 'peers' | 'authority'
  /** Our monotonic clock. */
  readonly now: number
  /** Epoch ms by the server's clock, as well as we know it. */
  readonly epoch: number
  /** Grows by one with each arrival. */
  readonly order: number
  /** Grows with each connection and each roll call: whoever was not named in the newest when it is whole has left (`residual`). */
  readonly generation: number
}

export type SessionEvent =
  | { readonly type: 'announced'; readonly frame: StateFrame; readonly arrival: Arrival }
  | { readonly type: 'patched'; readonly frame: PatchFrame; readonly arrival: Arrival }
  | { readonly type: 'typed'; readonly frame: TypingFrame; readonly arrival: Arrival }
  | { readonly type: 'left'; readonly frame: DisconnectFrame }
  /** Our own finding: silent for too long, or not named in a whole picture. */
  | { readonly type: 'removed' }
  /** Time has passed on our monotonic clock: typing may have run out. */
  | { readonly type: 'ticked'; readonly now: number }
