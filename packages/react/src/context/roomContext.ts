'use client'
import { createContext, useContext, type Context } from 'react'
import { missingProvider } from './missingProvider.ts'
import type { RegisteredPresence, RegisteredRoom } from './register.ts'

/** What `<PresenceRoom>` hands down. */
export interface ProvidedRoom {
  readonly room: RegisteredRoom
  /** What this session says of itself before entering. */
  readonly initialPresence: RegisteredPresence
  /** Enters and looks again, as far as the element wants to, after the room has refused. */
  readonly askAgain: () => void
}

export const RoomContext: Context<ProvidedRoom | undefined> = createContext<ProvidedRoom | undefined>(undefined)

/** @throws PresenceError `missing_provider`, naming `hook` */
export function useProvidedRoom(hook: string): ProvidedRoom {
  const provided = useContext(RoomContext)
  if (provided === undefined) throw missingProvider(hook, 'PresenceRoom')
  return provided
}

/** The room for a hook of that name. @throws PresenceError `missing_provider`, naming `hook` */
export function useRoomOf(hook: string): RegisteredRoom {
  return useProvidedRoom(hook).room
}

/**
 * The room of the nearest `<PresenceRoom>`, the same object for as long as its `id` stays. Its sources read as empty
 * until the room is mounted; `dispose` does nothing, since the element gives the room back when it unmounts.
 * @throws PresenceError `missing_provider`
 */
export function useRoom(): RegisteredRoom {
  return useRoomOf('useRoom')
}
