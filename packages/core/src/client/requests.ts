/** Request numbers → whoever waits for the answer. One series a client; the server repeats the number in `ack` or `error`. */
import { PresenceError, type ErrorFrame } from '@rollcall/protocol'

export interface Requests {
  /** A number to put on a frame. `settle` hears once, unless it is closed before. */
  open(settle: (error?: PresenceError) => void): number
  /** Nobody waits any more: the frame was not sent, or its connection is gone. */
  close(request: number): void
  acked(request: number): void
  /** `true` if somebody waited for it. */
  refused(frame: ErrorFrame): boolean
}

/** What an error frame says, as an error. `retryAfterMs` goes along in `details`. */
export function toPresenceError(frame: ErrorFrame): PresenceError {
  const details = {
    ...frame.details,
    ...(frame.retryAfterMs === undefined ? {} : { retryAfterMs: frame.retryAfterMs }),
  }
  return new PresenceError(frame.code, frame.message, Object.keys(details).length === 0 ? {} : { details })
}

/** Makes an empty register. */
export function createRequests(): Requests {
  const waiting = new Map<number, (error?: PresenceError) => void>()
  let last = 0
  const take = (request: number): ((error?: PresenceError) => void) | undefined => {
    const settle = waiting.get(request)
    waiting.delete(request)
    return settle
  }
  return {
    open: (settle) => {
      last += 1
      waiting.set(last, settle)
      return last
    },
    close: (request) => waiting.delete(request),
    acked: (request) => take(request)?.(),
    refused: (frame) => {
      const settle = frame.request === undefined ? undefined : take(frame.request)
      settle?.(toPresenceError(frame))
      return settle !== undefined
    },
  }
}
