import type { StateSource } from '@rollcall/core'
import { Observable } from 'rxjs'
import type { RoomHolding } from './roomHolding.ts'

/**
 * A source of a room that may not be held yet: reads as `initial` until then, and each listener takes a hold. The
 * source picked from a handle is remembered, so that its memory (and with it the identity of results) is kept.
 */
export function heldSource<R, T>(
  holding: RoomHolding<R>,
  initial: T,
  pick: (room: R) => StateSource<T>,
): StateSource<T> {
  let pickedFrom: R | undefined
  let picked: StateSource<T> | undefined
  const sourceOf = (room: R): StateSource<T> => {
    if (picked === undefined || pickedFrom !== room) {
      picked = pick(room)
      pickedFrom = room
    }
    return picked
  }
  return {
    getCurrent: () => {
      const room = holding.current()
      return room === undefined ? initial : sourceOf(room).getCurrent()
    },
    subscribe: (listener) => {
      const { room, release } = holding.take()
      const unsubscribe = sourceOf(room).subscribe(listener)
      return () => {
        unsubscribe()
        release()
      }
    },
    observable: new Observable((subscriber) => {
      const { room, release } = holding.take()
      subscriber.add(release)
      subscriber.add(sourceOf(room).observable.subscribe(subscriber))
    }),
  }
}
