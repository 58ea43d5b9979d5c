import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorHash, fromAnchor, packPlace, toAnchor, unpackPlace } from './anchorCode.ts'

const place = fc.record({
  anchor: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  x: fc.double({ min: -6.5, max: 6.5, noNaN: true }),
  y: fc.double({ min: -6.5, max: 6.5, noNaN: true }),
})

test('an anchor and a place at it come back from the two numbers', () => {
  fc.assert(
    fc.property(place, (given) => {
      const packed = packPlace(given)
      const read = unpackPlace(packed)
      expect(read?.anchor).toBe(given.anchor)
      expect(Math.abs((read?.x ?? NaN) - given.x)).toBeLessThanOrEqual(0.00005001)
      expect(Math.abs((read?.y ?? NaN) - given.y)).toBeLessThanOrEqual(0.00005001)
      // As the wire writes them.
      expect(JSON.parse(JSON.stringify(packed))).toEqual(packed)
    }),
  )
})

test('a place far outside is held at what can be said, and stays at its anchor', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (anchor, x) => {
        expect(unpackPlace(packPlace({ anchor, x, y: 0 }))?.anchor).toBe(anchor)
      },
    ),
  )
})

test('any two numbers of a stranger are read or refused, never thrown over', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (x, y) => {
      const read = unpackPlace([x, y])
      if (read !== null) expect(packPlace(read)).toEqual([x, y])
    }),
  )
  expect(unpackPlace([0.25, 0.5])).toBeNull()
  expect(unpackPlace([-1, 0])).toBeNull()
})

test('along an anchor, the part within scales with it and the part outside stays px', () => {
  expect(fromAnchor(toAnchor(50, 200), 400)).toBe(100)
  expect(fromAnchor(toAnchor(-30, 200), 400)).toBe(-30)
  expect(fromAnchor(toAnchor(260, 200), 400)).toBeCloseTo(460)
  expect(toAnchor(0, 0)).toBe(0)
})

test('names have hashes of their own, and none is that of the area', () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `row-${index}`)
  expect(new Set(names.map(anchorHash)).size).toBe(names.length)
  expect(anchorHash('')).not.toBe(0)
})
