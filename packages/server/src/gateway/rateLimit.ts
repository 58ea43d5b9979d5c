/** A token bucket, pure in time: it holds numbers, and the caller says what time it is. */
export interface RateLimit {
  readonly perSecond: number
  /** How many may come at once after a rest. */
  readonly burst: number
}

export interface TokenBucket {
  readonly limit: RateLimit
  tokens: number
  /** Monotonic ms of the last look. */
  at: number
}

/** A full bucket. */
export function createTokenBucket(limit: RateLimit, now: number): TokenBucket {
  return { limit, tokens: limit.burst, at: now }
}

/** Takes a token: 0, or in how many ms there will be one (nothing was taken then). */
export function takeToken(bucket: TokenBucket, now: number): number {
  const { perSecond, burst } = bucket.limit
  bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / 1000)
  bucket.at = now
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1
    return 0
  }
  return Math.ceil(((1 - bucket.tokens) * 1000) / perSecond)
}
