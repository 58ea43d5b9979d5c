'use client'
import type { LocationQuery, PathSegment } from '@rollcall/core'
import { useMemo } from 'react'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { RegisteredUserPresence } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { sameJson, useSame } from '../useSame.ts'
import { useStateSource } from '../useStateSource.ts'

/** A document, a path below which, or both; a bare list is a path. */
export type LocationPrefix = LocationQuery | readonly PathSegment[]

function isPath(prefix: LocationPrefix): prefix is readonly PathSegment[] {
  return Array.isArray(prefix)
}

/**
 * Where the sessions of the room are, one entry per session that reports, my own included; below `prefix` only, where
 * given. It may be written inline.
 * @throws PresenceError `missing_provider`
 */
export function useLocations(prefix?: LocationPrefix): readonly RegisteredUserPresence[] {
  const room = useRoomOf('useLocations')
  const same = useSame(prefix, sameJson)
  const source = useMemo(() => {
    if (same === undefined) return room.locations()
    return room.locations(isPath(same) ? { path: same } : same)
  }, [room, same])
  return useStateSource<readonly RegisteredUserPresence[]>(source, { initial: NOBODY })
}
