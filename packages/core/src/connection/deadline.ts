import type { Clock } from '@rollcall/protocol'

/** One timer at a time that knows when it is late. */
export interface Deadline {
  /** Takes the place of an earlier wait. */
  wait(ms: number): void
  stop(): void
}

/** `passed` is told how much too late it is called: a device that slept is late by the length of its sleep. */
export function createDeadline(clock: Clock, passed: (lateMs: number) => void): Deadline {
  let cancel = (): void => {}
  return {
    wait: (ms) => {
      cancel()
      const dueAt = clock.now() + ms
      const dueWall = clock.wall() + ms
      // The monotonic clock of some systems stands still in sleep; the wall clock may only cry wolf, which costs a ping.
      cancel = clock.setTimer(ms, () => passed(Math.max(clock.now() - dueAt, clock.wall() - dueWall)))
    },
    stop: () => cancel(),
  }
}
