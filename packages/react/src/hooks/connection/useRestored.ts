'use client'
import { useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { type Timely, useNow } from '../useNow.ts'
import type { LinkState } from './holdBack.ts'

interface Restored extends Timely {
  readonly isRestored: boolean
}

const NOT: Restored = { isRestored: false, nextChangeAt: null }

/**
 * Whether a link that was shown as away is back for less than `forMs`. `state`: as it is shown.
 * @throws PresenceError `missing_provider`
 */
export function useRestored(state: LinkState, forMs: number): boolean {
  const { client } = useProvidedClient('useRestored')
  const [last, setLast] = useState({ state, wasAway: false })
  if (last.state !== state) {
    const wasAway = last.state === 'reconnecting' || last.state === 'offline' || last.state === 'failed'
    setLast({ state, wasAway })
  }
  const isBack = state === 'connected' && last.state === state && last.wasAway
  const read = useMemo(() => (isBack ? justNow(forMs) : () => NOT), [isBack, forMs])
  return useNow(client.time, read, NOT).isRestored
}

/** True from the first reading on. */
function justNow(forMs: number): (now: number) => Restored {
  let endsAt: number | undefined
  return (now) => {
    endsAt ??= now + forMs
    return now < endsAt ? { isRestored: true, nextChangeAt: endsAt } : NOT
  }
}
