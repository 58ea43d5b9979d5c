'use client'
import { useContext, useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresencePerson } from '../../context/register.ts'
import { RoomContext } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'
import { personSource } from './personSource.ts'

/**
 * What a component shows of somebody, in a room or outside of one; see `personSource` for who is found.
 * @throws PresenceError `missing_provider`
 */
export function usePerson<S>(userId: string, select: Select<PresencePerson | undefined, S>, isEqual?: IsEqual<S>): S {
  const { client } = useProvidedClient('usePerson')
  const room = useContext(RoomContext)?.room
  const source = useMemo(() => personSource(client, room, userId), [client, room, userId])
  return useStateSource<PresencePerson | undefined, S>(source, { initial: undefined, select, isEqual })
}
