/** Several rounds of the same measurement, as the middle and the ends: on a shared machine one number says nothing. */

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/**
 * Middle and ends of `values`.
 * @throws RangeError where there are none
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((left, right) => left - right)
  const [min, max] = [sorted.at(0), sorted.at(-1)]
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (min === undefined || max === undefined || lower === undefined || upper === undefined)
    throw new RangeError('unable to summarise a measurement; there were no rounds')
  return { median: (lower + upper) / 2, min, max }
}

/** The value that `fraction` of `values` do not exceed; 0 where there are none. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * fraction) - 1))] ?? 0
}

const short = (value: number): string => {
  const magnitude = Math.abs(value)
  if (magnitude >= 1_000) return Math.round(value).toLocaleString('en')
  return value.toFixed(magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2)
}

/** `median [min..max]`. */
export function formatSpread({ median, min, max }: Spread): string {
  return `${short(median)} [${short(min)}..${short(max)}]`
}

/** One number as the tables write it. */
export function formatNumber(value: number): string {
  return short(value)
}
