import type { PresenceError } from '@rollcall/protocol'

/** A promise, and the callback that settles it: accepted, or refused with an error. */
export function createSettledPromise(): {
  readonly promise: Promise<void>
  readonly settle: (error?: PresenceError) => void
} {
  let settle: (error?: PresenceError) => void = () => {}
  const promise = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error))
  })
  // Who awaits it hears of a refusal; who does not must not get an unhandled rejection for it: the logger was told.
  promise.catch(() => {})
  return { promise, settle }
}
