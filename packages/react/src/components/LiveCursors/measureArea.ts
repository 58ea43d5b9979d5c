/** The area of a layer as it lies on the screen now. The one place where the frame loop reads the layout. */
import { type Box, intersect, type Point } from './cursorPoint.ts'
import type { Visible } from './placement.ts'
import { createSight, type Sight } from './visiblePart.ts'

/** The area on this screen, in CSS px of its own from its top left corner. */
export interface CursorArea {
  readonly element: HTMLElement
  readonly width: number
  readonly height: number
  /** From px of the window, as events and rectangles have them; right under scrolling and `transform: scale`. */
  fromWindow(point: Point): Point
  /** To px of the window. */
  toWindow(point: Point): Point
}

export interface MeasuredArea extends CursorArea, Visible {
  readonly sight: Sight
}

/** `layer` covers exactly the area; transforms of its ancestors show in its rectangle, and not in its own size. */
export function measureArea(layer: HTMLElement): MeasuredArea {
  const sight = createSight()
  const { left, top, right, bottom } = sight.rectOf(layer)
  const { offsetWidth: width, offsetHeight: height } = layer
  const scaleX = width > 0 && right > left ? (right - left) / width : 1
  const scaleY = height > 0 && bottom > top ? (bottom - top) / height : 1
  const fromWindow = ({ x, y }: Point): Point => ({ x: (x - left) / scaleX, y: (y - top) / scaleY })
  return {
    // A layer always stands in the root of its component.
    element: layer.parentElement ?? layer,
    width,
    height,
    fromWindow,
    toWindow: ({ x, y }) => ({ x: x * scaleX + left, y: y * scaleY + top }),
    sight,
    box: intersect({ left: 0, top: 0, right: width, bottom: height }, toArea(sight.through(layer), fromWindow)),
    direction: getComputedStyle(layer).direction === 'rtl' ? 'rtl' : 'ltr',
  }
}

/** A box of the window as one of the area. */
export function toArea({ left, top, right, bottom }: Box, fromWindow: CursorArea['fromWindow']): Box {
  const start = fromWindow({ x: left, y: top })
  const end = fromWindow({ x: right, y: bottom })
  return { left: start.x, top: start.y, right: end.x, bottom: end.y }
}
