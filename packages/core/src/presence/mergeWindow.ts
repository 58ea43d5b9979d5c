/**
 * Leading edge at once, then the last value at the window's end (semantics 1.4): a change when
 * nothing is open goes out in this turn and opens a window; changes inside it wait for its end, where one
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
  /** `turn`: what opens the window goes out at the end of this turn, so that changes made together are one. Default `now`. */
  readonly leading?: 'now' | 'turn'
  /** Sends what differs from the last transmitted; `false`: there was nothing to send, or it could not be. */
  transmit(): boolean
}

/** Makes a closed window. */
export function createMergeWindow(options: MergeWindowOptions): MergeWindow {
  let close: (() => void) | undefined
  let cancelTurn: (() => void) | undefined
  let waiting = false

  const cancel = (): void => {
    waiting = false
    cancelTurn?.()
    cancelTurn = undefined
  }
  const transmitAndOpen = (): void => {
    waiting = false
    if (!options.transmit() || options.windowMs <= 0) return
    close = options.clock.setTimer(options.windowMs, () => {
      close = undefined
      if (waiting) transmitAndOpen()
    })
  }
  /** Twice: what was deferred in this turn, as the release of a claim is, comes first. */
  const deferTwice = (): (() => void) =>
    options.clock.defer(() => {
      cancelTurn = options.clock.defer(() => {
        cancelTurn = undefined
        transmitAndOpen()
      })
    })
  return {
    touch: () => {
      if (close !== undefined) waiting = true
      else if (options.leading !== 'turn') transmitAndOpen()
      else cancelTurn ??= deferTwice()
    },
    cancel,
    dispose: () => {
      close?.()
      close = undefined
      cancel()
    },
  }
}
