'use client'
import { useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { type Timely, useNow } from '../useNow.ts'
import type { ShownLink } from './holdBack.ts'
import { createRecall, type Outcome, socketOf } from './recall.ts'
import { useConnection } from './useConnection.ts'

interface Told extends Timely {
  readonly outcome: Outcome
}

const NOTHING: Told = { outcome: undefined, nextChangeAt: null }

/**
 * What the return of a link came to that was shown as away, for `forMs`. `shown`: as `useLinkState` has it.
 * @throws PresenceError `missing_provider`
 */
export function useRecovery(shown: ShownLink['state'], forMs: number): Outcome {
  const { client } = useProvidedClient('useRecovery')
  const socket = useConnection(socketOf)
  const [outcomeOf] = useState(createRecall)
  const outcome = useMemo(() => outcomeOf(shown, socket), [outcomeOf, shown, socket])
  const read = useMemo(() => (outcome === undefined ? () => NOTHING : forAWhile(outcome, forMs)), [outcome, forMs])
  return useNow(client.time, read, NOTHING).outcome
}

/** From the first reading on. */
function forAWhile(outcome: Outcome, forMs: number): (now: number) => Told {
  let told: Told | undefined
  return (now) => {
    told ??= { outcome, nextChangeAt: now + forMs }
    return now < (told.nextChangeAt ?? now) ? told : NOTHING
  }
}
