import { expect, test } from 'vitest'
import { downSince } from './downSince.ts'

test('a link that is up was never down', () => {
  expect(downSince('up', 60_000)(5)).toEqual({ since: null, nextChangeAt: null })
})

test('a link that is down is said to be so after a while, and since when it is', () => {
  const read = downSince('down', 60_000)
  expect(read(1_000)).toEqual({ since: null, nextChangeAt: 61_000 })
  expect(read(60_999).since).toBeNull()
  expect(read(61_000)).toEqual({ since: 1_000, nextChangeAt: null })
})
