'use client'
import { useMemo } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useNow } from '../useNow.ts'
import { holdBack, type LinkState, linkState } from './holdBack.ts'
import { useConnection } from './useConnection.ts'

const CONNECTING = { state: 'connecting', nextChangeAt: null } as const

/**
 * What a page should show of its link: `reconnecting` only after `showAfterMs`, everything else at once.
 * @throws PresenceError `missing_provider`
 */
export function useLinkState(showAfterMs: number): LinkState {
  const { client } = useProvidedClient('useLinkState')
  const state = useConnection(linkState)
  const read = useMemo(() => holdBack(state, showAfterMs), [state, showAfterMs])
  return useNow(client.time, read, CONNECTING).state
}
