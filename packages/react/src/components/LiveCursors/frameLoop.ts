/** One loop over the pictures of the screen for a whole layer: it runs while something moves, and stands still otherwise. */
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'

export interface FrameLoop {
  /** Something is to be drawn. */
  wake(): void
  /** Ms between two pictures at least; 0: as many as the screen has. */
  setPace(leastMs: number): void
  stop(): void
}

/** `draw` answers whether anything is still under way. */
export function createFrameLoop(display: DisplayTime, draw: (at: number) => boolean): FrameLoop {
  let cancel: (() => void) | undefined
  let leastMs = 0
  let drawnAt = Number.NEGATIVE_INFINITY

  const run = (at: number): void => {
    cancel = undefined
    drawnAt = at
    if (draw(at)) wake()
  }
  const ask = (): void => {
    cancel = display.nextFrame(run)
  }
  const wake = (): void => {
    if (cancel !== undefined) return
    const early = drawnAt + leastMs - display.now()
    if (early > 0 && leastMs > 0) cancel = display.setTimer(early, ask)
    else ask()
  }
  return {
    wake,
    setPace: (ms) => {
      leastMs = ms
    },
    stop: () => {
      cancel?.()
      cancel = undefined
    },
  }
}
