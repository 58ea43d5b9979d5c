/** When a status ends, in words. Pure; the present is an argument. */
import type { Strings } from '../strings/strings.ts'
import { intlCache, type TimeFormat } from './intlCache.ts'
import { startOfZonedDay, zonedDay } from './zonedDay.ts'

export interface UntilFormat extends TimeFormat {
  /** Epoch ms, by the clock that made the instant. */
  readonly now: number
  readonly strings: Strings
}

export interface UntilWords {
  /** "until 16:00"; of another day "until Friday 16:00", a week ahead "until 6 May 2026 16:00". */
  readonly text: string
  /** The next instant at which the text changes. `null`: never. */
  readonly nextChangeAt: number | null
}

const WEEK_DAYS = 7

/** Midnight at the end of today is of today: "until 0:00". */
export function describeUntil(at: number, format: UntilFormat): UntilWords {
  const { now, strings, timeZone } = format
  const last = zonedDay(at - 1, timeZone).day
  const ahead = last - zonedDay(now, timeZone).day
  const time = intlCache.dateTime('time', format).format(at)
  if (ahead <= 0) return { text: strings.until({ time }), nextChangeAt: null }
  const isNear = ahead < WEEK_DAYS
  const day = intlCache.dateTime(isNear ? 'weekdayOnly' : 'date', format).format(at - 1)
  const changesOn = isNear ? last : last - WEEK_DAYS + 1
  return { text: strings.until({ time, day }), nextChangeAt: startOfZonedDay(changesOn, now, timeZone) }
}
