import { describe, expect, test } from 'vitest'
import { isSameValue } from './sameValue.ts'

describe('equality by content', () => {
  test('of records takes absent for undefined, on either side, and for nothing else', () => {
    expect(isSameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true)
    expect(isSameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true)
    expect(isSameValue({ a: 1 }, { a: 1, b: null })).toBe(false)
    expect(isSameValue({ a: 1, b: null }, { a: 1 })).toBe(false)
    expect(isSameValue({ a: undefined }, { b: undefined })).toBe(true)
  })

  test('looks at own keys alone, whatever they are called', () => {
    expect(isSameValue({ toString: Object.prototype.toString }, {})).toBe(false)
    expect(isSameValue({}, { constructor: Object })).toBe(false)
    expect(isSameValue(JSON.parse('{"__proto__":1}'), {})).toBe(false)
    expect(isSameValue(JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}'))).toBe(true)
    expect(isSameValue(Object.create({ inherited: 1 }), {})).toBe(true)
    expect(isSameValue({}, Object.create({ inherited: 1 }))).toBe(true)
  })

  test('tells arrays from records and from each other by length and order', () => {
    expect(isSameValue([], {})).toBe(false)
    expect(isSameValue({}, [])).toBe(false)
    expect(isSameValue(['a'], { 0: 'a' })).toBe(false)
    expect(isSameValue({ length: 0 }, [])).toBe(false)
    expect(isSameValue([], { length: 0 })).toBe(false)
    expect(isSameValue([1, 2], [2, 1])).toBe(false)
    expect(isSameValue([1], [1, undefined])).toBe(false)
    expect(isSameValue([1, undefined], [1])).toBe(false)
    expect(isSameValue([{ a: [1] }], [{ a: [1] }])).toBe(true)
  })

  test('tells null and other scalars from records', () => {
    expect(isSameValue(null, {})).toBe(false)
    expect(isSameValue({}, null)).toBe(false)
    expect(isSameValue(null, undefined)).toBe(false)
    expect(isSameValue('a', {})).toBe(false)
    expect(isSameValue({}, 'a')).toBe(false)
    expect(isSameValue(0, '0')).toBe(false)
    expect(isSameValue(0, -0)).toBe(true)
  })
})
