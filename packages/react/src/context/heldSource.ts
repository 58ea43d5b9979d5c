import type { StateSource } from '@rollcall/core'
import { Observable } from 'rxjs'
import type { RoomHolding } from './roomHolding.ts'

/** Whether a room that is there reads the same as one that is not yet: an empty list, the presence it begins with. */
function isSameContent(initial: unknown, value: unknown): boolean {
  if (Array.isArray(initial)) return Array.isArray(value) && initial.length === 0 && value.length === 0
  if (typeof initial !== 'object' || typeof value !== 'object') return false
  return JSON.stringify(initial) === JSON.stringify(value)
}

/**
 * A source of a room that may not be held yet: reads as `initial` until then, and each listener takes a hold. The
 * source picked from a handle is remembered, so that its memory (and with it the identity of results) is kept; and
 * what reads the same as `initial` is `initial`, so that a room which turns out to be empty renders nothing (INV-49).
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
  let compared: { readonly value: T; readonly isInitial: boolean } | undefined
  const asInitial = (value: T): T => {
    if (compared === undefined || !Object.is(compared.value, value))
      compared = { value, isInitial: isSameContent(initial, value) }
    return compared.isInitial ? initial : value
  }
  return {
    getCurrent: () => {
      const room = holding.current()
      return room === undefined ? initial : asInitial(sourceOf(room).getCurrent())
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
