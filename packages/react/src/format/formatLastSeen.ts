/**
 * "Last seen": the words for an instant, seen from now. A pure function, so that one timer set to `nextChangeAt`
 * is all that a page needs to keep every such text true.
 */
import { approximateLastSeen } from './approximateLastSeen.ts'
import { capitalize } from './graphemes.ts'
import { instantOf } from './instantOf.ts'
import { intlCache } from './intlCache.ts'
import type { FormattedLastSeen, LastSeenFormat, LastSeenHint, LastSeenValue } from './lastSeenFormat.ts'
import { calendarWords, dayWords, inFull, spanWords } from './lastSeenRules.ts'
import { startOfZonedDay, zonedDay } from './zonedDay.ts'

const HOUR_MS = 3_600_000
/** A clock that runs up to this much ahead of ours is skew, not a stay in the future. */
const SKEW_MS = 60_000

/** @throws RangeError for a locale or a zone that Intl does not know */
export function formatLastSeen(value: LastSeenValue, format: LastSeenFormat): FormattedLastSeen {
  const { strings, now, precision = 'minute', skewTolerance = SKEW_MS } = format
  if (isHint(value)) return fromHint(value, format)
  const instant = instantOf(value)
  if (instant === undefined) return { text: strings.never, bucket: 'never', nextChangeAt: null, isSkewed: false }
  if (precision === 'approximate') {
    const { bucket, nextChangeAt } = approximateLastSeen(instant, now)
    return { ...fromHint({ bucket }, format), nextChangeAt }
  }
  const at = coarse(instant, format)
  const isSkewed = instant - now > skewTolerance
  const wording = isSkewed
    ? inFull(at, instant - skewTolerance, format)
    : format.variant === 'absolute'
      ? inFull(at, null, format)
      : precision === 'day'
        ? dayWords(at, format)
        : (spanWords(at, format) ?? calendarWords(at, format))
  return {
    ...wording,
    text: inForm(wording.text, format),
    title: intlCache.dateTime(precision === 'day' ? 'fullDay' : 'full', format).format(at),
    dateTime: precision === 'day' ? intlCache.dateTime('dayKey', format).format(at) : new Date(at).toISOString(),
    isSkewed,
  }
}

/** What may be told of the instant: the rest is cut off before anything is written, so that nothing can leak. */
function coarse(at: number, { precision, timeZone }: LastSeenFormat): number {
  if (precision === 'hour') return Math.floor(at / HOUR_MS) * HOUR_MS
  if (precision !== 'day') return at
  return startOfZonedDay(zonedDay(at, timeZone).day, at, timeZone)
}

function fromHint({ bucket }: LastSeenHint, format: LastSeenFormat): FormattedLastSeen {
  const { strings } = format
  if (bucket === 'hidden') {
    return { text: strings.lastSeenHidden, bucket: 'never', nextChangeAt: null, isSkewed: false }
  }
  return {
    text: inForm(strings.approximate[bucket], format),
    bucket: 'approximate',
    nextChangeAt: null,
    isSkewed: false,
  }
}

function inForm(when: string, { form = 'inline', strings, locale }: LastSeenFormat): string {
  if (form === 'sentence') return strings.lastSeen({ when })
  return form === 'standalone' ? capitalize(when, locale) : when
}

function isHint(value: LastSeenValue): value is LastSeenHint {
  return typeof value === 'object' && value !== null && 'bucket' in value
}
