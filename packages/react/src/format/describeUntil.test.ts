import { describe, expect, test } from 'vitest'
import { de } from '../strings/de.ts'
import { en } from '../strings/en.ts'
import { es } from '../strings/es.ts'
import { describeUntil } from './describeUntil.ts'

/** Wednesday 18 March 2026, 13:12 UTC. */
const NOW = Date.UTC(2026, 2, 18, 13, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const format = { now: NOW, locale: 'en-GB', timeZone: 'UTC', strings: en } as const
const until = (at: number, changes: Partial<Parameters<typeof describeUntil>[1]> = {}): string =>
  describeUntil(at, { ...format, ...changes }).text

describe('when a status ends', () => {
  test('today it is a time, by the zone, the language and the hours of the reader', () => {
    const four = Date.UTC(2026, 2, 18, 16)
    expect(until(four)).toBe('until 16:00')
    expect(until(four, { hourCycle: 'h12' })).toBe('until 4:00 pm')
    expect(until(four, { timeZone: 'America/New_York' })).toBe('until 12:00')
    expect(until(four, { locale: 'de', strings: de, timeZone: 'Europe/Berlin' })).toBe('bis 17:00')
    expect(until(four, { locale: 'es', strings: es })).toBe('hasta las 16:00')
  })

  test('the midnight that ends today is of today', () => {
    expect(until(Date.UTC(2026, 2, 19))).toBe('until 0:00')
    expect(describeUntil(Date.UTC(2026, 2, 19), format).nextChangeAt).toBeNull()
  })

  test('another day is named, and a week ahead by its date', () => {
    expect(until(NOW + DAY)).toBe('until Thursday 13:12')
    expect(until(NOW + 6 * DAY)).toBe('until Tuesday 13:12')
    expect(until(NOW + 7 * DAY)).toBe('until 25 Mar 2026 13:12')
    expect(until(NOW + DAY, { locale: 'es', strings: es })).toBe('hasta: jueves, 13:12')
  })

  test('what is past, or ours by a wrong clock, is a time as well', () => {
    expect(until(NOW - HOUR)).toBe('until 12:12')
  })
})
