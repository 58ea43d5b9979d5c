'use client'
import { useEffect, useRef } from 'react'
import type { RegisteredRoomEvent } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'

/**
 * Calls `listener` for what happens in the room while mounted; renders nothing. An inline function is fine: the latest
 * one is called, without subscribing again.
 * @throws PresenceError `missing_provider`
 */
export function usePresenceEvents(listener: (event: RegisteredRoomEvent) => void): void {
  const room = useRoomOf('usePresenceEvents')
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  }, [listener])
  useEffect(() => {
    const subscription = room.events.subscribe((event) => latest.current(event))
    return () => subscription.unsubscribe()
  }, [room])
}
