/** What is known of one session in a room. The table of them is kept by {@link ./memberTable.ts}, never copied. */
import type { Info, PresenceData, StatusFields } from '@rollcall/protocol'
import type { Session } from '../member/session.ts'

/** A session that is in the room. */
export interface LiveSession {
  readonly kind: 'live'
  /** What the outside sees of it. The same object as long as its content is the same. */
  readonly session: Session<PresenceData>
  readonly info: Info
  /** What it says of its person; `status` stands in {@link session} too. */
  readonly fields: StatusFields
  /** Order of arrival of the last change of {@link fields}: the third criterion of folding. */
  readonly changedAt: number
  /** Counter of the last accepted `state` or `patch`. */
  readonly seq: number
  /** Counter of the last accepted `typing`. It shares the domain of {@link seq} but affects typing alone. */
  readonly typingSeq: number
  /** When each input of `session.typing` is dropped, on our monotonic clock, in the same order. */
  readonly typingUntil: readonly number[]
  /** Our monotonic clock at the last accepted message: what silence is measured from. */
  readonly heardAt: number
  /** Which picture of the room it was last named in; see {@link Arrival.generation}. */
  readonly heardIn: number
}

/** A session that has gone; remembered, so that a late frame does not bring it back (INV-4). */
export interface GoneSession {
  readonly kind: 'gone'
  readonly sessionId: string
  readonly seq: number
  /** It said so, or somebody did for it. `false`: we found out ourselves, and the last `state` still stands. */
  readonly said: boolean
}

/** `undefined`: never heard of. */
export type SessionRecord = LiveSession | GoneSession | undefined
