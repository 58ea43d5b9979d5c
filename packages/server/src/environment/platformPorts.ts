/** Time and chance as browsers and Node both have them; for a server that runs in a page or in a worker. */
import type { Clock, Random } from '@rollcall/protocol'

/** Timers of the platform overflow beyond this, and run at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

function setLongTimer(delayMs: number, task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = (leftMs: number): void => {
    const stepMs = Math.min(leftMs, LONGEST_TIMER_MS)
    timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : task()), stepMs)
  }
  wait(Math.max(0, delayMs))
  return () => clearTimeout(timer)
}

export const platformClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  setTimer: setLongTimer,
  defer: (task) => setLongTimer(0, task),
}

export const platformRandom: Random = {
  fraction: () => Math.random(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}
