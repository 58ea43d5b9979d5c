'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { type Timely, useNow } from '../useNow.ts'
import { useStateSource } from '../useStateSource.ts'
import { createLeaverSource, type Leaver } from './leavers.ts'

interface Leaving extends Timely {
  readonly people: readonly PresenceMember[]
}

const NOBODY: readonly Leaver[] = []
const NONE: Leaving = { people: [], nextChangeAt: null }

/**
 * Who said goodbye less than `keepMs` ago, in order of leaving. 0: nobody.
 * @throws PresenceError `missing_provider`
 */
export function useLeavers(keepMs: number): readonly PresenceMember[] {
  const { client } = useProvidedClient('useLeavers')
  const room = useRoomOf('useLeavers')
  const source = useMemo(() => createLeaverSource(room, client.time, keepMs), [room, client, keepMs])
  const leavers = useStateSource<readonly Leaver[]>(source, { initial: NOBODY })
  const read = useMemo(() => {
    return (now: number): Leaving => {
      const still = leavers.filter(({ at }) => now < at + keepMs)
      const [first] = still
      if (first === undefined) return NONE
      return { people: still.map(({ member }) => member), nextChangeAt: first.at + keepMs }
    }
  }, [leavers, keepMs])
  return useNow(client.time, read, NONE).people
}
