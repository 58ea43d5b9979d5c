import { expect, test } from 'vitest'
import { hasRedisServer, isCi } from './machine.ts'

test.each(['1', 'true', 'yes', 'github'])('CI=%s is a CI', (value) => {
  expect(isCi(value)).toBe(true)
})

test.each(['', '0', 'false', 'False'])('CI="%s" is none', (value) => {
  expect(isCi(value)).toBe(false)
})

test('redis-server is looked for on the PATH only', () => {
  expect(hasRedisServer('')).toBe(false)
  expect(hasRedisServer('/nowhere:/not/here')).toBe(false)
})
