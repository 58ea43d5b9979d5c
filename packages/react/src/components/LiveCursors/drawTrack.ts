import { intersect } from './cursorPoint.ts'
import { drawPointer, hidePointer } from './drawPointer.ts'
import type { MeasuredArea } from './measureArea.ts'
import { advance, restAt, type Smoothing } from './motion.ts'
import { placePointer } from './placement.ts'
import type { Track } from './pointerTracks.ts'

export interface Picture {
  readonly at: number
  readonly by: Smoothing
  readonly area: MeasuredArea
}

/** Takes a pointer one picture further on its way; `true`: it has arrived, or is not to be seen. */
export function drawTrack(track: Track, element: HTMLElement, { at, by, area }: Picture): boolean {
  const { place } = track
  const box = place?.within === undefined ? area.box : intersect(area.box, place.within)
  if (place === null || box.right <= box.left || box.bottom <= box.top) {
    hidePointer(element)
    track.motion = undefined
    return true
  }
  // Where it shows for the first time it does not come from anywhere.
  const motion = track.motion === undefined ? restAt(place, at) : advance(track.motion, place, { at, by })
  track.motion = motion
  drawPointer(element, placePointer(motion.shown, { box, direction: area.direction }), track.isIdle)
  return motion.isOver
}
