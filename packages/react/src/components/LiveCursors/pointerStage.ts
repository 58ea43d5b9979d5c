/**
 * The pointers of one layer, past React: positions come in by call, pictures go out as styles of elements. Work goes by
 * the pointers that move; the layout is read once a picture at most, before anything is written.
 */
import type { CursorMove } from '../../hooks/cursors/cursorMove.ts'
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'
import { createCrowd, type Crowd } from './crowd.ts'
import type { Point } from './cursorPoint.ts'
import type { LayerSpace } from './cursorSpace.ts'
import { hidePointer } from './drawPointer.ts'
import { drawTrack } from './drawTrack.ts'
import { createFrameLoop } from './frameLoop.ts'
import { type MeasuredArea, measureArea } from './measureArea.ts'
import type { Smoothing } from './motion.ts'
import type { Pointing } from './nearestPointers.ts'
import { createPointerTracks, type Track } from './pointerTracks.ts'
import { createRestWatch, type RestLimits } from './restWatch.ts'
import { watchLayout } from './watchLayout.ts'

export interface StageOptions extends RestLimits {
  readonly space: LayerSpace
  readonly smoothing: Smoothing
  /** ms between two pictures at least; 0: as the screen has them. */
  readonly pace: number
  /** Where there are more sessions than may be shown: all of them, to choose the nearest `max` of. */
  readonly among: ReadonlySet<string> | undefined
  readonly max: number
}

export interface PointerStage {
  set(options: StageOptions): void
  /** Draws within `layer`, which covers the area; returns the end of it. */
  open(layer: HTMLElement): () => void
  /** The session's pointer is this element; returns the end of it. */
  attach(sessionId: string, element: HTMLElement): () => void
  hear(move: CursorMove): void
  /** Where the pointer of this page is. */
  ownAt(point: Point | null): void
  /** Nobody is known to point any more. */
  clear(): void
  /** Who is shown, where there is something to choose. */
  readonly near: Crowd['near']
}

export function createPointerStage(display: DisplayTime, first: StageOptions): PointerStage {
  const tracks = createPointerTracks()
  const elements = new Map<string, HTMLElement>()
  const due = new Set<Track>()
  const crowd = createCrowd()
  let options = first
  let layer: HTMLElement | undefined
  let area: MeasuredArea | undefined
  let own: Point | null = null

  const picture = (at: number): boolean => {
    if (layer === undefined) return false
    if (area === undefined || options.space.isLoose) area = measureArea(layer)
    // All that is read comes before all that is written.
    for (const track of due) track.place = options.space.decode(track.position, area)
    const isChosen = choose(at, area)
    for (const track of due) {
      const element = elements.get(track.sessionId)
      if (element === undefined || drawTrack(track, element, { at, by: options.smoothing, area })) due.delete(track)
    }
    return due.size > 0 || !isChosen
  }
  const choose = (at: number, measured: MeasuredArea): boolean => {
    const { among, max, space } = options
    if (among === undefined) return true
    const to = own ?? { x: measured.width / 2, y: measured.height / 2 }
    return crowd.choose(at, { max, to, pointers: () => pointersOf(tracks.all(), { among, area: measured, space }) })
  }
  const loop = createFrameLoop(display, picture)
  const crowdMoved = (): void => {
    if (options.among === undefined) return
    crowd.moved()
    loop.wake()
  }
  const changed = (track: Track): void => {
    if (elements.has(track.sessionId)) {
      due.add(track)
      loop.wake()
    }
    crowdMoved()
  }
  const redraw = (): void => {
    area = undefined
    for (const track of tracks.all()) changed(track)
  }
  const drop = (track: Track): void => {
    tracks.remove(track)
    due.delete(track)
    const element = elements.get(track.sessionId)
    if (element !== undefined) hidePointer(element)
    crowdMoved()
  }
  const rest = createRestWatch<Track>(display, {
    all: () => tracks.all(),
    limits: () => options,
    becameIdle: (track) => {
      track.isIdle = true
      changed(track)
    },
    gone: drop,
  })
  const open = (opened: HTMLElement): (() => void) => {
    layer = opened
    const unwatch = watchLayout(opened, redraw)
    redraw()
    rest.watch()
    return () => {
      layer = undefined
      unwatch()
      loop.stop()
      rest.stop()
    }
  }
  const set = (next: StageOptions): void => {
    const before = options
    options = next
    loop.setPace(next.pace)
    if (next.space !== before.space || next.among !== before.among || next.max !== before.max) redraw()
    if (next.idleAfter === before.idleAfter && next.hideAfter === before.hideAfter) return
    rest.stop()
    rest.watch()
  }
  return {
    near: crowd.near,
    set,
    open,
    attach: (sessionId, element) => {
      elements.set(sessionId, element)
      const track = tracks.get(sessionId)
      if (track !== undefined) changed(track)
      return () => {
        elements.delete(sessionId)
        // Shown again, it stands where it is: it has not wandered meanwhile.
        const left = tracks.get(sessionId)
        if (left !== undefined) left.motion = undefined
      }
    },
    hear: (move) => {
      const track = tracks.hear(move, display.now())
      if (track === undefined) return
      if (move.position === null) return drop(track)
      changed(track)
      rest.watch()
    },
    ownAt: (point) => {
      own = point
      crowdMoved()
    },
    clear: () => {
      for (const track of tracks.all()) drop(track)
    },
  }
}

interface Measure {
  readonly among: ReadonlySet<string>
  readonly area: MeasuredArea
  readonly space: LayerSpace
}

function pointersOf(tracks: Iterable<Track>, { among, area, space }: Measure): readonly Pointing[] {
  const pointing: Pointing[] = []
  for (const { sessionId, position } of tracks) {
    const place = among.has(sessionId) ? space.decode(position, area) : null
    if (place !== null) pointing.push({ sessionId, x: place.x, y: place.y })
  }
  return pointing
}
