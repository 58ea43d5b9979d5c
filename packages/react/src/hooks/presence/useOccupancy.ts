'use client'
import { NO_OCCUPANCY } from '../../context/emptyRoom.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { useStateSource } from '../useStateSource.ts'

/**
 * How many people and how many sessions are in the room; all that a room with `subscribe="count"` tells.
 * @throws PresenceError `missing_provider`
 */
export function useOccupancy(): { readonly members: number; readonly sessions: number } {
  const { occupancy } = useRoomOf('useOccupancy')
  return useStateSource(occupancy, { initial: NO_OCCUPANCY })
}
