/**
 * The pointers of one layer, past React: positions come in by call, pictures go out as styles of elements. Work goes by
 * the pointers that move.
 */
import type { CursorMove } from '../../hooks/cursors/cursorMove.ts'
import type { DisplayTime } from '../../hooks/cursors/usePageDisplay.ts'
import { createPointerPictures, type PictureOptions, type PointerPictures } from './pointerPictures.ts'
import { createPointerTracks, type Track } from './pointerTracks.ts'
import { createRestWatch, type RestLimits } from './restWatch.ts'

export interface StageOptions extends PictureOptions, RestLimits {}

export interface PointerStage extends Pick<PointerPictures, 'open' | 'attach' | 'ownAt' | 'near'> {
  set(options: StageOptions): void
  hear(move: CursorMove): void
  /** Nobody is known to point any more. */
  clear(): void
}

export function createPointerStage(display: DisplayTime, first: StageOptions): PointerStage {
  const tracks = createPointerTracks()
  const pictures = createPointerPictures(display, tracks, first)
  let limits: RestLimits = first

  const drop = (track: Track): void => {
    tracks.remove(track)
    pictures.gone(track)
  }
  const rest = createRestWatch<Track>(display, {
    all: () => tracks.all(),
    limits: () => limits,
    becameIdle: (track) => {
      track.isIdle = true
      pictures.changed(track)
    },
    gone: drop,
  })
  return {
    near: pictures.near,
    attach: pictures.attach,
    ownAt: pictures.ownAt,
    set: (options) => {
      pictures.set(options)
      const isAsPatient = options.idleAfter === limits.idleAfter && options.hideAfter === limits.hideAfter
      limits = options
      if (isAsPatient) return
      rest.stop()
      rest.watch()
    },
    open: (layer) => {
      const close = pictures.open(layer)
      rest.watch()
      return () => {
        close()
        rest.stop()
      }
    },
    hear: (move) => {
      const track = tracks.hear(move, display.now())
      if (track === undefined) return
      if (move.position === null) return drop(track)
      pictures.changed(track)
      rest.watch()
    },
    clear: () => {
      for (const track of tracks.all()) drop(track)
    },
  }
}
