/** Time as a screen has it: for what moves between two facts. */
import type { Clock } from '@rollcall/protocol'

export interface DisplayTime {
  /** Monotonic ms, the same that `nextFrame` tells. */
  now(): number
  /** Runs `task` once before the next picture is drawn, with the picture's time; returns its cancellation. A hidden page draws none. */
  nextFrame(task: (at: number) => void): () => void
  /** Runs `task` once after `delayMs`; returns its cancellation. */
  setTimer(delayMs: number, task: () => void): () => void
}

/** What an environment says of its screen; `requestFrame` is the browser's `requestAnimationFrame` with a cancellation. */
export interface DisplaySource {
  readonly clock: Pick<Clock, 'now' | 'setTimer'>
  readonly requestFrame?: (task: (at: number) => void) => () => void
}

/** A screen of 60 pictures a second, where there is none. */
const FRAME_MS = 1_000 / 60

/** Makes it; without a screen, pictures are due on the clock at multiples of a sixtieth of a second. */
export function createDisplayTime({ clock, requestFrame }: DisplaySource): DisplayTime {
  const onClock = (task: (at: number) => void): (() => void) => {
    // The next whole one; a multiple that rounding left a hair below itself counts as reached.
    const next = (Math.floor(clock.now() / FRAME_MS + 1e-6) + 1) * FRAME_MS
    return clock.setTimer(next - clock.now(), () => task(clock.now()))
  }
  return {
    now: () => clock.now(),
    nextFrame: requestFrame ?? onClock,
    setTimer: (delayMs, task) => clock.setTimer(delayMs, task),
  }
}
