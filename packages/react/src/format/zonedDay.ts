/** Calendar days in a time zone, by Intl alone: no time-zone library. */
import { type IntlCache, intlCache } from './intlCache.ts'

const DAY_MS = 86_400_000

/** The calendar date of an instant in a zone. */
export interface ZonedDay {
  /** Whole days since 1 January 1970; the next calendar day is one more, however long it lasts. */
  readonly day: number
  readonly year: number
}

/** @throws RangeError for a zone that Intl does not know, and for an instant beyond what Date can hold */
export function zonedDay(at: number, timeZone: string, intl: IntlCache = intlCache): ZonedDay {
  const [year = 0, month = 1, date = 1] = intl
    .dateTime('dayKey', { locale: 'en-CA', timeZone })
    .format(at)
    .split('-')
    .map(Number)
  return { day: Date.UTC(year, month - 1, date) / DAY_MS, year }
}

/**
 * The first instant after `after` whose calendar day is `day` or later, by bisection: some 30 looks at the clock of the zone.
 * `day` lies after the day of `after`. Exact where days follow each other, which excludes only the minute after
 * midnight that some zones lived twice before 2012.
 */
export function startOfZonedDay(day: number, after: number, timeZone: string): number {
  let before = after
  // Two more days than the calendar says: a zone may skip one, and an hour comes or goes with the seasons.
  let reached = after + (day - zonedDay(after, timeZone).day + 2) * DAY_MS
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2)
    if (zonedDay(middle, timeZone).day >= day) reached = middle
    else before = middle
  }
  return reached
}

/** The number of 1 January of a year, as `ZonedDay.day` counts. */
export function firstDayOfYear(year: number): number {
  return Date.UTC(year, 0, 1) / DAY_MS
}
