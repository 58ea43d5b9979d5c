import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { formatLastSeen } from './formatLastSeen.ts'

const DAY = 86_400_000
/** With summer time, without, off the hour, off the quarter's neighbours, half-hour summer time, across the date line. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Beirut',
]

const timeZone = fc.constantFrom(...ZONES)
const locale = fc.constantFrom('en-GB', 'en-US', 'de', 'ar-EG', 'ja')
const value = fc.oneof(
  fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2036, 0) }),
  // Around changes of the clocks, midnights and new years, where the rules are hard.
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 2, 29, 1),
        Date.UTC(2026, 9, 25, 1),
        Date.UTC(2026, 10, 1, 6),
        Date.UTC(2027, 0, 1),
      ),
      fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    )
    .map(([at, shift]) => at + shift),
)
const span = fc.oneof(
  fc.integer({ min: -3 * 60_000, max: 2 * 3_600_000 }),
  fc.integer({ min: 0, max: 9 * DAY }),
  fc.integer({ min: 0, max: 800 * DAY }),
)

test('INV LastSeen: the text is constant until nextChangeAt, and another one from then on', () => {
  fc.assert(
    fc.property(
      value,
      span,
      timeZone,
      locale,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (at, ago, zone, tongue, part) => {
        const now = at + ago
        const say = (when: number) => formatLastSeen(at, { now: when, timeZone: zone, locale: tongue, strings: en })
        const { text, nextChangeAt } = say(now)
        if (nextChangeAt === null) {
          expect(say(now + Math.floor(part * 900 * DAY)).text).toBe(text)
          return
        }
        expect(nextChangeAt).toBeGreaterThan(now)
        expect(say(nextChangeAt - 1).text).toBe(text)
        expect(say(now + Math.floor(part * (nextChangeAt - 1 - now))).text).toBe(text)
        expect(say(nextChangeAt).text).not.toBe(text)
      },
    ),
    { numRuns: 3000 },
  )
})

const wording = fc.record({
  variant: fc.constantFrom('auto' as const, 'relative' as const, 'compact' as const),
  precision: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const),
})

test('INV LastSeen: so it is in every variant and precision', () => {
  fc.assert(
    fc.property(
      value,
      span,
      timeZone,
      wording,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (at, ago, zone, asked, part) => {
        const now = at + ago
        const say = (when: number) =>
          formatLastSeen(at, { now: when, timeZone: zone, locale: 'en-GB', strings: en, ...asked })
        const { text, nextChangeAt } = say(now)
        if (nextChangeAt === null) return
        expect(nextChangeAt).toBeGreaterThan(now)
        expect(say(now + Math.floor(part * (nextChangeAt - 1 - now))).text).toBe(text)
        expect(say(nextChangeAt - 1).text).toBe(text)
        // A row of the table may end where the next one begins with the same words; a change of words is never missed.
        if (asked.precision === 'minute') expect(say(nextChangeAt).text).not.toBe(text)
      },
    ),
    { numRuns: 3000 },
  )
})

test('a coarse precision tells the same of every instant within it, in words and for machines', () => {
  fc.assert(
    fc.property(value, span, fc.nat({ max: 3_599_999 }), (at, ago, within) => {
      const hour = Math.floor(at / 3_600_000) * 3_600_000
      const say = (instant: number) =>
        formatLastSeen(instant, {
          now: hour + 3_600_000 + Math.abs(ago),
          timeZone: 'UTC',
          locale: 'en',
          strings: en,
          precision: 'hour',
        })
      expect(say(hour + within)).toEqual(say(hour))
    }),
  )
})

test('a machine reads the very instant back', () => {
  fc.assert(
    fc.property(value, span, timeZone, (at, ago, zone) => {
      const { dateTime } = formatLastSeen(at, { now: at + ago, timeZone: zone, locale: 'en', strings: en })
      expect(Date.parse(dateTime ?? '')).toBe(at)
    }),
  )
})
