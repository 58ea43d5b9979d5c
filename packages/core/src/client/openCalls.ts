import type { PresenceError } from '@rollcall/protocol'
import { createSettledPromise } from './createSettledPromise.ts'

/** What a call gives back, and how it is settled: accepted, or refused with an error. */
export type OpenCall = ReturnType<typeof createSettledPromise>

/** The app's calls whose promises pend: what is on its way, and what waits for a connection. */
export interface OpenCalls {
  /** Counts until it is settled. */
  open(): OpenCall
  count(): number
}

/** Makes an empty register; `changed` is told of each call that comes or goes. */
export function createOpenCalls(changed: () => void): OpenCalls {
  let count = 0
  const move = (by: 1 | -1): void => {
    count += by
    changed()
  }
  return {
    count: () => count,
    open: () => {
      const { promise, settle } = createSettledPromise()
      let isOpen = true
      move(1)
      return {
        promise,
        settle: (error?: PresenceError) => {
          settle(error)
          if (isOpen) move(-1)
          isOpen = false
        },
      }
    },
  }
}
