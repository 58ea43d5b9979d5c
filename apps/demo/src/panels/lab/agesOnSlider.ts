/** A slider from "now" to two years: each step is the same share longer than the one before. */

export const LAB_STEPS = 240
const LONGEST_MS = 2 * 365 * 86_400_000
const SHORTEST_MS = 1000

/** 0 at the first step; whole seconds. */
export function ageAt(step: number): number {
  if (step <= 0) return 0
  const share = (step - 1) / (LAB_STEPS - 1)
  const ms = SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** share
  return Math.round(ms / 1000) * 1000
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** `90 seconds`, `3.5 days`: how far the slider is, not what anybody would be told. */
export function sayAge(ms: number): string {
  const [unit, size] = UNITS.find(([, unitMs]) => ms >= 2 * unitMs) ?? ['second', 1000]
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: ms < 1e9 ? 1 : 0 } as const
  return new Intl.NumberFormat('en', format).format(ms / size)
}
