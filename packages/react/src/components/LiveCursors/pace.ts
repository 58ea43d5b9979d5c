/** The newest value at an even pace: the first at once, then the last of each period. */
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'

export interface Pace {
  /** Something is to be sent; what it is is asked when it goes. */
  touch(): void
  setPeriod(ms: number): void
  stop(): void
}

export function createPace(display: Pick<DisplayTime, 'setTimer'>, send: () => void): Pace {
  let periodMs = 0
  let isWaiting = false
  let cancel: (() => void) | undefined

  const go = (): void => {
    isWaiting = false
    cancel = display.setTimer(periodMs, () => {
      cancel = undefined
      if (isWaiting) go()
    })
    send()
  }
  return {
    touch: () => {
      if (cancel === undefined) go()
      else isWaiting = true
    },
    setPeriod: (ms) => {
      periodMs = ms
    },
    stop: () => {
      isWaiting = false
      cancel?.()
      cancel = undefined
    },
  }
}
