'use client'
import type { RegisteredPresence } from '../../context/register.ts'
import { useProvidedRoom } from '../../context/roomContext.ts'
import { useStateSource } from '../useStateSource.ts'
import { type UpdateMyPresence, useUpdateMyPresence } from './useUpdateMyPresence.ts'

/**
 * What this session says of itself in the room, never folded with my other tabs, and the function that changes it.
 * Before entering: `initialPresence`.
 * @throws PresenceError `missing_provider`
 */
export function useMyPresence(): readonly [presence: RegisteredPresence, update: UpdateMyPresence] {
  const { room, initialPresence } = useProvidedRoom('useMyPresence')
  const update = useUpdateMyPresence()
  return [useStateSource(room.presence, { initial: initialPresence }), update]
}
