/** Draws the pointers of one layer, in one loop over the pictures of the screen. The layout is read once a picture at most. */
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
import type { PointerTracks, Track } from './pointerTracks.ts'
import { watchLayout } from './watchLayout.ts'

export interface PictureOptions {
  readonly space: LayerSpace
  readonly smoothing: Smoothing
  /** ms between two pictures at least; 0: as the screen has them. */
  readonly pace: number
  /** Where there are more sessions than may be shown: all of them, to choose the nearest `max` of. */
  readonly among: ReadonlySet<string> | undefined
  readonly max: number
}

export interface PointerPictures {
  set(options: PictureOptions): void
  /** Draws within `layer`, which covers the area; returns the end of it. */
  open(layer: HTMLElement): () => void
  /** The session's pointer is this element; returns the end of it. */
  attach(sessionId: string, element: HTMLElement): () => void
  /** It moved, or looks otherwise. */
  changed(track: Track): void
  /** It is not to be seen any more. */
  gone(track: Track): void
  /** Where the pointer of this page is. */
  ownAt(point: Point | null): void
  /** Who is shown, where there is something to choose. */
  readonly near: Crowd['near']
}

export function createPointerPictures(
  display: DisplayTime,
  tracks: PointerTracks,
  first: PictureOptions,
): PointerPictures {
  const elements = new Map<string, HTMLElement>()
  const due = new Set<Track>()
  const crowd = createCrowd()
  let options = first
  let layer: HTMLElement | undefined
  let area: MeasuredArea | undefined
  let own: Point | null = null

  const draw = (at: number): boolean => {
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
  const loop = createFrameLoop(display, draw)
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
  return {
    near: crowd.near,
    changed,
    set: (next) => {
      const isSame = next.space === options.space && next.among === options.among && next.max === options.max
      options = next
      loop.setPace(next.pace)
      if (!isSame) redraw()
    },
    open: (opened) => {
      layer = opened
      const unwatch = watchLayout(opened, redraw)
      redraw()
      return () => {
        layer = undefined
        unwatch()
        loop.stop()
      }
    },
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
    gone: (track) => {
      due.delete(track)
      const element = elements.get(track.sessionId)
      if (element !== undefined) hidePointer(element)
      crowdMoved()
    },
    ownAt: (point) => {
      own = point
      crowdMoved()
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
