/** How a pointer goes from where it is shown to where it is, between positions that come far more seldom than pictures. */
import { clamp, type Point } from './cursorPoint.ts'

/**
 * `interpolate`: evenly, arriving when the next position is due. `spring`: as a critically damped spring, which never
 * overshoots. `none`: at once.
 */
export type Smoothing = 'interpolate' | 'spring' | 'none'

export interface Motion {
  readonly shown: Point
  /** When `shown` was: monotonic ms, as all times here. */
  readonly shownAt: number
  /** Where it was when the newest position came. */
  readonly from: Point
  readonly startedAt: number
  /** ms between positions, as they have come lately. */
  readonly interval: number
  /** px per ms; of the spring. */
  readonly velocity: Point
  readonly isOver: boolean
}

const STILL: Point = { x: 0, y: 0 }
/** ms. Senders make a position every 50 ms at most; a little more, so that one that is late leaves no halt. */
const FIRST_INTERVAL = 60
const INTERVALS = { least: 16, most: 160 } as const
/** ms without a position that are none of its rhythm. */
const PAUSE = 300
/** Share of a new interval in what is remembered: networks are uneven. */
const NEWEST = 0.25
/** per ms. The spring is there, to the eye, after some 150 ms. */
const STIFFNESS = 0.03
/** px, and px per ms: closer and slower than this nobody sees. */
const NEAR_ENOUGH = 0.25

/** A pointer that stands where it was first seen. */
export function restAt(point: Point, at: number): Motion {
  return {
    shown: point,
    shownAt: at,
    from: point,
    startedAt: at,
    interval: FIRST_INTERVAL,
    velocity: STILL,
    isOver: true,
  }
}

/** A new position has come: from now on the pointer is under way to it, and not any more to `last`. */
export function setOut(motion: Motion, at: number, last: Point): Motion {
  const gap = at - motion.startedAt
  // After a pause, or in a burst, the gap tells nothing of the rhythm.
  const isRhythm = gap >= INTERVALS.least && gap <= PAUSE
  const interval = isRhythm
    ? motion.interval + (Math.min(gap, INTERVALS.most) - motion.interval) * NEWEST
    : motion.interval
  // A pointer that stood still has not been drawn for a while: its way begins now, not then.
  const shownAt = motion.isOver ? at : motion.shownAt
  // From where it is now, which is further than where it was last drawn.
  const from = motion.isOver ? motion.shown : evenly(motion, last, at)
  return { ...motion, from, startedAt: at, shownAt, interval, isOver: false }
}

/** The motion at a later time, on its way to `target`. */
export function advance(
  motion: Motion,
  target: Point,
  { at, by }: { readonly at: number; readonly by: Smoothing },
): Motion {
  // What rests goes with its place, as the content scrolls.
  if (by === 'none' || motion.isOver) return arrived(motion, target, at)
  if (by === 'spring') return pull(motion, target, at)
  if (at - motion.startedAt >= motion.interval) return arrived(motion, target, at)
  return { ...motion, shownAt: at, shown: evenly(motion, target, at) }
}

function arrived(motion: Motion, target: Point, at: number): Motion {
  return { ...motion, shown: target, shownAt: at, velocity: STILL, isOver: true }
}

function evenly({ from, startedAt, interval }: Motion, to: Point, at: number): Point {
  const share = clamp((at - startedAt) / interval, 0, 1)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The exact solution, so that the length of a picture changes nothing. */
function pull(motion: Motion, target: Point, at: number): Motion {
  const ms = Math.max(0, at - motion.shownAt)
  const decay = Math.exp(-STIFFNESS * ms)
  const along = (shown: number, goal: number, velocity: number): readonly [place: number, velocity: number] => {
    const distance = shown - goal
    const push = (velocity + STIFFNESS * distance) * ms
    return [goal + (distance + push) * decay, (velocity - STIFFNESS * push) * decay]
  }
  const [x, speedX] = along(motion.shown.x, target.x, motion.velocity.x)
  const [y, speedY] = along(motion.shown.y, target.y, motion.velocity.y)
  const left = Math.hypot(x - target.x, y - target.y) + Math.hypot(speedX, speedY)
  if (left < NEAR_ENOUGH) return arrived(motion, target, at)
  return { ...motion, shown: { x, y }, velocity: { x: speedX, y: speedY }, shownAt: at }
}
