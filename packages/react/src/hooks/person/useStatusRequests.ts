'use client'
import type { Status } from '@rollcall/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import type { RegisteredClient } from '../../context/register.ts'
import { useAnnounce } from '../announcing/useAnnounce.ts'
import { useConnection } from '../connection/useConnection.ts'
import { usePresenceSettings } from '../usePresenceSettings.ts'

/** A status with its words and its end (epoch ms), as `setStatus` takes it. */
export interface StatusChoice {
  readonly status: Status | 'auto'
  readonly text?: string | undefined
  readonly expiresAt?: number | undefined
}

export interface StatusRequests {
  readonly ask: (choice: StatusChoice) => void
  /** What has come of the latest: on its way, waiting for the link, or neither any more. */
  readonly pending: 'sent' | 'waiting' | undefined
  /** The latest, where it was refused, and why. Gone with the next. */
  readonly refused: { readonly choice: StatusChoice; readonly reason: string } | undefined
}

type Outcome = 'accepted' | 'pending' | NonNullable<StatusRequests['refused']>

/** A refusal of a check on this side is thrown at once, one of the server comes later: both are a rejection here. */
async function setStatus(client: RegisteredClient, { status, text, expiresAt }: StatusChoice): Promise<void> {
  await client.setStatus(status, {
    ...(text === undefined ? {} : { text }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  })
}

/**
 * Sets my status, and follows what comes of it: the latest choice counts. That it waits and that it was refused is
 * spoken, too; what was refused is taken back by the client.
 * @throws PresenceError `missing_provider`
 */
export function useStatusRequests(onRefused?: (error: unknown) => void): StatusRequests {
  const { client } = useProvidedClient('useStatusRequests')
  const { strings } = usePresenceSettings()
  const announce = useAnnounce()
  const latest = useRef(0)
  const [outcome, setOutcome] = useState<Outcome>('accepted')
  const isConnected = useConnection(({ state }) => state === 'connected')
  const isWaiting = outcome === 'pending' && !isConnected
  useEffect(() => {
    if (isWaiting) announce(strings.appliesLater)
  }, [isWaiting, announce, strings])
  const ask = useCallback(
    (choice: StatusChoice): void => {
      latest.current += 1
      const turn = latest.current
      const settle = (next: Outcome): void => {
        if (turn === latest.current) setOutcome(next)
      }
      setOutcome('pending')
      setStatus(client, choice).then(
        () => settle('accepted'),
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          settle({ choice, reason })
          announce(strings.statusRefused({ reason }))
          onRefused?.(error)
        },
      )
    },
    [client, announce, strings, onRefused],
  )
  const pending = outcome === 'pending' ? (isConnected ? 'sent' : 'waiting') : undefined
  return { ask, pending, refused: typeof outcome === 'string' ? undefined : outcome }
}
