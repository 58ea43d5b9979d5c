/** What one connection, or one user over all of theirs, may do in a second (T13). */
import type { ServerLimits } from '../hub/serverLimits.ts'
import { createTokenBucket, takeToken, type RateLimit, type TokenBucket } from './rateLimit.ts'

export type RateKind = 'frame' | 'status' | 'room' | 'follow' | 'ping'

export interface RateAccount {
  /** Takes one of this kind: 0, or how many ms to wait for it. */
  take(kind: RateKind): number
}

export interface RateAccountOptions {
  readonly limits: ServerLimits
  readonly now: () => number
  /** How many times what one connection may. Default 1. */
  readonly factor?: number
}

function rateOf(kind: RateKind, limits: ServerLimits): RateLimit {
  switch (kind) {
    case 'frame':
      return { perSecond: limits.framesPerSecond, burst: limits.frameBurst }
    case 'status':
      return { perSecond: limits.statusUpdatesPerSecond, burst: limits.statusUpdateBurst }
    case 'room':
      return { perSecond: limits.roomUpdatesPerSecond, burst: limits.roomUpdateBurst }
    case 'follow':
      return { perSecond: limits.followChangesPerSecond, burst: limits.followChangeBurst }
    case 'ping':
      return { perSecond: limits.pingsPerSecond, burst: limits.pingBurst }
  }
}

/** Buckets are made when first needed: most connections never follow, and few move pointers. */
export function createRateAccount({ limits, now, factor = 1 }: RateAccountOptions): RateAccount {
  const buckets = new Map<RateKind, TokenBucket>()
  const bucketOf = (kind: RateKind): TokenBucket => {
    const known = buckets.get(kind)
    if (known !== undefined) return known
    const { perSecond, burst } = rateOf(kind, limits)
    const created = createTokenBucket({ perSecond: perSecond * factor, burst: burst * factor }, now())
    buckets.set(kind, created)
    return created
  }
  return { take: (kind) => takeToken(bucketOf(kind), now()) }
}
