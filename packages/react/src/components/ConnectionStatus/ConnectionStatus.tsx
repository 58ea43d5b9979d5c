'use client'
/** `ConnectionStatusView` of the provider's client. */
import { forwardRef } from 'react'
import { useConnection } from '../../hooks/connection/useConnection.ts'
import { useCountdown } from '../../hooks/connection/useCountdown.ts'
import { useLinkState } from '../../hooks/connection/useLinkState.ts'
import { useRestored } from '../../hooks/connection/useRestored.ts'
import { useRetry } from '../../hooks/connection/useRetry.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { ConnectionStatusView, type ConnectionStatusViewProps } from './ConnectionStatusView.tsx'

type Told = 'state' | 'latency' | 'attempt' | 'retryIn' | 'reason' | 'outcome'

export type ConnectionStatusProps = Omit<ConnectionStatusViewProps, Told> & {
  /** Ms that a lost socket may take to come back before it is mentioned. Default 3,000. */
  readonly showAfter?: number | undefined
  /** Ms that "connected again" is said after it was away. Default 3,000. */
  readonly restoredFor?: number | undefined
  /** Tells the latency while connected, the attempt and the next try while not. Default false. */
  readonly details?: boolean | undefined
}

/** Says "reconnecting" late and "connected" at once. */
export const ConnectionStatus: Part<ConnectionStatusProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  ConnectionStatusProps
>(function ConnectionStatus({ showAfter = 3000, restoredFor = 3000, details = false, ...view }, ref) {
  const { strings } = usePresenceSettings()
  const shown = useLinkState(showAfter)
  const isRestored = useRestored(shown, restoredFor)
  const { latency, attempt, retryAt, reason } = useConnection((connection) => pick(connection, details), isSame)
  const retryIn = useCountdown(retryAt)
  const told = { state: isRestored ? 'restored' : shown, latency, attempt, retryIn, reason } as const
  const retry = useRetry()
  return <ConnectionStatusView strings={strings} onRetry={retry} {...view} {...told} ref={ref} />
})

interface Details {
  readonly latency?: number | undefined
  readonly attempt?: number | undefined
  readonly retryAt?: number | undefined
  readonly reason?: string | undefined
}

function pick({ latency, attempt, retryAt, reason }: Details, details: boolean): Details {
  return details ? { latency, attempt, retryAt, reason } : { reason }
}

function isSame(a: Details, b: Details): boolean {
  return a.latency === b.latency && a.attempt === b.attempt && a.retryAt === b.retryAt && a.reason === b.reason
}
