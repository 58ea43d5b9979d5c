/** How long to wait before the next attempt; pure. */

/** The ceiling doubles from here … (reliability T17) */
const FIRST_CEILING_MS = 500
/** … up to here. */
const MAX_CEILING_MS = 30_000
/** What a server may order at most: a slip of its pen must not silence a client for days. */
const MAX_ORDERED_MS = 600_000

/** The longest wait after `attempts` attempts that did not last, ms. Never falls with `attempts`. */
export function backoffCeiling(attempts: number): number {
  return Math.min(MAX_CEILING_MS, FIRST_CEILING_MS * 2 ** Math.min(attempts, 30))
}

/**
 * Full jitter: uniform in [0, ceiling), so that clients that were cut off together do not come
 * back together. Where the server named a time (`retry=` of a close, `retryAfterMs`), never before
 * it, and spread over as much again.
 * @param chance uniform in [0, 1)
 */
export function backoffDelay(attempts: number, chance: number, orderedMs?: number): number {
  if (orderedMs === undefined) return chance * backoffCeiling(attempts)
  const least = Math.min(Math.max(0, orderedMs), MAX_ORDERED_MS)
  return least + chance * Math.max(least, backoffCeiling(attempts))
}
