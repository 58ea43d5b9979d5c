/** What the two numbers of a position mean: the same place of the content on every screen. */
import type { CursorPosition } from '../../hooks/cursors/cursorMove.ts'
import type { Box, Point } from './cursorPoint.ts'
import type { CursorArea, MeasuredArea } from './measureArea.ts'

/** A point of the area, and what of the area it can be seen in where that is not all. */
export interface SpacePoint extends Point {
  readonly within?: Box | undefined
}

/** A meaning of one's own, as of a canvas that pans and zooms. Keep its identity until what it does changes. */
export interface CursorSpace {
  /** What is sent of my pointer, which is at `point`; `null`: nowhere. Both numbers finite. */
  encode(point: Point, area: CursorArea): CursorPosition | null
  /** Where on this screen somebody's pointer is; `null`: the place is not on this screen. */
  decode(position: CursorPosition, area: CursorArea): SpacePoint | null
}

/** A space as the layer uses it. */
export interface LayerSpace {
  /** Its places move though the area keeps its size: the area is measured for each picture, not only when it changes. */
  readonly isLoose: boolean
  encode(point: Point, area: MeasuredArea): CursorPosition | null
  decode(position: CursorPosition, area: MeasuredArea): SpacePoint | null
}

/** Fractions of the area: right where the content scales with it. Five digits are a tenth of a pixel of 10,000. */
export const percentSpace: LayerSpace = {
  isLoose: false,
  encode: ({ x, y }, { width, height }) =>
    width > 0 && height > 0 ? [roundTo(x / width, 1e5), roundTo(y / height, 1e5)] : null,
  decode: ([x, y], { width, height }) => ({ x: x * width, y: y * height }),
}

/** CSS px from the top left corner: right where the content keeps its size and its left edge. */
export const pixelSpace: LayerSpace = {
  isLoose: false,
  encode: ({ x, y }) => [roundTo(x, 10), roundTo(y, 10)],
  decode: ([x, y]) => ({ x, y }),
}

function roundTo(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
