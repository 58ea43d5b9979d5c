/** Tells which pointers have rested for a while: one timer for all of a layer. */
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'

export interface Resting {
  /** When it moved last: ms on the screen's clock. */
  readonly movedAt: number
  readonly isIdle: boolean
}

export interface RestLimits {
  /** ms without a move until a pointer counts as idle, and until it is not shown any more. */
  readonly idleAfter: number
  readonly hideAfter: number
}

export interface RestWatch {
  /** Something moved, or the limits are others. */
  watch(): void
  stop(): void
}

interface RestWatchOptions<T> {
  all(): Iterable<T>
  limits(): RestLimits
  becameIdle(resting: T): void
  gone(resting: T): void
}

/** ms. What falls due together is looked at together. */
const STEP = 100

export function createRestWatch<T extends Resting>(display: DisplayTime, options: RestWatchOptions<T>): RestWatch {
  let cancel: (() => void) | undefined

  const look = (): void => {
    cancel = undefined
    const { idleAfter, hideAfter } = options.limits()
    const now = display.now()
    let next = Infinity
    for (const resting of options.all()) {
      const rested = now - resting.movedAt
      if (rested >= hideAfter) options.gone(resting)
      else {
        if (rested >= idleAfter && !resting.isIdle) options.becameIdle(resting)
        next = Math.min(next, (rested >= idleAfter ? hideAfter : Math.min(idleAfter, hideAfter)) - rested)
      }
    }
    if (next < Infinity) cancel = display.setTimer(Math.ceil(next / STEP) * STEP, look)
  }
  return {
    // A timer that waits is early enough: who moved just now is due later than everybody else.
    watch: () => {
      const { idleAfter, hideAfter } = options.limits()
      if (cancel === undefined && Math.min(idleAfter, hideAfter) < Infinity) look()
    },
    stop: () => {
      cancel?.()
      cancel = undefined
    },
  }
}
