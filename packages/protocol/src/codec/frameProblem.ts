import type { WireErrorCode } from '../errorCatalogue.ts'

/** What was wrong with a frame; the answer to it is an `error` frame with the same code and `request`. */
export interface FrameProblem {
  readonly code: WireErrorCode
  readonly message: string
  /** The frame's own request number, where it was readable. */
  readonly request?: number
  /** Counts towards the ten a minute that end a connection. Unknown types do not: newer clients may speak them. */
  readonly malformed: boolean
}

/** Thrown by readers, caught by the decoder; never leaves the codec. */
export class Malformed extends Error {
  readonly code: WireErrorCode

  constructor(code: WireErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
