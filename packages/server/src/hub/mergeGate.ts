/**
 * Leading edge at once, then the last value at the window's end; a trailing send opens a new
 * window (INV-24–27). What is sent is the flush's business, and it sends nothing for no change.
 */
import type { Clock } from '@rollcall/protocol'

export interface MergeRequest {
  /** How long after a send further changes wait. */
  readonly windowMs: number
  /** Do not send earlier than this: the sender is over its rate. Default 0. */
  readonly delayMs?: number
  /** Do not wait for the window's end: statuses are never delayed. */
  readonly urgent?: boolean
}

export interface MergeGate {
  changed(request: MergeRequest): void
  /** What was waiting has been sent by other means, or need not be any more. The next change goes out at once. */
  reset(): void
}

/** `flush` sends the newest value and says whether there was anything to send. */
export function createMergeGate(clock: Clock, flush: () => boolean): MergeGate {
  let quietUntil = Number.NEGATIVE_INFINITY
  let waiting: { readonly dueAt: number; readonly cancel: () => void } | undefined

  const run = (windowMs: number): void => {
    waiting?.cancel()
    waiting = undefined
    if (flush()) quietUntil = clock.now() + windowMs
  }
  return {
    changed: ({ windowMs, delayMs = 0, urgent = false }) => {
      const now = clock.now()
      const dueAt = Math.max(now + delayMs, urgent ? now : quietUntil)
      if (dueAt <= now) return run(windowMs)
      if (waiting !== undefined && waiting.dueAt <= dueAt) return
      waiting?.cancel()
      waiting = { dueAt, cancel: clock.setTimer(dueAt - now, () => run(windowMs)) }
    },
    reset: () => {
      waiting?.cancel()
      waiting = undefined
      quietUntil = Number.NEGATIVE_INFINITY
    },
  }
}
