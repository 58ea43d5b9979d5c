import { describe, expect, test } from 'vitest'
import { placePointer } from './placement.ts'

const ltr = { box: { left: 0, top: 0, right: 800, bottom: 600 }, direction: 'ltr' } as const
const rtl = { ...ltr, direction: 'rtl' } as const

test('a pointer that can be seen stands where it is, its label to the lower right', () => {
  expect(placePointer({ x: 100, y: 50 }, ltr)).toEqual({
    x: 100,
    y: 50,
    edge: undefined,
    turn: undefined,
    flip: undefined,
  })
})

describe('a pointer that cannot be seen', () => {
  test.each([
    [{ x: -50, y: 300 }, { x: 0, y: 300 }, 'inline-start', 315],
    [{ x: 900, y: 300 }, { x: 784, y: 300 }, 'inline-end', 135],
    [{ x: 400, y: -9 }, { x: 400, y: 0 }, 'block-start', 45],
    [{ x: 400, y: 700 }, { x: 400, y: 584 }, 'block-end', 225],
  ])('%j stands at the edge towards it, and turns there', (point, shown, edge, turn) => {
    expect(placePointer(point, ltr)).toMatchObject({ ...shown, edge, turn })
  })

  test('at a corner names both sides', () => {
    expect(placePointer({ x: 900, y: -50 }, ltr)).toMatchObject({ x: 784, y: 0, edge: 'block-start inline-end' })
  })

  test('names sides as the text runs', () => {
    expect(placePointer({ x: 900, y: 300 }, rtl).edge).toBe('inline-start')
    expect(placePointer({ x: -50, y: 300 }, rtl).edge).toBe('inline-end')
  })

  test('a fraction of a pixel is rounding, not outside', () => {
    expect(placePointer({ x: 800.4, y: -0.4 }, ltr)).toMatchObject({ edge: undefined, turn: undefined })
  })
})

describe('a label', () => {
  test('goes to the side that has room', () => {
    expect(placePointer({ x: 700, y: 100 }, ltr).flip).toBe('x')
    expect(placePointer({ x: 100, y: 590 }, ltr).flip).toBe('y')
    expect(placePointer({ x: 790, y: 590 }, ltr).flip).toBe('x y')
  })

  test('where neither side has room, to the wider one', () => {
    const narrow = { box: { left: 0, top: 0, right: 150, bottom: 30 }, direction: 'ltr' } as const
    expect(placePointer({ x: 40, y: 5 }, narrow).flip).toBeUndefined()
    expect(placePointer({ x: 110, y: 20 }, narrow).flip).toBe('x y')
  })
})

test('what can be seen need not begin where the area does', () => {
  const scrolled = { box: { left: 0, top: 500, right: 800, bottom: 900 }, direction: 'ltr' } as const
  expect(placePointer({ x: 100, y: 700 }, scrolled)).toMatchObject({ y: 700, edge: undefined })
  expect(placePointer({ x: 100, y: 100 }, scrolled)).toMatchObject({ y: 500, edge: 'block-start' })
})
