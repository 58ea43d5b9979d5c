/** Time, chance and digests as Node has them. Everything else of the server takes them as arguments. */
import type { Clock, Random } from '@rollcall/protocol'
import { createHash, randomBytes } from 'node:crypto'

/** Node fires at once what is asked for later than this (2^31 - 1 ms), so longer timers go in steps. */
const LONGEST_TIMER_MS = 2_147_483_647

function setLongTimer(delayMs: number, task: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = (leftMs: number): void => {
    const stepMs = Math.min(leftMs, LONGEST_TIMER_MS)
    timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : task()), stepMs)
    // A server is kept alive by the port it listens on, not by the timers of those who left.
    timer.unref()
  }
  wait(delayMs)
  return () => clearTimeout(timer)
}

function defer(task: () => void): () => void {
  const immediate = setImmediate(task)
  return () => clearImmediate(immediate)
}

/** The clock of this process. Timers do not keep the process alive. */
export const nodeClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  setTimer: setLongTimer,
  defer,
}

/** Chance from the operating system. */
export const nodeRandom: Random = {
  fraction: () => Math.random(),
  bytes: (length) => randomBytes(length),
}

/** SHA-256 as base64url: resume tokens are kept as digests only (T7). */
export const nodeHash = (text: string): string => createHash('sha256').update(text).digest('base64url')
