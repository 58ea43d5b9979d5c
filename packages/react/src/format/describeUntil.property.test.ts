import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { describeUntil } from './describeUntil.ts'
import { intlCache } from './intlCache.ts'

/** Wednesday 18 March 2026, 13:12 UTC. */
const NOW = Date.UTC(2026, 2, 18, 13, 12)
const DAY = 86_400_000
const format = { now: NOW, locale: 'en-GB', timeZone: 'UTC', strings: en } as const

test('the words are the same until the instant that is told, and others from then on', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe')
  const ahead = fc.integer({ min: 1, max: 20 * DAY })
  fc.assert(
    fc.property(zones, ahead, fc.double({ min: 0, max: 1, noNaN: true }), (timeZone, span, part) => {
      const at = NOW + span
      const first = describeUntil(at, { ...format, timeZone })
      const end = first.nextChangeAt ?? at
      const between = NOW + Math.floor((end - 1 - NOW) * part)
      expect(describeUntil(at, { ...format, timeZone, now: between }).text).toBe(first.text)
      if (first.nextChangeAt === null) return
      expect(first.nextChangeAt).toBeGreaterThan(NOW)
      expect(first.nextChangeAt).toBeLessThan(at)
      expect(describeUntil(at, { ...format, timeZone, now: end }).text).not.toBe(first.text)
      expect(first.text).toContain(intlCache.dateTime('time', { ...format, timeZone }).format(at))
    }),
    { numRuns: 200 },
  )
})
