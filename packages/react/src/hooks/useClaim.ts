'use client'
import type { Claim } from '@rollcall/core'
import { useEffect, useRef, type RefObject } from 'react'
import type { RegisteredPresence, RegisteredRoom } from '../context/register.ts'

type HeldClaim = Claim<RegisteredPresence>

/**
 * Takes a claim on being present when mounted, and gives it back when unmounted or no longer `wanted`. Nothing else:
 * that unmounting and mounting again is no leaving is decided in core. Read the ref in effects and handlers only.
 */
export function useClaim(room: RegisteredRoom, wanted: 'wanted' | 'unwanted'): RefObject<HeldClaim | null> {
  const held = useRef<HeldClaim | null>(null)
  useEffect(() => {
    if (wanted === 'unwanted') return undefined
    const claim = room.claim()
    held.current = claim
    return () => {
      held.current = null
      claim.release()
    }
  }, [room, wanted])
  return held
}
