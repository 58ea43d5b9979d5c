/** Where things are in the layer over an area: CSS px from its top left corner, whatever the direction of the text. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What both boxes cover; without an overlap it has no width or no height. */
export function intersect(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  }
}

/** The point of the box that is nearest. */
export function clampToBox({ x, y }: Point, { left, top, right, bottom }: Box): Point {
  return { x: clamp(x, left, right), y: clamp(y, top, bottom) }
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
