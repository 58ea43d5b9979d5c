/** For how long a status may hold, as choices in words. Pure; the present is an argument. */
import { describeUntil, type UntilFormat } from './describeUntil.ts'
import { capitalize } from './graphemes.ts'
import { intlCache } from './intlCache.ts'
import { startOfZonedDay, zonedDay } from './zonedDay.ts'

/**
 * A number is a span in ms; `never`: until it is changed; `today`: to the end of the day in the reader's zone; `hours`:
 * to one of the full hours that come next, today.
 */
export type StatusExpiry = number | 'never' | 'today' | 'hours'

/** What a list offers by default: no end, half an hour, an hour, the next full hours, the day. */
export const STATUS_EXPIRIES: readonly StatusExpiry[] = ['never', 1_800_000, 3_600_000, 'hours', 'today']

export interface StatusExpiryOption {
  /** For `statusExpiresAt`. */
  readonly id: string
  readonly label: string
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** How many full hours are offered: as far as meetings go. */
const HOURS = 4
const SPAN = 'in:'
const INSTANT = 'at:'
const NEVER = 'never'
const TODAY = 'today'

/** The id of an instant among the options; of none: of no end. */
export function expiryId(expiresAt: number | undefined): string {
  return expiresAt === undefined ? NEVER : `${INSTANT}${expiresAt}`
}

/** The instant that an option means, now; `undefined`: no end. */
export function statusExpiresAt(id: string, now: number, timeZone: string): number | undefined {
  if (id === TODAY) return endOfDay(now, timeZone)
  if (id.startsWith(SPAN)) return now + Number(id.slice(SPAN.length))
  return id.startsWith(INSTANT) ? Number(id.slice(INSTANT.length)) : undefined
}

export interface StatusExpiryOptions {
  readonly options: readonly StatusExpiryOption[]
  /** The next instant at which one of them reads otherwise. */
  readonly nextChangeAt: number
}

/** The choices, with the present end among them: a list that did not have it would change it in passing. */
export function statusExpiryOptions(
  { expiries, present }: { readonly expiries: readonly StatusExpiry[]; readonly present: number | undefined },
  format: UntilFormat,
): StatusExpiryOptions {
  const { now } = format
  const offered = expiries.flatMap((expiry) => optionsOf(expiry, format))
  const id = expiryId(present)
  const isMissing = present !== undefined && offered.every((option) => option.id !== id)
  return {
    options: isMissing ? [atOption(present, format), ...offered] : offered,
    nextChangeAt: (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS,
  }
}

function optionsOf(expiry: StatusExpiry, format: UntilFormat): readonly StatusExpiryOption[] {
  const { now, locale, timeZone, strings } = format
  switch (expiry) {
    case 'never':
      return [{ id: NEVER, label: strings.dontClear }]
    case 'today':
      return [{ id: TODAY, label: capitalize(intlCache.relativeTime(locale).format(0, 'day'), locale) }]
    case 'hours':
      return fullHours(now, timeZone).map((at) => atOption(at, format))
    default: {
      const { text } = describeUntil(now + expiry, format)
      return [{ id: `${SPAN}${expiry}`, label: `${spanWords(expiry, locale)} · ${text}` }]
    }
  }
}

function atOption(at: number, format: UntilFormat): StatusExpiryOption {
  return { id: expiryId(at), label: capitalize(describeUntil(at, format).text, format.locale) }
}

/** "30 minutes", "1 hour". */
function spanWords(spanMs: number, locale: string): string {
  const isHours = spanMs % HOUR_MS === 0
  const unit = isHours ? 'hour' : 'minute'
  return intlCache.span(locale, unit).format(spanMs / (isHours ? HOUR_MS : MINUTE_MS))
}

function endOfDay(now: number, timeZone: string): number {
  return startOfZonedDay(zonedDay(now, timeZone).day + 1, now, timeZone)
}

/** The next full hours by the reader's clock, which need not be full hours of UTC, up to the end of the day. */
function fullHours(now: number, timeZone: string): readonly number[] {
  const minute = Number(intlCache.dateTime('minute', { locale: 'en', timeZone }).format(now))
  const first = Math.floor(now / MINUTE_MS) * MINUTE_MS + (60 - minute) * MINUTE_MS
  const end = endOfDay(now, timeZone)
  return Array.from({ length: HOURS }, (_, index) => first + index * HOUR_MS).filter((at) => at < end)
}
