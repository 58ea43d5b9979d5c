'use client'
import { PresenceError } from '@rollcall/core'
import type { RegisteredRoom } from '../context/register.ts'
import { useRoomOf } from '../context/roomContext.ts'
import { useStateSource } from '../hooks/useStateSource.ts'

/** One promise per room: React wants the same one each time it asks. */
const firstSyncs = new WeakMap<RegisteredRoom, Promise<void>>()

function firstSync({ synced }: RegisteredRoom): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!synced.getCurrent()) return
      end()
      resolve()
    }
    const end = synced.subscribe(look)
    look()
  })
}

function firstSyncOf(room: RegisteredRoom): Promise<void> {
  const known = firstSyncs.get(room)
  if (known !== undefined) return known
  const made = firstSync(room)
  firstSyncs.set(room, made)
  return made
}

/**
 * Suspends until the picture of the room has been whole once. The `<Suspense>` has to stand inside of
 * `<PresenceRoom>`: what suspends is not mounted, and a room that is not mounted is not entered. A server never gets a
 * picture, so there it throws, which makes React send the fallback instead of waiting.
 * @throws PresenceError `missing_provider`; `unsupported` on a server
 */
export function useSynced(hook: string): void {
  const room = useRoomOf(hook)
  const synced = useStateSource(room.synced, { initial: false })
  if (synced) return
  if (typeof document === 'undefined')
    throw new PresenceError('unsupported', `unable to wait in ${hook}; a server never sees who is in a room`, {
      hint: 'Put a <Suspense> with a fallback around it, inside of <PresenceRoom>.',
    })
  // oxlint-disable-next-line typescript/only-throw-error -- how every React from 18.2 on is told to wait
  throw firstSyncOf(room)
}
