'use client'
import { useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useNow } from '../useNow.ts'
import { createLinkHold, linkState, type ShownLink } from './holdBack.ts'
import { useConnection } from './useConnection.ts'

const IDLE: ShownLink = { state: 'idle', nextChangeAt: null }

/**
 * What a page should show of its link: `reconnecting` only `showAfterMs` after it was up, `connecting` after a second,
 * everything else at once. Who comes while the link is down sees that it is.
 * @throws PresenceError `missing_provider`
 */
export function useLinkState(showAfterMs: number): ShownLink['state'] {
  const { client } = useProvidedClient('useLinkState')
  const state = useConnection(linkState)
  const [readingOf] = useState(createLinkHold)
  const read = useMemo(() => readingOf(state, showAfterMs), [readingOf, state, showAfterMs])
  return useNow(client.time, read, IDLE).state
}
