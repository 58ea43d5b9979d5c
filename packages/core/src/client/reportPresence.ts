import type { PresenceLocation } from '../member/location.ts'
import type { Room } from './room.ts'

/** Says where in the app this session is. `undefined`: silent. `[]`: here, but nowhere. Sanity's word for `room.reportPresence`. */
export function reportPresence<P, I>(room: Room<P, I>, locations: readonly PresenceLocation[] | undefined): void {
  room.reportPresence(locations)
}
