'use client'
import { useLinkState } from './useLinkState.ts'

/** A socket that is back sooner was never away. */
const SHOW_AFTER_MS = 3000

/**
 * Whether what we know of others is from before our own connection went away, and long enough ago to be said.
 * @throws PresenceError `missing_provider`
 */
export function useStale(): boolean {
  const state = useLinkState(SHOW_AFTER_MS)
  return state !== 'connected' && state !== 'connecting' && state !== 'idle'
}
