/** The pointer of this page as it is told to others: in the words of the space, at an even pace, and gone at once. */
import type { CursorPosition } from '../../hooks/cursors/cursorMove.ts'
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'
import { clampToBox, type Point } from './cursorPoint.ts'
import type { LayerSpace } from './cursorSpace.ts'
import { measureArea } from './measureArea.ts'
import { createPace } from './pace.ts'
import { type PointerKind, watchPointer } from './watchPointer.ts'

export interface OwnPointerOptions {
  readonly space: LayerSpace
  /** Positions a second. 0: nothing is told, and what was told is taken back. */
  readonly rate: number
  readonly kinds: readonly PointerKind[]
  readonly tell: (position: CursorPosition | null) => void
}

export interface OwnPointer {
  set(options: OwnPointerOptions): void
  /** Listens around `layer`, which covers the area; the end of it says that the pointer is gone. */
  open(layer: HTMLElement): () => void
}

/** `moved` hears of each position, in px of the area, for those who choose by it. */
export function createOwnPointer(
  display: DisplayTime,
  first: OwnPointerOptions,
  moved: (point: Point | null) => void,
): OwnPointer {
  let options = first
  let layer: HTMLElement | undefined
  /** px of the window. */
  let pointed: Point | undefined
  let isTold = false

  const tell = (position: CursorPosition | null): void => {
    if (position === null && !isTold) return
    isTold = position !== null
    options.tell(position)
  }
  const pace = createPace(display, () => {
    if (layer === undefined || pointed === undefined) return
    const area = measureArea(layer)
    const { width: right, height: bottom } = area
    // A finger or a captured pointer may have left the area without a word.
    const point = clampToBox(area.fromWindow(pointed), { left: 0, top: 0, right, bottom })
    moved(point)
    if (options.rate > 0) tell(options.space.encode(point, area))
  })
  const gone = (): void => {
    pointed = undefined
    pace.stop()
    moved(null)
    tell(null)
  }
  pace.setPeriod(periodOf(first.rate))
  return {
    set: (next) => {
      const isFaster = next.rate > options.rate
      options = next
      pace.setPeriod(periodOf(next.rate))
      if (next.rate <= 0) tell(null)
      else if (isFaster && pointed !== undefined) pace.touch()
    },
    open: (opened) => {
      layer = opened
      const unwatch = watchPointer(opened.parentElement ?? opened, {
        kinds: () => options.kinds,
        at: (point) => {
          pointed = point
          pace.touch()
        },
        gone,
      })
      return () => {
        unwatch()
        pace.stop()
        layer = undefined
      }
    },
  }
}

/** Who tells nothing still has a place among the others. */
const UNTOLD_MS = 250

function periodOf(rate: number): number {
  return rate > 0 ? 1_000 / rate : UNTOLD_MS
}
