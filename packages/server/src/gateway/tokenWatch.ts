/** Follows a token to its end: a warning before, a grace after (T5). */
import type { Clock } from '@rollcall/protocol'
import type { ServerTimes } from '../hub/serverLimits.ts'

export interface TokenWatchOptions {
  readonly clock: Clock
  readonly times: ServerTimes
  /** Epoch ms; absent = never. */
  readonly expiresAt: number | undefined
  readonly warn: () => void
  readonly expire: () => void
}

/** Starts watching and returns its cancellation. */
export function watchToken({ clock, times, expiresAt, warn, expire }: TokenWatchOptions): () => void {
  if (expiresAt === undefined || !Number.isFinite(expiresAt)) return () => {}
  const remainingMs = expiresAt - clock.wall()
  const cancelWarning = clock.setTimer(Math.max(0, remainingMs - times.tokenWarningMs), warn)
  const cancelEnd = clock.setTimer(Math.max(0, remainingMs + times.tokenGraceMs), expire)
  return () => {
    cancelWarning()
    cancelEnd()
  }
}
