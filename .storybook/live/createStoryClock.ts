/** The time that a story lives in: starts at one instant, whenever it is looked at, and runs as the toolbar says. */
import type { Environment } from '@rollcall/core'

type Clock = Environment['clock']

/** `frozen`: timers run, so that people still come and go, and no instant passes. `x60`: a minute a second. `next-day`: a day later, once. */
export type ClockMode = 'live' | 'frozen' | 'x60' | 'next-day'

export interface StoryClock extends Clock {
  set(mode: ClockMode): void
}

/** Saturday 21 November 2026, 16:30 in Berlin. */
export const STORY_NOW: number = Date.UTC(2026, 10, 21, 15, 30)

const DAY_MS = 86_400_000
/** How fast instants pass, and how fast what waits for them. */
const PACES: Readonly<Record<ClockMode, { readonly time: number; readonly timers: number }>> = {
  live: { time: 1, timers: 1 },
  frozen: { time: 0, timers: 1 },
  x60: { time: 60, timers: 60 },
  'next-day': { time: 1, timers: 1 },
}

interface Waiting {
  readonly task: () => void
  /** In the story's ms, as of when it was last armed. */
  leftMs: number
  armedAt: number
  cancel: () => void
}

/** `base` is the time outside of the story. */
export function createStoryClock(base: Clock, startsAt: number = STORY_NOW): StoryClock {
  const waiting = new Set<Waiting>()
  let pace = PACES.live
  let anchor = { outside: base.now(), inside: base.now() }
  const wallOffset = startsAt - anchor.inside

  const now = (): number => anchor.inside + (base.now() - anchor.outside) * pace.time
  const arm = (one: Waiting): void => {
    one.armedAt = base.now()
    one.cancel = base.setTimer(one.leftMs / pace.timers, () => {
      waiting.delete(one)
      one.task()
    })
  }
  return {
    now,
    wall: () => Math.floor(now() + wallOffset),
    defer: base.defer,
    setTimer: (delayMs, task) => {
      const one: Waiting = { task, leftMs: Math.max(0, delayMs), armedAt: 0, cancel: () => {} }
      waiting.add(one)
      arm(one)
      return () => {
        one.cancel()
        waiting.delete(one)
      }
    },
    set: (mode) => {
      anchor = { outside: base.now(), inside: now() + (mode === 'next-day' ? DAY_MS : 0) }
      for (const one of waiting) {
        one.cancel()
        one.leftMs = Math.max(0, one.leftMs - (base.now() - one.armedAt) * pace.timers)
      }
      pace = PACES[mode]
      for (const one of waiting) arm(one)
    },
  }
}
