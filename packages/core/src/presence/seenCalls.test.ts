import { expect, test } from 'vitest'
import { createSeenCalls } from './seenCalls.ts'

test('a roll call is new once, and the last 256 are remembered', () => {
  const calls = createSeenCalls()
  const ids = Array.from({ length: 256 }, (_, index) => `call-${index}`)
  expect(ids.map((id) => calls.isNew(id))).not.toContain(false)
  expect(ids.map((id) => calls.isNew(id))).not.toContain(true)
  expect(calls.isNew('one more')).toBe(true)
  expect(calls.isNew('call-1')).toBe(false)
  expect(calls.isNew('call-0')).toBe(true)
})
