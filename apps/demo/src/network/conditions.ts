/** How bad a line is, and the names that the panel and the address have for it. */

export interface NetworkConditions {
  /** There and back. */
  readonly latencyMs: number
  /** At most so much more, each message by chance. */
  readonly jitterMs: number
  /** So many of a hundred messages get lost on the way and have to be sent again. */
  readonly lossPercent: number
}

export type NetworkPreset = 'good' | 'slow' | 'flaky' | 'offline'

const NETWORK_PRESETS: readonly NetworkPreset[] = ['good', 'slow', 'flaky', 'offline']

/** The line as it is. */
const GOOD_LINE: NetworkConditions = { latencyMs: 0, jitterMs: 0, lossPercent: 0 }

const CONDITIONS: Readonly<Record<NetworkPreset, NetworkConditions>> = {
  good: GOOD_LINE,
  slow: { latencyMs: 600, jitterMs: 200, lossPercent: 0 },
  flaky: { latencyMs: 200, jitterMs: 600, lossPercent: 20 },
  offline: GOOD_LINE,
}

/** What a preset sets; `offline` leaves the line as good as it was, for when it is back. */
export function conditionsOf(preset: NetworkPreset): NetworkConditions {
  return CONDITIONS[preset]
}

/** Which preset a line that is not cut is like; `custom`: like none. */
export function presetOf(line: NetworkConditions): NetworkPreset | 'custom' {
  const isLike = ({ latencyMs, jitterMs, lossPercent }: NetworkConditions) =>
    latencyMs === line.latencyMs && jitterMs === line.jitterMs && lossPercent === line.lossPercent
  return NETWORK_PRESETS.find((preset) => isLike(CONDITIONS[preset])) ?? 'custom'
}

export function isNetworkPreset(word: string | null): word is NetworkPreset {
  return NETWORK_PRESETS.some((preset) => preset === word)
}

/** TCP waits at least this long before it sends again. */
const RESEND_AFTER_MS = 200

/**
 * How long one message is on its way, in one direction. A lost one is sent again and again until it comes, each time
 * after a wait: a stream drops nothing, it stalls.
 *
 * @param chance uniform in [0, 1)
 */
export function travelMs({ latencyMs, jitterMs, lossPercent }: NetworkConditions, chance: () => number): number {
  let ms = latencyMs / 2 + (jitterMs === 0 ? 0 : jitterMs * chance())
  // Bounded: with every message lost it would never end.
  for (let losses = 0; losses < 8 && chance() * 100 < lossPercent; losses += 1) {
    ms += Math.max(RESEND_AFTER_MS, latencyMs * 2)
  }
  return ms
}
