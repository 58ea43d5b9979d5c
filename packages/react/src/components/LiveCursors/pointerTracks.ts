/** Who points where, and since when: the newest position of each session of an area. */
import type { CursorMove, CursorPosition } from '../../hooks/cursors/cursorMove.ts'
import type { SpacePoint } from './cursorSpace.ts'
import { type Motion, setOut } from './motion.ts'

export interface Track {
  readonly sessionId: string
  position: CursorPosition
  /** Where that is on this screen; read before each picture. */
  place: SpacePoint | null
  /** `undefined` until it is drawn. */
  motion: Motion | undefined
  movedAt: number
  isIdle: boolean
}

export interface PointerTracks {
  get(sessionId: string): Track | undefined
  all(): Iterable<Track>
  /** The track that moved, or the one that is gone; `undefined` where nobody was. */
  hear(move: CursorMove, at: number): Track | undefined
  remove(track: Track): void
}

export function createPointerTracks(): PointerTracks {
  const tracks = new Map<string, Track>()
  const put = (sessionId: string, position: CursorPosition, at: number): Track => {
    const known = tracks.get(sessionId)
    if (known === undefined) {
      const made: Track = { sessionId, position, place: null, motion: undefined, movedAt: at, isIdle: false }
      tracks.set(sessionId, made)
      return made
    }
    known.position = position
    known.movedAt = at
    known.isIdle = false
    if (known.motion !== undefined) known.motion = setOut(known.motion, at, known.place ?? known.motion.shown)
    return known
  }
  return {
    get: (sessionId) => tracks.get(sessionId),
    all: () => tracks.values(),
    hear: ({ sessionId, position }, at) => {
      if (position !== null) return put(sessionId, position, at)
      const gone = tracks.get(sessionId)
      tracks.delete(sessionId)
      return gone
    },
    remove: ({ sessionId }) => {
      tracks.delete(sessionId)
    },
  }
}
