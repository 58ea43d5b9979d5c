import { expect, test } from 'vitest'
import { nearestPointers, sameIds } from './nearestPointers.ts'

const pointers = [
  { sessionId: 'far', x: 500, y: 500 },
  { sessionId: 'near', x: 12, y: 8 },
  { sessionId: 'middle', x: 100, y: 0 },
]

test('the nearest are chosen', () => {
  expect([...nearestPointers(pointers, { x: 0, y: 0 }, 2)]).toEqual(['near', 'middle'])
  expect([...nearestPointers(pointers, { x: 499, y: 499 }, 1)]).toEqual(['far'])
})

test('all of fewer, and none of none', () => {
  expect(nearestPointers(pointers, { x: 0, y: 0 }, 9).size).toBe(3)
  expect(nearestPointers(pointers, { x: 0, y: 0 }, 0).size).toBe(0)
  expect(nearestPointers([], { x: 0, y: 0 }, 3).size).toBe(0)
})

test('of two at the same distance the first one', () => {
  const twins = ['a', 'b'].map((sessionId) => ({ sessionId, x: 5, y: 5 }))
  expect([...nearestPointers(twins, { x: 0, y: 0 }, 1)]).toEqual(['a'])
})

test('the same people in another order are the same', () => {
  expect(sameIds(new Set(['a', 'b']), new Set(['b', 'a']))).toBe(true)
  expect(sameIds(new Set(['a', 'b']), new Set(['a', 'c']))).toBe(false)
  expect(sameIds(new Set(['a']), new Set(['a', 'b']))).toBe(false)
})
