/**
 * An anchor and a place at it as two finite numbers, which is all that a position on the wire is. Each number carries
 * half of a 32-bit hash of the anchor's name above the place along its axis; 9 to 10 digits each, exact in a double.
 */
import type { CursorPosition } from '../../hooks/cursors/cursorMove.ts'

export interface AnchorPlace {
  /** Hash of the anchor's name, 32 bits; 0: the area itself. */
  readonly anchor: number
  /** Along each axis: 0 to 1 within the anchor, below and above it thousandths of a px for each px outside. */
  readonly x: number
  readonly y: number
}

/** Values of one axis, steps of 1/10,000: from -6.5 (6,500 px before the anchor) to +6.6. */
const SPAN = 2 ** 17
const STEPS = 10_000
const HALF = 2 ** 16

export function packPlace({ anchor, x, y }: AnchorPlace): CursorPosition {
  return [packAxis(anchor >>> 16, x), packAxis(anchor & (HALF - 1), y)]
}

/** `null`: it was not packed here; somebody uses another space. */
export function unpackPlace([first, second]: CursorPosition): AnchorPlace | null {
  if (!isPacked(first) || !isPacked(second)) return null
  const anchor = (Math.floor(first / SPAN) * HALF + Math.floor(second / SPAN)) >>> 0
  return { anchor, x: unpackAxis(first), y: unpackAxis(second) }
}

/** FNV-1a of the name; never 0, which is the area itself. */
export function anchorHash(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash >>> 0 || 1
}

/** From px along an anchor that is `size` px long to its own measure: the part within scales with it, the rest stays px. */
export function toAnchor(px: number, size: number): number {
  if (px < 0) return px / 1_000
  return px > size ? 1 + (px - size) / 1_000 : size === 0 ? 0 : px / size
}

/** The way back, along an anchor that may be longer or shorter here. */
export function fromAnchor(along: number, size: number): number {
  if (along < 0) return along * 1_000
  return along > 1 ? size + (along - 1) * 1_000 : along * size
}

function packAxis(half: number, value: number): number {
  const steps = Math.round(value * STEPS) + HALF
  return half * SPAN + Math.min(Math.max(steps, 0), SPAN - 1)
}

function unpackAxis(packed: number): number {
  return ((packed % SPAN) - HALF) / STEPS
}

function isPacked(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < SPAN * HALF
}
