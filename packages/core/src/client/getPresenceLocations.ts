import type { UserPresence } from '../member/location.ts'
import type { StateSource } from '../store/stateSource.ts'
import type { Room } from './room.ts'

/** Where everybody in the room is, one entry per session that reports. Sanity's word for `room.locations()`. */
export function getPresenceLocations<P, I>(room: Room<P, I>): StateSource<readonly UserPresence<I>[]> {
  return room.locations()
}
