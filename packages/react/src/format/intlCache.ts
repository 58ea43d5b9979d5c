/** Building a formatter costs 15–70 µs, using one 2 µs: so each is built once per locale and options. */

export interface TimeFormat {
  /** BCP 47. */
  readonly locale: string
  /** IANA. */
  readonly timeZone: string
  /** Default: the locale's own. */
  readonly hourCycle?: 'h12' | 'h23' | undefined
}

/** The few ways in which the components write an instant. */
export type DateStyle =
  | 'dayKey'
  | 'time'
  | 'weekday'
  | 'weekdayShort'
  | 'weekdayOnly'
  | 'monthDay'
  | 'date'
  | 'dateTime'
  | 'full'
  | 'fullDay'
  | 'minute'

const TIME = { hour: 'numeric', minute: '2-digit' } as const

const OPTIONS: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  // Gregorian and Latin digits whatever the reader's locale: this one is computed with, not shown.
  dayKey: { year: 'numeric', month: '2-digit', day: '2-digit' },
  time: TIME,
  weekday: { weekday: 'long', ...TIME },
  weekdayShort: { weekday: 'short', ...TIME },
  weekdayOnly: { weekday: 'long' },
  monthDay: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', ...TIME },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...TIME, timeZoneName: 'short' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  // Computed with, as `dayKey` is.
  minute: { minute: 'numeric' },
}

export interface IntlCache {
  /** @throws RangeError for a locale or a zone that Intl does not know */
  dateTime(style: DateStyle, format: TimeFormat): Intl.DateTimeFormat
  /** `short`: "5 min. ago". Never `narrow`, which some languages write as a difference: "-5 min". */
  relativeTime(locale: string, style?: 'long' | 'short'): Intl.RelativeTimeFormat
  /** "1 week ago" where the other says "last week". */
  countedTime(locale: string): Intl.RelativeTimeFormat
  list(locale: string): Intl.ListFormat
  /** "30 minutes". */
  span(locale: string, unit: 'minute' | 'hour'): Intl.NumberFormat
}

function memoize<A extends readonly unknown[], T>(key: (...args: A) => string, make: (...args: A) => T) {
  const made = new Map<string, T>()
  return (...args: A): T => {
    const id = key(...args)
    const known = made.get(id)
    if (known !== undefined) return known
    const fresh = make(...args)
    made.set(id, fresh)
    return fresh
  }
}

/** A memo without an end: it holds one formatter per locale, zone and style ever asked for, which an app bounds. */
function createIntlCache(): IntlCache {
  const one = (locale: string): string => locale
  return {
    dateTime: memoize(
      (style, { locale, timeZone, hourCycle }) => `${style}|${locale}|${timeZone}|${hourCycle ?? ''}`,
      (style, { locale, timeZone, hourCycle }) =>
        new Intl.DateTimeFormat(style === 'dayKey' ? 'en-CA' : locale, {
          ...OPTIONS[style],
          timeZone,
          // Without an hour to write, Intl refuses the cycle in some engines.
          ...(hourCycle !== undefined && OPTIONS[style].hour !== undefined ? { hourCycle } : {}),
        }),
    ),
    relativeTime: memoize(
      (locale, style = 'long') => `${style}|${locale}`,
      (locale, style = 'long') => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style }),
    ),
    countedTime: memoize(one, (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' })),
    list: memoize(one, (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })),
    span: memoize(
      (locale, unit) => `${unit}|${locale}`,
      (locale, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
    ),
  }
}

/** The page's one memo; pure, so that it may stand at module level. */
export const intlCache: IntlCache = createIntlCache()
