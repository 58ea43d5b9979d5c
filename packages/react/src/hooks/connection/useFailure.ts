'use client'
import type { Connection } from '@rollcall/core'
import { useConnection } from './useConnection.ts'
import { useRoomRefusal } from './useRoomRefusal.ts'

function failureOf({ state, reason = 'internal' }: Connection): string | undefined {
  return state === 'failed' ? reason : undefined
}

/**
 * The code of why nothing can be known of anybody: our link has failed for good, or the room above refuses us.
 * @throws PresenceError `missing_provider`
 */
export function useFailure(): string | undefined {
  const refusal = useRoomRefusal()
  return useConnection(failureOf) ?? refusal.code
}
