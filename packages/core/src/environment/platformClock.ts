/** The platform's time. The only place of the core where it is read. */
import type { Clock } from '@rollcall/protocol'
import { createMacrotask } from './macrotask.ts'

/** Timers of the platform overflow beyond this, and run at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

function setLongTimer(delayMs: number, task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = (leftMs: number): void => {
    timer =
      leftMs > LONGEST_TIMER_MS
        ? setTimeout(() => wait(leftMs - LONGEST_TIMER_MS), LONGEST_TIMER_MS)
        : setTimeout(task, leftMs)
  }
  wait(Math.max(0, delayMs))
  return () => clearTimeout(timer)
}

/** Time as browsers and Node have it. A waiting timer keeps Node alive, a deferred task only until it has run. */
export function createPlatformClock(): Clock {
  return {
    now: () => performance.now(),
    wall: () => Date.now(),
    setTimer: setLongTimer,
    defer: createMacrotask(),
  }
}
