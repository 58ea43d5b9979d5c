/** How often one user may call (PROTOCOL.md, chapter 7). Time is handed in; nothing is kept of who has been quiet. */
import type { Clock } from '@rollcall/protocol'

export interface RequestRateOptions {
  readonly clock: Pick<Clock, 'now'>
  readonly perSecond: number
  readonly burst: number
}

/** Ms until this user may call again; 0 = now, and the call is counted. */
export type RequestRate = (userId: string) => number

/** Users who have been quiet are forgotten this often (T18). */
const SWEEP_MS = 60_000

/**
 * One number a user: the instant at which their allowance is whole again (the "generic cell rate algorithm").
 * A call moves it on by one interval; it may lie at most `burst` intervals ahead.
 */
export function createRequestRate({ clock, perSecond, burst }: RequestRateOptions): RequestRate {
  const intervalMs = 1_000 / perSecond
  const wholeAt = new Map<string, number>()
  let sweptAt = clock.now()
  const sweep = (now: number): void => {
    if (now - sweptAt < SWEEP_MS) return
    sweptAt = now
    for (const [userId, at] of wholeAt) if (at <= now) wholeAt.delete(userId)
  }
  return (userId) => {
    const now = clock.now()
    sweep(now)
    const next = Math.max(wholeAt.get(userId) ?? now, now) + intervalMs
    const waitMs = next - now - burst * intervalMs
    // Rounding must not refuse the last call of a burst.
    if (waitMs > 1e-6) return waitMs
    wholeAt.set(userId, next)
    return 0
  }
}
