'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useNow } from '../useNow.ts'
import { downSince, NOT_DOWN } from './downSince.ts'
import { linkState } from './holdBack.ts'
import { useConnection } from './useConnection.ts'

/**
 * Since when our own link is down (epoch ms), once that is `afterMs` ago; else `null`. For words such as "as of 14:24".
 * @throws PresenceError `missing_provider`
 */
export function useStaleSince(afterMs: number): number | null {
  const { client } = useProvidedClient('useStaleSince')
  const isDown = useConnection((connection) => {
    const state = linkState(connection)
    return state !== 'connected' && state !== 'connecting'
  })
  const read = useMemo(() => downSince(isDown ? 'down' : 'up', afterMs), [isDown, afterMs])
  return useNow(client.time, read, NOT_DOWN).since
}
