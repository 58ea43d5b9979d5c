/**
 * Leading edge at once, then the last value at the window's end (semantics 1.4): a change when
 * nothing is open goes out now and opens a window; changes inside it wait for its end, where one
 * transmission opens the next.
 */
import type { Clock } from '@rollcall/protocol'

export interface MergeWindow {
  /** Something may have changed: transmits now, or at the end of the open window. */
  touch(): void
  /** Forgets what waits. The window itself stays open: the rate holds. */
  cancel(): void
  /** Ends for good: no timer is left. */
  dispose(): void
}

export interface MergeWindowOptions {
  readonly clock: Clock
  /** Ms; 0 = never wait. */
  readonly windowMs: number
  /** Sends what differs from the last transmitted; `false`: there was nothing to send, or it could not be. */
  transmit(): boolean
}

/** Makes a closed window. */
export function createMergeWindow(options: MergeWindowOptions): MergeWindow {
  let close: (() => void) | undefined
  let waiting = false

  const transmitAndOpen = (): void => {
    waiting = false
    if (!options.transmit() || options.windowMs <= 0) return
    close = options.clock.setTimer(options.windowMs, () => {
      close = undefined
      if (waiting) transmitAndOpen()
    })
  }
  return {
    touch: () => {
      if (close === undefined) transmitAndOpen()
      else waiting = true
    },
    cancel: () => {
      waiting = false
    },
    dispose: () => {
      close?.()
      close = undefined
      waiting = false
    },
  }
}
