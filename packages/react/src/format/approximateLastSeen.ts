import type { ApproximateLastSeen } from '../strings/strings.ts'

const DAY_MS = 86_400_000
const STEPS: readonly (readonly [ApproximateLastSeen, number])[] = [
  ['recently', 3 * DAY_MS],
  ['within-week', 7 * DAY_MS],
  ['within-month', 30 * DAY_MS],
]

/** How long ago, roughly: for people who keep the exact instant to themselves. Spans, not calendar days: a zone would tell too much. */
export function approximateLastSeen(
  at: number,
  now: number,
): { readonly bucket: ApproximateLastSeen; readonly nextChangeAt: number | null } {
  for (const [bucket, until] of STEPS) if (now - at < until) return { bucket, nextChangeAt: at + until }
  return { bucket: 'long-ago', nextChangeAt: null }
}
