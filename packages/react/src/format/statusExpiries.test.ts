import { describe, expect, test } from 'vitest'
import { de } from '../strings/de.ts'
import { en } from '../strings/en.ts'
import { expiryId, STATUS_EXPIRIES, statusExpiresAt, statusExpiryOptions } from './statusExpiries.ts'

/** Wednesday 18 March 2026, 13:12:30 UTC. */
const NOW = Date.UTC(2026, 2, 18, 13, 12, 30)
const HOUR = 3_600_000
const format = { now: NOW, locale: 'en-GB', timeZone: 'UTC', strings: en } as const

function labels(changes: Partial<Parameters<typeof statusExpiryOptions>[1]> = {}, present?: number): readonly string[] {
  const { options } = statusExpiryOptions({ expiries: STATUS_EXPIRIES, present }, { ...format, ...changes })
  return options.map(({ label }) => label)
}

describe('how long a status may hold', () => {
  test('for good, for a span, to a full hour, to the end of the day', () => {
    expect(labels()).toEqual([
      'Do not clear',
      '30 minutes · until 13:42',
      '1 hour · until 14:12',
      'Until 14:00',
      'Until 15:00',
      'Until 16:00',
      'Until 17:00',
      'Today',
    ])
  })

  test('in the language, the zone and the hours of the reader', () => {
    expect(labels({ locale: 'de', timeZone: 'Asia/Kathmandu', strings: de }).slice(0, 4)).toEqual([
      'Nicht zurücksetzen',
      '30 Minuten · bis 19:27',
      '1 Stunde · bis 19:57',
      // A quarter to a full hour of UTC is a full hour there.
      'Bis 19:00',
    ])
    expect(labels({ hourCycle: 'h12' })[1]).toBe('30 minutes · until 1:42 pm')
  })

  test('late in the day there are fewer full hours', () => {
    expect(labels({ now: Date.UTC(2026, 2, 18, 22, 30) }).slice(3)).toEqual(['Until 23:00', 'Today'])
  })

  test('the present end is among them, so that saving does not change it in passing', () => {
    const present = NOW + 5 * HOUR + 60_000
    expect(labels({}, present)[0]).toBe('Until 18:13')
    expect(labels({}, Date.UTC(2026, 2, 18, 16))).toEqual(labels())
    const { options } = statusExpiryOptions({ expiries: [], present }, format)
    expect(options.map(({ id }) => id)).toEqual([expiryId(present)])
  })

  test('they read otherwise with the next minute', () => {
    expect(statusExpiryOptions({ expiries: ['never'], present: undefined }, format).nextChangeAt).toBe(NOW + 30_000)
  })

  test.each([
    ['never', undefined],
    ['in:1800000', NOW + 1_800_000],
    ['today', Date.UTC(2026, 2, 19)],
    [expiryId(NOW + 7), NOW + 7],
  ])('%s ends at %s', (id, expiresAt) => {
    expect(statusExpiresAt(id, NOW, 'UTC')).toBe(expiresAt)
  })

  test('today ends at midnight of the reader, also where the clocks change', () => {
    const lastSunday = Date.UTC(2026, 2, 29, 0, 30)
    expect(statusExpiresAt('today', lastSunday, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22))
  })

  test('every option means an instant ahead', () => {
    const { options } = statusExpiryOptions({ expiries: STATUS_EXPIRIES, present: NOW + 1 }, format)
    for (const { id } of options) expect(statusExpiresAt(id, NOW, 'UTC') ?? Infinity).toBeGreaterThan(NOW)
  })
})
