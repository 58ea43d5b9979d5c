import type { Timely } from '../useNow.ts'

export interface Downtime extends Timely {
  /** Epoch ms; `null`: not down, or not long enough to be said. */
  readonly since: number | null
}

export const NOT_DOWN: Downtime = { since: null, nextChangeAt: null }

/** Since when a link is down, told after `afterMs`. The time begins with the first reading. */
export function downSince(link: 'up' | 'down', afterMs: number): (now: number) => Downtime {
  if (link === 'up') return () => NOT_DOWN
  let began: number | undefined
  return (now) => {
    began ??= now
    const shownAt = began + afterMs
    return now < shownAt ? { since: null, nextChangeAt: shownAt } : { since: began, nextChangeAt: null }
  }
}
