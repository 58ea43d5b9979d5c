/**
 * "Last seen": the words for an instant, seen from now. A pure function, so that one timer set to `nextChangeAt`
 * is all that a page needs to keep every such text true.
 */
import type { ApproximateLastSeen, Strings } from '../strings/strings.ts'
import { approximateLastSeen } from './approximateLastSeen.ts'
import { capitalize } from './graphemes.ts'
import { instantOf } from './instantOf.ts'
import { intlCache, type TimeFormat } from './intlCache.ts'
import { firstDayOfYear, startOfZonedDay, zonedDay } from './zonedDay.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** A clock that runs up to this much ahead of ours is skew, not a stay in the future. */
const SKEW_MS = 60_000
/** Across midnight, hours are told up to here. */
const HOURS_ACROSS_MIDNIGHT_MS = 6 * HOUR_MS
const DAYS_WITH_WEEKDAY = 6

export type LastSeenBucket =
  | 'just-now'
  | 'minutes'
  | 'hours'
  | 'yesterday'
  | 'weekday'
  | 'date'
  | 'date-year'
  | 'approximate'
  | 'never'

/** Epoch ms, a Date, anything Date can read, a bucket that the server sent instead of an instant, or nothing. */
export type LastSeenValue = number | Date | string | { readonly bucket: ApproximateLastSeen } | null | undefined

export interface LastSeenFormat extends TimeFormat {
  /** Epoch ms, by the clock that made the value. */
  readonly now: number
  readonly strings: Strings
  /** `inline` for the middle of a sentence, `standalone` begins with a capital, `sentence` is "Last seen …". Default `inline`. */
  readonly form?: 'inline' | 'standalone' | 'sentence' | undefined
  /** `absolute` names the instant and never changes. Default `auto`. */
  readonly variant?: 'auto' | 'absolute' | undefined
  /** `approximate` tells only a bucket, and neither title nor instant. Default `exact`. */
  readonly precision?: 'exact' | 'approximate' | undefined
}

export interface FormattedLastSeen {
  readonly text: string
  readonly bucket: LastSeenBucket
  /** The instant in full, with its zone; absent where only a bucket is known. */
  readonly title?: string
  /** ISO 8601 in UTC, for `<time>`. */
  readonly dateTime?: string
  /** The next instant at which the text changes; until then it is constant. `null`: never. */
  readonly nextChangeAt: number | null
  /** The instant lies in the future by more than skew explains. */
  readonly isSkewed: boolean
}

interface Wording {
  readonly text: string
  readonly bucket: LastSeenBucket
  readonly nextChangeAt: number | null
}

/** @throws RangeError for a locale or a zone that Intl does not know */
export function formatLastSeen(value: LastSeenValue, format: LastSeenFormat): FormattedLastSeen {
  const { strings, now } = format
  if (isBucket(value)) {
    const text = inForm(strings.approximate[value.bucket], format)
    return { text, bucket: 'approximate', nextChangeAt: null, isSkewed: false }
  }
  const at = instantOf(value)
  if (at === undefined) return { text: strings.never, bucket: 'never', nextChangeAt: null, isSkewed: false }
  if (format.precision === 'approximate') {
    const { bucket, nextChangeAt } = approximateLastSeen(at, now)
    const text = inForm(strings.approximate[bucket], format)
    return { text, bucket: 'approximate', nextChangeAt, isSkewed: false }
  }
  const isSkewed = at - now > SKEW_MS
  const wording = format.variant === 'absolute' ? inFull(at, null, format) : word(at, isSkewed, format)
  return {
    ...wording,
    text: inForm(wording.text, format),
    title: intlCache.dateTime('full', format).format(at),
    dateTime: new Date(at).toISOString(),
    isSkewed,
  }
}

/** The table of display rules, first match wins. Spans are floored, never rounded: 119 s are one minute. */
function word(at: number, isSkewed: boolean, format: LastSeenFormat): Wording {
  const { now, locale, timeZone, strings } = format
  const span = now - at
  if (isSkewed) return inFull(at, at - SKEW_MS, format)
  if (span < MINUTE_MS) return { text: strings.justNow, bucket: 'just-now', nextChangeAt: at + MINUTE_MS }
  if (span < HOUR_MS) {
    const minutes = Math.floor(span / MINUTE_MS)
    const text = intlCache.relativeTime(locale).format(-minutes, 'minute')
    return { text, bucket: 'minutes', nextChangeAt: at + (minutes + 1) * MINUTE_MS }
  }
  const dayNow = zonedDay(now, timeZone)
  const dayThen = zonedDay(at, timeZone)
  if (dayNow.day === dayThen.day || span < HOURS_ACROSS_MIDNIGHT_MS) {
    const hours = Math.floor(span / HOUR_MS)
    const text = intlCache.relativeTime(locale).format(-hours, 'hour')
    return { text, bucket: 'hours', nextChangeAt: endOfHour(at, hours, format) }
  }
  return inDays(at, { dayNow, dayThen }, format)
}

function inDays(
  at: number,
  { dayNow, dayThen }: { readonly dayNow: ReturnType<typeof zonedDay>; readonly dayThen: ReturnType<typeof zonedDay> },
  format: LastSeenFormat,
): Wording {
  const { now, locale, timeZone, strings } = format
  const days = dayNow.day - dayThen.day
  const write = (style: 'time' | 'weekday' | 'monthDay' | 'date'): string =>
    intlCache.dateTime(style, format).format(at)
  if (days === 1) {
    const day = intlCache.relativeTime(locale).format(-1, 'day')
    const nextChangeAt = startOfZonedDay(dayThen.day + 2, now, timeZone)
    return { text: strings.yesterdayAt({ day, time: write('time') }), bucket: 'yesterday', nextChangeAt }
  }
  if (days <= DAYS_WITH_WEEKDAY) {
    const nextChangeAt = startOfZonedDay(dayThen.day + DAYS_WITH_WEEKDAY + 1, now, timeZone)
    return { text: write('weekday'), bucket: 'weekday', nextChangeAt }
  }
  if (dayThen.year === dayNow.year) {
    const nextChangeAt = startOfZonedDay(firstDayOfYear(dayNow.year + 1), now, timeZone)
    return { text: write('monthDay'), bucket: 'date', nextChangeAt }
  }
  return { text: write('date'), bucket: 'date-year', nextChangeAt: null }
}

/** The next whole hour, unless midnight ends the telling of hours before it. */
function endOfHour(at: number, hours: number, { now, timeZone }: LastSeenFormat): number {
  const nextHour = at + (hours + 1) * HOUR_MS
  const dayThen = zonedDay(at, timeZone).day
  if (zonedDay(now, timeZone).day !== dayThen || nextHour - at <= HOURS_ACROSS_MIDNIGHT_MS) return nextHour
  return Math.min(nextHour, Math.max(startOfZonedDay(dayThen + 1, now, timeZone), at + HOURS_ACROSS_MIDNIGHT_MS))
}

function inFull(at: number, nextChangeAt: number | null, format: LastSeenFormat): Wording {
  return { text: intlCache.dateTime('dateTime', format).format(at), bucket: 'date-year', nextChangeAt }
}

function inForm(when: string, { form = 'inline', strings, locale }: LastSeenFormat): string {
  if (form === 'sentence') return strings.lastSeen({ when })
  return form === 'standalone' ? capitalize(when, locale) : when
}

function isBucket(value: LastSeenValue): value is { readonly bucket: ApproximateLastSeen } {
  return typeof value === 'object' && value !== null && 'bucket' in value
}
