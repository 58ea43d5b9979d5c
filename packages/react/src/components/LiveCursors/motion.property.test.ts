import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from './cursorPoint.ts'
import { advance, type Motion, restAt, setOut, type Smoothing } from './motion.ts'

const coordinate = fc.integer({ min: -2_000, max: 4_000 })
const point: fc.Arbitrary<Point> = fc.record({ x: coordinate, y: coordinate })
/** Times between pictures, ms: slow screens and fast ones, and pages that were away for a second. */
const pictures = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1_000)), {
  minLength: 1,
  maxLength: 60,
})
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function watch(from: Point, target: Point, gaps: readonly number[], by: Smoothing): readonly Motion[] {
  let at = 1_000
  let motion = setOut(restAt(from, 0), at, from)
  return gaps.map((gap) => {
    at += gap
    motion = motion.isOver ? motion : advance(motion, target, { at, by })
    return motion
  })
}

test.each(['interpolate', 'spring'] as const)('%s: nearer with each picture, and never past the place', (by) => {
  fc.assert(
    fc.property(point, point, pictures, (from, target, gaps) => {
      let before = distance(from, target)
      for (const { shown } of watch(from, target, gaps, by)) {
        const now = distance(shown, target)
        expect(now).toBeLessThanOrEqual(before + 1e-6)
        // On the straight line between the two: not past, not beside.
        expect(distance(from, shown) + now).toBeCloseTo(distance(from, target), 4)
        before = now
      }
    }),
  )
})

test.each(['interpolate', 'spring', 'none'] as const)('%s: arrives exactly, and then rests', (by) => {
  fc.assert(
    fc.property(point, point, (from, target) => {
      const last = watch(
        from,
        target,
        Array.from({ length: 80 }, () => 16),
        by,
      ).at(-1)
      expect(last?.isOver).toBe(true)
      expect(last?.shown).toEqual(target)
    }),
  )
})

test.each(['interpolate', 'spring'] as const)(
  '%s: what rests goes with its place at once, as content scrolls',
  (by) => {
    const rested = restAt({ x: 0, y: 0 }, 0)
    expect(advance(rested, { x: 0, y: 300 }, { at: 1, by })).toMatchObject({ shown: { x: 0, y: 300 }, isOver: true })
  },
)

test('without smoothing it is there in the next picture', () => {
  const [first] = watch({ x: 0, y: 0 }, { x: 100, y: 0 }, [1], 'none')
  expect(first).toMatchObject({ shown: { x: 100, y: 0 }, isOver: true })
})

test('interpolated, positions every 50 ms make an even movement: no halt and no leap between pictures', () => {
  let motion = restAt({ x: 0, y: 0 }, 0)
  let target = { x: 0, y: 0 }
  const steps: number[] = []
  for (let at = 10; at <= 2_000; at += 10) {
    if (at % 50 === 0) {
      const before = target
      target = { x: at, y: 0 }
      motion = setOut(motion, at, before)
    }
    const before = motion.shown.x
    if (!motion.isOver) motion = advance(motion, target, { at: at + 5, by: 'interpolate' })
    // Once the rhythm is known.
    if (at > 1_000) steps.push(motion.shown.x - before)
  }
  expect(Math.min(...steps)).toBeGreaterThan(5)
  expect(Math.max(...steps)).toBeLessThan(16)
})

test('a new position on the way is set out to from where the pointer is by then', () => {
  const [start, goal] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]
  const halfway = advance(setOut(restAt(start, 0), 0, start), goal, { at: 30, by: 'interpolate' })
  expect(halfway.shown).toEqual({ x: 50, y: 0 })
  // A little further than it was drawn, since time has passed.
  expect(setOut(halfway, 36, goal).from).toEqual({ x: 60, y: 0 })
})
