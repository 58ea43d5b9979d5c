/** Callbacks of the application may be slow, fail, or never answer: none of it may hold up a connection for long. */
import { PresenceError, type Clock } from '@rollcall/protocol'

export interface BoundedCallOptions {
  readonly clock: Clock
  readonly timeoutMs: number
  /** What was asked, for the message: "authenticate", "authorise the room". */
  readonly operation: string
}

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> => value instanceof Promise

function asPresenceError(cause: unknown, operation: string): PresenceError {
  if (cause instanceof PresenceError) return cause
  return new PresenceError('auth_unavailable', `unable to ${operation}; the callback failed`, { cause })
}

/**
 * Calls, and waits at most `timeoutMs`. An answer that is no promise comes back at once, so that
 * a synchronous application keeps the order of frames without any waiting.
 * @throws PresenceError the callback's own, or `auth_unavailable`
 */
export function boundedCall<T>(call: () => T | Promise<T>, options: BoundedCallOptions): T | Promise<T> {
  const { clock, timeoutMs, operation } = options
  let answer: T | Promise<T>
  try {
    answer = call()
  } catch (cause) {
    throw asPresenceError(cause, operation)
  }
  if (!isPromise(answer)) return answer
  const asked = answer
  return new Promise((resolve, reject) => {
    const cancel = clock.setTimer(timeoutMs, () =>
      reject(new PresenceError('auth_unavailable', `unable to ${operation}; the callback did not answer in time`)),
    )
    asked.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (cause: unknown) => {
        cancel()
        reject(asPresenceError(cause, operation))
      },
    )
  })
}
