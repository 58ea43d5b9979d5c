/** Where survived errors go. */
import { PresenceError, type Clock } from '@rollcall/protocol'

export interface Reporters {
  /** An error that was survived. */
  report(error: PresenceError): void
  /** Something a listener of the app threw: it must neither stop the others nor vanish. */
  reportThrown(thrown: unknown): void
}

/** Without a logger errors are silent, but what a listener threw is thrown again by itself, as any uncaught error is. */
export function createReporters(clock: Clock, logger: ((error: PresenceError) => void) | undefined): Reporters {
  const rethrow = (thrown: unknown): void => {
    clock.defer(() => {
      throw thrown
    })
  }
  const report = (error: PresenceError): void => {
    try {
      logger?.(error)
    } catch (thrown) {
      rethrow(thrown)
    }
  }
  return {
    report,
    reportThrown: (thrown) => {
      if (logger === undefined) rethrow(thrown)
      else report(new PresenceError('internal', 'unable to tell a listener; it threw', { cause: thrown }))
    },
  }
}
