/** Where a pointer is drawn: within what can be seen of its area, its label on the side that has room. */
import { type Box, clamp, type Point } from './cursorPoint.ts'

export interface Placement extends Point {
  /** Sides beyond which the pointer really is, as words: `inline-end`, `block-start inline-end`. */
  readonly edge: string | undefined
  /** Degrees by which the arrow turns to point there. */
  readonly turn: number | undefined
  /** Directions in which the label stands on the other side: `x`, `y`, `x y`. */
  readonly flip: string | undefined
}

export interface Visible {
  /** What can be seen of the area. */
  readonly box: Box
  readonly direction: 'ltr' | 'rtl'
}

/** px: the pointer itself, which stays whole at an edge. */
const POINTER = 16
/** px that a label may reach; the stylesheet cuts longer ones. */
const LABEL = { width: 200, height: 44 }

export function placePointer(point: Point, { box, direction }: Visible): Placement {
  const x = clamp(point.x, box.left, isBeyond(point.x, box.right) ? box.right - POINTER : box.right)
  const y = clamp(point.y, box.top, isBeyond(point.y, box.bottom) ? box.bottom - POINTER : box.bottom)
  const [left, right] = direction === 'ltr' ? ['inline-start', 'inline-end'] : ['inline-end', 'inline-start']
  const edge = words([
    isBeyond(box.top, point.y) && 'block-start',
    isBeyond(point.y, box.bottom) && 'block-end',
    isBeyond(box.left, point.x) && left,
    isBeyond(point.x, box.right) && right,
  ])
  return {
    x,
    y,
    edge,
    turn: edge === undefined ? undefined : turnTowards(point.x - x, point.y - y),
    flip: words([
      hasNoRoom(x, box.left, box.right, LABEL.width) && 'x',
      hasNoRoom(y, box.top, box.bottom, LABEL.height) && 'y',
    ]),
  }
}

/** Half a pixel is rounding. */
function isBeyond(further: number, nearer: number): boolean {
  return further > nearer + 0.5
}

/** The arrow is drawn with its tip to the upper left. */
function turnTowards(right: number, down: number): number {
  return Math.round((Math.atan2(down, right) * 180) / Math.PI) + 135
}

/** Where there is room on neither side the wider one is taken. */
function hasNoRoom(at: number, start: number, end: number, reach: number): boolean {
  return end - at < reach && at - start > end - at
}

function words(given: readonly (string | false | undefined)[]): string | undefined {
  const said = given.filter((word) => typeof word === 'string')
  return said.length === 0 ? undefined : said.join(' ')
}
