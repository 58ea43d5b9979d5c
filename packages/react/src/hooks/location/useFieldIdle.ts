'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { RegisteredUserPresence } from '../../context/register.ts'
import { instantOf } from '../../format/instantOf.ts'
import { type Timely, useNow } from '../useNow.ts'

interface Idle extends Timely {
  readonly isIdle: boolean
}

const NOT: Idle = { isIdle: false, nextChangeAt: null }

/**
 * Whether all who are at a field have done nothing there for `afterMs`, by what they say of themselves.
 * @throws PresenceError `missing_provider`
 */
export function useFieldIdle(others: readonly RegisteredUserPresence[], afterMs: number): boolean {
  const { client } = useProvidedClient('useFieldIdle')
  const read = useMemo(() => idleFrom(others, afterMs), [others, afterMs])
  return useNow(client.time, read, NOT).isIdle
}

function idleFrom(others: readonly RegisteredUserPresence[], afterMs: number): (now: number) => Idle {
  const seen = others.flatMap(({ locations }) =>
    locations.map(({ lastActiveAt }) => instantOf(lastActiveAt) ?? -Infinity),
  )
  const idleAt = Math.max(...seen) + afterMs
  // Nobody there, or nobody who says when.
  if (!Number.isFinite(idleAt)) return () => NOT
  return (now) => (now < idleAt ? { isIdle: false, nextChangeAt: idleAt } : { isIdle: true, nextChangeAt: null })
}
