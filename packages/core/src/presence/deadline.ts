/** One timer for many deadlines: deadlines are numbers, a sweep finds what is due and when to look again. */
import type { Clock } from '@rollcall/protocol'

export interface Deadline {
  /** Something is due at `at`, on our monotonic clock. */
  expectAt(at: number): void
  stop(): void
}

export interface DeadlineOptions {
  readonly clock: Clock
  /** Removes what is due and returns the next deadline, if any. `lateMs`: by how much the timer overslept. */
  sweep(now: number, lateMs: number): number | undefined
}

/** Makes one that expects nothing. */
export function createDeadline({ clock, sweep }: DeadlineOptions): Deadline {
  let dueAt = Number.POSITIVE_INFINITY
  let cancel: (() => void) | undefined
  const stop = (): void => {
    cancel?.()
    cancel = undefined
    dueAt = Number.POSITIVE_INFINITY
  }
  const expectAt = (at: number): void => {
    if (at >= dueAt) return
    stop()
    dueAt = at
    cancel = clock.setTimer(Math.max(0, at - clock.now()), () => {
      const lateMs = clock.now() - at
      stop()
      const next = sweep(clock.now(), lateMs)
      if (next !== undefined) expectAt(next)
    })
  }
  return { expectAt, stop }
}
