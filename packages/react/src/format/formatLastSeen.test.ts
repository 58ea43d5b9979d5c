import { describe, expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { formatLastSeen } from './formatLastSeen.ts'
import type { LastSeenFormat, LastSeenValue } from './lastSeenFormat.ts'

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

describe('variants', () => {
  test.each([
    [8 * HOUR, 'yesterday'],
    [3 * DAY, '3 days ago'],
    [8 * DAY, '1 week ago'],
    [29 * DAY, '4 weeks ago'],
    [30 * DAY, '1 month ago'],
    [364 * DAY, '12 months ago'],
    [365 * DAY, '1 year ago'],
    [800 * DAY, '2 years ago'],
  ])('relative counts a span however long: after %i ms %s', (span, expected) => {
    expect(text(span, { variant: 'relative' })).toBe(expected)
  })

  test.each([
    ['en-GB', 5 * MINUTE, '5 min ago'],
    ['de', 3 * HOUR, 'vor 3 Std.'],
    ['en-GB', 3 * DAY, 'Sat 23:30'],
    ['fr', 5 * MINUTE, 'il y a 5 min'],
  ])('compact is short, never a difference: %s after %i ms %s', (locale, span, expected) => {
    expect(text(span, { variant: 'compact', locale }).replaceAll('\u00A0', ' ')).toBe(expected)
  })
})

describe('precision', () => {
  test('of an hour tells no minute, anywhere', () => {
    expect(say(SEEN, SEEN + 5 * MINUTE, { precision: 'hour' })).toMatchObject({
      text: 'this hour',
      bucket: 'hours',
      dateTime: '2026-11-21T22:00:00.000Z',
    })
    expect(text(8 * HOUR, { precision: 'hour' })).toBe('yesterday 23:00')
  })

  test('of a day tells no time of the day, anywhere', () => {
    expect(say(SEEN, SEEN + MINUTE, { precision: 'day' })).toMatchObject({
      text: 'today',
      dateTime: '2026-11-21',
      title: expect.stringMatching(/^Saturday,? 21 November 2026$/),
    })
    expect(text(8 * HOUR, { precision: 'day' })).toBe('yesterday')
    expect(text(3 * DAY, { precision: 'day' })).toBe('Saturday')
    expect(text(0, { precision: 'day', variant: 'absolute' })).toBe('21 Nov 2026')
  })

  test('kept to themselves is a word of its own, in no sentence', () => {
    const { text: words, bucket, dateTime } = say({ bucket: 'hidden' }, SEEN, { form: 'sentence' })
    expect([words, bucket, dateTime]).toEqual(['last seen hidden', 'never', undefined])
  })
})

test('how far a clock may run ahead is the app’s to say', () => {
  expect(say(SEEN + 5 * MINUTE, SEEN, { skewTolerance: 10 * MINUTE })).toMatchObject({
    text: 'just now',
    isSkewed: false,
  })
  expect(say(SEEN + 2000, SEEN, { skewTolerance: 1000 }).isSkewed).toBe(true)
})
