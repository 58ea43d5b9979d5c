'use client'
import type { RoomMoves } from '@rollcall/core'
import { useMemo } from 'react'
import { useRoomOf } from '../../context/roomContext.ts'

/**
 * Pointer positions of an area: `move` says mine, `subscribe` hears the others', both outside of React. Moving
 * pointers render nothing.
 * @throws PresenceError `missing_provider`
 */
export function useCursors(area?: string): RoomMoves {
  const room = useRoomOf('useCursors')
  return useMemo(() => room.moves(area), [room, area])
}
