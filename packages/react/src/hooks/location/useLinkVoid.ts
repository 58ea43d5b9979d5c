'use client'
import { useConnection } from '../connection/useConnection.ts'
import { useStaleSince } from '../connection/useStaleSince.ts'

/** The resume window of the protocol: for so long a server keeps the place of somebody whose line is down. */
const HELD_FOR_MS = 60_000

/**
 * Whether what we know of others is worth nothing any more: our own link has failed, or is down for longer than any
 * server has kept our place, so that no lock may be built on it.
 * @throws PresenceError `missing_provider`
 */
export function useLinkVoid(): boolean {
  const hasFailed = useConnection(({ state }) => state === 'failed')
  const isLong = useStaleSince(HELD_FOR_MS) !== null
  return hasFailed || isLong
}
