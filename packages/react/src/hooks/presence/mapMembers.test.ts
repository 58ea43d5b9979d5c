import { expect, test, vi } from 'vitest'
import type { PresenceMember } from '../../context/register.ts'
import { mapMembers, samePairs } from './mapMembers.ts'

function member(userId: string, status = 'online'): PresenceMember {
  return {
    userId,
    info: {},
    status,
    lastActiveAt: null,
    lastSeenAt: null,
    presence: {},
    sessions: [],
    typing: [],
  }
}

const hundred = Array.from({ length: 100 }, (_, index) => member(`user-${index}`))

test('asks only of the one member who changed, among 100', () => {
  const select = vi.fn<(one: PresenceMember) => { status: string }>((one) => ({ status: one.status }))
  const map = mapMembers(select, (a, b) => a.status === b.status)
  const before = map(hundred)
  expect(select).toHaveBeenCalledTimes(100)
  const after = map(hundred.with(41, member('user-41', 'away')))
  expect(select).toHaveBeenCalledTimes(101)
  expect(after[41]).toEqual(['user-41', { status: 'away' }])
  expect(after.filter((pair, index) => pair !== before[index])).toHaveLength(1)
})

test('keeps the list while no answer differs, though members did (INV-49)', () => {
  const map = mapMembers(
    (one) => one.status,
    (a, b) => a === b,
  )
  const before = map(hundred)
  expect(map(hundred.map((one) => ({ ...one, lastActiveAt: 5 })))).toBe(before)
})

test('is another list when somebody leaves, enters or stands elsewhere', () => {
  const map = mapMembers((one) => one.userId, Object.is)
  const [a, b, c] = [member('a'), member('b'), member('c')]
  const ab = map([a, b])
  const abc = map([a, b, c])
  expect(abc).not.toBe(ab)
  expect(map([b, a, c])).not.toBe(abc)
  expect(map([a])).toEqual([['a', 'a']])
})

test('forgets who left: coming back is asked anew', () => {
  const select = vi.fn<(one: PresenceMember) => unknown>((one) => one.status)
  const map = mapMembers(select, Object.is)
  const a = member('a')
  map([a])
  map([])
  map([a])
  expect(select).toHaveBeenCalledTimes(2)
})

test('two lists are the same when they tell the same of the same people', () => {
  const same = samePairs<number>(Object.is)
  expect(same([['a', 1]], [['a', 1]])).toBe(true)
  expect(same([['a', 1]], [['a', 2]])).toBe(false)
  expect(same([['a', 1]], [['b', 1]])).toBe(false)
  expect(same([['a', 1]], [])).toBe(false)
})
