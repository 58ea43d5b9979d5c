import type { PresenceData, Status } from '@rollcall/protocol'

/** One tab or device of a user. `P` is its own presence data in this room. */
export interface Session<P = PresenceData> {
  readonly sessionId: string
  readonly userId: string
  readonly status: Status
  readonly presence: P
  /** Inputs being typed in; `''` is the default one. */
  readonly typing: readonly string[]
  /** Epoch ms by the server's clock. */
  readonly enteredAt: number
  readonly lastActiveAt: number
  /** Its connection is away, within the resume window (known after a roll call). */
  readonly held: boolean
}
