'use client'
import type { Connection } from '@rollcall/core'
import { useConnection } from './useConnection.ts'

const isStale = ({ state }: Connection): boolean => state !== 'connected' && state !== 'connecting'

/**
 * Whether what we know of others is from before our own connection went away. Says so at once: stylesheets wait
 * before they show it.
 * @throws PresenceError `missing_provider`
 */
export function useStale(): boolean {
  return useConnection(isStale)
}
