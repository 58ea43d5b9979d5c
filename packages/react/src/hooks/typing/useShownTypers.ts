'use client'
import { useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useStale } from '../connection/useStale.ts'
import { useNow } from '../useNow.ts'
import { createTypingHold, type TypingHold } from './holdTypers.ts'
import { useTyping } from './useTyping.ts'

const NOBODY: readonly PresenceMember[] = []
const SILENCE = { typers: NOBODY, nextChangeAt: null }

/**
 * Who to show as typing: each long enough to be read, the last one a moment longer. While our own link is down nobody
 * is known to type, so the line clears after that moment.
 * @throws PresenceError `missing_provider`
 */
export function useShownTypers(input: string | undefined, hold: TypingHold): readonly PresenceMember[] {
  const { client } = useProvidedClient('useShownTypers')
  const { typers } = useTyping(input)
  const stale = useStale()
  const [readingOf] = useState(() => createTypingHold<PresenceMember>())
  const { minVisible, hideDelay, dismissKey } = hold
  const read = useMemo(
    () => readingOf(stale ? NOBODY : typers, { minVisible, hideDelay, dismissKey }),
    [readingOf, stale, typers, minVisible, hideDelay, dismissKey],
  )
  return useNow(client.time, read, SILENCE).typers
}
