'use client'
import { useMemo } from 'react'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { PresenceMember, RegisteredSession } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { useStateSource } from '../useStateSource.ts'

const sessionsOf = (member: PresenceMember | undefined): readonly RegisteredSession[] => member?.sessions ?? NOBODY

/**
 * The tabs and devices of somebody in the room, in order of entering; none once they are gone. Without an id: mine.
 * @throws PresenceError `missing_provider`
 */
export function useSessions(userId: string | undefined): readonly RegisteredSession[] {
  const room = useRoomOf('useSessions')
  const source = useMemo(() => (userId === undefined ? room.self : room.member(userId)), [room, userId])
  return useStateSource<PresenceMember | undefined, readonly RegisteredSession[]>(source, {
    initial: undefined,
    select: sessionsOf,
  })
}
