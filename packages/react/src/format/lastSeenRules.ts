/** The display rules of "last seen", first match wins. Spans are floored, never rounded: 119 s are one minute. */
import { intlCache } from './intlCache.ts'
import type { LastSeenFormat, LastSeenWording } from './lastSeenFormat.ts'
import { firstDayOfYear, startOfZonedDay, zonedDay } from './zonedDay.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Across midnight, hours are told up to here. */
const HOURS_ACROSS_MIDNIGHT_MS = 6 * HOUR_MS
const DAYS_WITH_WEEKDAY = 6
/** From so many days on a longer span is counted; calendar days, not 24 hours. */
const LONG_SPANS: readonly (readonly [unit: 'year' | 'month' | 'week', days: number])[] = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
]

/** A moment, minutes or hours; `undefined` where days have passed. */
export function spanWords(at: number, format: LastSeenFormat): LastSeenWording | undefined {
  const { now, timeZone, strings, precision } = format
  const span = now - at
  if (span < HOUR_MS && precision === 'hour') {
    return { text: relative(0, 'hour', format), bucket: 'hours', nextChangeAt: at + HOUR_MS }
  }
  if (span < MINUTE_MS) return { text: strings.justNow, bucket: 'just-now', nextChangeAt: at + MINUTE_MS }
  if (span < HOUR_MS) {
    const minutes = Math.floor(span / MINUTE_MS)
    const nextChangeAt = at + (minutes + 1) * MINUTE_MS
    return { text: relative(-minutes, 'minute', format), bucket: 'minutes', nextChangeAt }
  }
  const isSameDay = zonedDay(now, timeZone).day === zonedDay(at, timeZone).day
  if (!isSameDay && span >= HOURS_ACROSS_MIDNIGHT_MS) return undefined
  const hours = Math.floor(span / HOUR_MS)
  return { text: relative(-hours, 'hour', format), bucket: 'hours', nextChangeAt: endOfHour(at, hours, format) }
}

/** Yesterday, a weekday, a day of this year, a day; or days and more, counted. */
export function calendarWords(at: number, format: LastSeenFormat): LastSeenWording {
  const { timeZone, strings, now } = format
  const { days, dayThen } = passed(at, format)
  if (format.variant === 'relative') return longSpanWords(at, format)
  if (days === 1) {
    const nextChangeAt = startOfZonedDay(dayThen.day + 2, now, timeZone)
    const text = strings.yesterdayAt({ day: relative(-1, 'day', format), time: write('time', at, format) })
    return { text, bucket: 'yesterday', nextChangeAt }
  }
  if (days <= DAYS_WITH_WEEKDAY) {
    const nextChangeAt = startOfZonedDay(dayThen.day + DAYS_WITH_WEEKDAY + 1, now, timeZone)
    const text = write(format.variant === 'compact' ? 'weekdayShort' : 'weekday', at, format)
    return { text, bucket: 'weekday', nextChangeAt }
  }
  return dateWords(at, format)
}

/** The same without any time of the day: today, yesterday, a weekday, a date. */
export function dayWords(at: number, format: LastSeenFormat): LastSeenWording {
  const { timeZone, now } = format
  const { days, dayThen } = passed(at, format)
  if (days <= 1) {
    const text = relative(-Math.max(0, days), 'day', format)
    const nextChangeAt = startOfZonedDay(dayThen.day + Math.max(0, days) + 1, now, timeZone)
    return { text, bucket: days <= 0 ? 'hours' : 'yesterday', nextChangeAt }
  }
  if (format.variant === 'relative') return longSpanWords(at, format)
  if (days <= DAYS_WITH_WEEKDAY) {
    const nextChangeAt = startOfZonedDay(dayThen.day + DAYS_WITH_WEEKDAY + 1, now, timeZone)
    return { text: write('weekdayOnly', at, format), bucket: 'weekday', nextChangeAt }
  }
  return dateWords(at, format)
}

/** The instant itself; at `nextChangeAt` it is no longer of the future. */
export function inFull(at: number, nextChangeAt: number | null, format: LastSeenFormat): LastSeenWording {
  return {
    text: write(format.precision === 'day' ? 'date' : 'dateTime', at, format),
    bucket: 'date-year',
    nextChangeAt,
  }
}

function dateWords(at: number, format: LastSeenFormat): LastSeenWording {
  const { timeZone, now } = format
  const { dayThen, dayNow } = passed(at, format)
  if (dayThen.year !== dayNow.year) {
    return { text: write('date', at, format), bucket: 'date-year', nextChangeAt: null }
  }
  const nextChangeAt = startOfZonedDay(firstDayOfYear(dayNow.year + 1), now, timeZone)
  return { text: write('monthDay', at, format), bucket: 'date', nextChangeAt }
}

function longSpanWords(at: number, format: LastSeenFormat): LastSeenWording {
  const { timeZone, now, locale } = format
  const { days, dayThen, dayNow } = passed(at, format)
  const startOf = (day: number): number => startOfZonedDay(dayThen.day + day, now, timeZone)
  const bucket = days === 1 ? 'yesterday' : dayThen.year === dayNow.year ? 'date' : 'date-year'
  const index = LONG_SPANS.findIndex(([, length]) => days >= length)
  const long = LONG_SPANS[index]
  if (long === undefined) {
    return { text: relative(-days, 'day', format), bucket, nextChangeAt: startOf(days + 1) }
  }
  const [unit, length] = long
  const count = Math.floor(days / length)
  // Twelve months are told until it is a year, four weeks until it is a month.
  const ends = Math.min((count + 1) * length, LONG_SPANS[index - 1]?.[1] ?? Infinity)
  return { text: intlCache.countedTime(locale).format(-count, unit), bucket, nextChangeAt: startOf(ends) }
}

function passed(at: number, { now, timeZone }: LastSeenFormat) {
  const dayNow = zonedDay(now, timeZone)
  const dayThen = zonedDay(at, timeZone)
  return { dayNow, dayThen, days: dayNow.day - dayThen.day }
}

/** The next whole hour, unless midnight ends the telling of hours before it. */
function endOfHour(at: number, hours: number, { now, timeZone }: LastSeenFormat): number {
  const nextHour = at + (hours + 1) * HOUR_MS
  const dayThen = zonedDay(at, timeZone).day
  if (zonedDay(now, timeZone).day !== dayThen || nextHour - at <= HOURS_ACROSS_MIDNIGHT_MS) return nextHour
  return Math.min(nextHour, Math.max(startOfZonedDay(dayThen + 1, now, timeZone), at + HOURS_ACROSS_MIDNIGHT_MS))
}

function relative(value: number, unit: Intl.RelativeTimeFormatUnit, { locale, variant }: LastSeenFormat): string {
  return intlCache.relativeTime(locale, variant === 'compact' ? 'short' : 'long').format(value, unit)
}

function write(style: Parameters<typeof intlCache.dateTime>[0], at: number, format: LastSeenFormat): string {
  return intlCache.dateTime(style, format).format(at)
}
