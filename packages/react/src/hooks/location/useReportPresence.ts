'use client'
import type { PresenceLocation } from '@rollcall/core'
import { useEffect } from 'react'
import { useRoomOf } from '../../context/roomContext.ts'
import { useClaim } from '../useClaim.ts'
import { sameJson, useSame } from '../useSame.ts'

/**
 * Says where this part of the page is, for as long as it is mounted; `null`: nowhere. Several reporters in a tab are
 * counted and merged, so one that unmounts takes back its own location and nobody else's. It may be written inline:
 * what is the same as JSON is no change.
 * @throws PresenceError `missing_provider`
 */
export function useReportPresence(location: PresenceLocation | readonly PresenceLocation[] | null): void {
  const room = useRoomOf('useReportPresence')
  const same = useSame(location, sameJson)
  const claim = useClaim(room, same === null ? 'unwanted' : 'wanted')
  useEffect(() => {
    if (same === null) return
    claim.current?.report(isList(same) ? same : [same])
  }, [claim, room, same])
}

function isList(location: PresenceLocation | readonly PresenceLocation[]): location is readonly PresenceLocation[] {
  return Array.isArray(location)
}
