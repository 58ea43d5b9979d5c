/**
 * A room handle that is there while somebody holds it. React may render and throw away, hide and show again; only
 * effects take a hold, so what was merely rendered owns nothing and nothing has to be cleaned up after it.
 */

interface Disposable {
  dispose(): void
}

export interface Hold<R> {
  readonly room: R
  /** Idempotent. */
  readonly release: () => void
}

export interface RoomHolding<R> {
  /** The handle, while anybody holds it. */
  current(): R | undefined
  take(): Hold<R>
}

/** `open` makes the handle for the first hold; the last release gives it back (core defers what follows from that). */
export function createRoomHolding<R extends Disposable>(open: () => R): RoomHolding<R> {
  let room: R | undefined
  let holds = 0
  return {
    current: () => room,
    take: () => {
      const taken = room ?? open()
      room = taken
      holds += 1
      let released = false
      return {
        room: taken,
        release: () => {
          if (released) return
          released = true
          holds -= 1
          if (holds > 0) return
          room = undefined
          taken.dispose()
        },
      }
    },
  }
}
