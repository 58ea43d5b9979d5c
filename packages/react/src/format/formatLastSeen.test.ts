import { describe, expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { formatLastSeen, type LastSeenFormat, type LastSeenValue } from './formatLastSeen.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
/** Saturday 21 November 2026, 23:30 in Berlin. */
const SEEN = Date.UTC(2026, 10, 21, 22, 30)

const say = (value: LastSeenValue, now: number, format: Partial<LastSeenFormat> = {}) =>
  formatLastSeen(value, { now, locale: 'en-GB', timeZone: 'Europe/Berlin', strings: en, ...format })
const text = (span: number, format: Partial<LastSeenFormat> = {}): string => say(SEEN, SEEN + span, format).text

describe('the display rules', () => {
  test.each([
    [0, 'just now', 'just-now'],
    [-MINUTE, 'just now', 'just-now'],
    [MINUTE - 1, 'just now', 'just-now'],
    [MINUTE, '1 minute ago', 'minutes'],
    [2 * MINUTE - 1, '1 minute ago', 'minutes'],
    [HOUR - 1, '59 minutes ago', 'minutes'],
    [HOUR, '1 hour ago', 'hours'],
    [6 * HOUR - 1, '5 hours ago', 'hours'],
    [6 * HOUR, 'yesterday 23:30', 'yesterday'],
    [DAY, 'yesterday 23:30', 'yesterday'],
    [DAY + 30 * MINUTE, 'Saturday 23:30', 'weekday'],
    [6 * DAY + 30 * MINUTE - 1, 'Saturday 23:30', 'weekday'],
    [6 * DAY + 30 * MINUTE, '21 Nov', 'date'],
    [40 * DAY + 30 * MINUTE - 1, '21 Nov', 'date'],
    [40 * DAY + 30 * MINUTE, '21 Nov 2026', 'date-year'],
  ])('after %i ms: %s', (span, expected, bucket) => {
    expect(say(SEEN, SEEN + span)).toMatchObject({ text: expected, bucket, isSkewed: false })
  })

  test('hours go on through the same day, however many', () => {
    const morning = Date.UTC(2026, 10, 20, 23, 10)
    expect(say(morning, morning + 22 * HOUR)).toMatchObject({ text: '22 hours ago', bucket: 'hours' })
  })

  test('days are calendar days of the reader: one instant is yesterday in Berlin and today in New York', () => {
    const now = SEEN + 6 * HOUR
    expect(say(SEEN, now).text).toBe('yesterday 23:30')
    expect(say(SEEN, now, { timeZone: 'America/New_York' }).text).toBe('6 hours ago')
  })

  test('an instant in the future by more than skew is named, not called just now', () => {
    expect(say(SEEN + MINUTE + 1, SEEN)).toMatchObject({ text: '21 Nov 2026, 23:31', isSkewed: true })
    expect(say(SEEN + MINUTE + 1, SEEN).nextChangeAt).toBe(SEEN + 1)
  })
})

describe('languages', () => {
  test.each([
    ['de', 5 * MINUTE, 'vor 5 Minuten'],
    ['de', 8 * HOUR, 'gestern 23:30'],
    ['de', 5 * DAY, 'Samstag, 23:30'],
    ['de', 20 * DAY, '21. Nov.'],
    ['ja', 5 * MINUTE, '5 分前'],
    ['ja', 8 * HOUR, '昨日 23:30'],
    ['ja', 20 * DAY, '11月21日'],
    ['ar-EG', 3 * HOUR, 'قبل ٣ ساعات'],
  ])('%s after %i ms', (locale, span, expected) => {
    expect(text(span, { locale })).toBe(expected)
  })

  test('the reader may choose the hour cycle', () => {
    expect(text(8 * HOUR, { hourCycle: 'h12' }).replaceAll('\u202F', ' ')).toBe('yesterday 11:30 pm')
  })

  test('a form stands in a sentence, alone, or is the sentence', () => {
    expect(text(0, { form: 'standalone' })).toBe('Just now')
    expect(text(0, { form: 'sentence' })).toBe('Last seen just now')
  })
})

describe('values', () => {
  test('carry the instant for machines and in full for readers', () => {
    expect(say(new Date(SEEN), SEEN)).toMatchObject({
      dateTime: '2026-11-21T22:30:00.000Z',
      title: expect.stringMatching(/^Saturday,? 21 November 2026.* 23:30 CET$/),
    })
  })

  test.each([null, undefined, Number.NaN, 9e15, 'no date'])('%s is never, and never throws', (value) => {
    expect(say(value, SEEN)).toEqual({ text: 'never', bucket: 'never', nextChangeAt: null, isSkewed: false })
  })

  test('a bucket from the server needs no instant and gives none', () => {
    expect(say({ bucket: 'within-week' }, SEEN)).toEqual({
      text: 'within a week',
      bucket: 'approximate',
      nextChangeAt: null,
      isSkewed: false,
    })
  })

  test('approximate precision keeps instant and title to itself', () => {
    const seen = say(SEEN, SEEN + 3 * DAY, { precision: 'approximate' })
    expect(seen).toEqual({
      text: 'within a week',
      bucket: 'approximate',
      nextChangeAt: SEEN + 7 * DAY,
      isSkewed: false,
    })
  })

  test('absolute names the instant and never changes', () => {
    expect(say(SEEN, SEEN, { variant: 'absolute' })).toMatchObject({ text: '21 Nov 2026, 23:30', nextChangeAt: null })
  })
})
