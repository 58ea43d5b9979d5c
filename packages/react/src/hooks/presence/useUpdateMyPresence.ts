'use client'
import { useCallback } from 'react'
import type { RegisteredPresence } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'

/** Top-level keys to change; `undefined` removes one, `null` is a value. Or a function from what is said now. */
export type PresencePatch =
  | Partial<RegisteredPresence>
  | ((previous: RegisteredPresence) => Partial<RegisteredPresence>)

/** Resolves when the change is accepted, or transmitted where nothing accepts; pends while offline. */
export type UpdateMyPresence = (patch: PresencePatch) => Promise<void>

/**
 * Changes what this session says of itself in the room, without reading it: the component does not render for it.
 * The function keeps its identity. As `room.update` it throws at once what is wrong already here (`not_entered`,
 * `invalid_presence`, `data_too_large`), and rejects when a server refuses.
 * @throws PresenceError `missing_provider`
 */
export function useUpdateMyPresence(): UpdateMyPresence {
  const room = useRoomOf('useUpdateMyPresence')
  return useCallback((patch) => room.update(patch), [room])
}
