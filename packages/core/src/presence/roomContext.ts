/** What a room is given: the outside, and who speaks. */
import type { Clock, PresenceData, PresenceError, Random, StatusRanking } from '@rollcall/protocol'
import type { Aggregate } from '../member/aggregate.ts'
import type { StateTrace } from '../store/storeState.ts'
import type { OutgoingFrame } from '../transport/transport.ts'
import type { Speaker } from './ownFrames.ts'
import type { SeqCounter } from './seqCounter.ts'

export interface RoomContext {
  readonly room: string
  readonly liveness: 'peers' | 'authority'
  readonly clock: Clock
  readonly random: Random
  readonly ranking: StatusRanking
  readonly counter: SeqCounter
  /** The app's own way of folding sessions. */
  readonly aggregate?: Aggregate<PresenceData> | undefined
  /** Merge window of room data, ms. */
  readonly windowMs: number
  /** Epoch ms by the server's clock. */
  epochNow(): number
  /** `false`: not transmitted. */
  send(frames: readonly OutgoingFrame[]): boolean
  /** Who we are on the last connection; `undefined` before the first. */
  speaker(): Speaker | undefined
  /** Between tabs, invisible means behaving as if we had left. */
  isHidden(): boolean
  /** Asks for an answer; `undefined` where the medium gives none. */
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  closeRequest(request: number): void
  /** A goodbye is said: what this returns hears its answer, even when the room has been given back. */
  parting(): (error?: PresenceError) => void
  /** Checks what others say; `undefined`: not to be believed. Absent: all is. */
  readonly acceptPresence?: ((presence: PresenceData) => PresenceData | undefined) | undefined
  /** Told of what a listener threw. */
  report(thrown: unknown): void
  /** Told of each refusal by the server. */
  refused(error: PresenceError): void
  readonly trace?: StateTrace | undefined
}
