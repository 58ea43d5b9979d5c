'use client'
/** `ConnectionStatusView` of the provider's client. */
import { forwardRef } from 'react'
import { useConnection } from '../../hooks/connection/useConnection.ts'
import { useLinkState } from '../../hooks/connection/useLinkState.ts'
import { useRetry } from '../../hooks/connection/useRetry.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { ConnectionStatusView, type ConnectionStatusViewProps } from './ConnectionStatusView.tsx'

export type ConnectionStatusProps = Omit<ConnectionStatusViewProps, 'state' | 'latency'> & {
  /** Ms that a lost socket may take to come back before it is mentioned. Default 3,000. */
  readonly showAfter?: number | undefined
  /** Tells the latency while connected. Default false. */
  readonly details?: boolean | undefined
}

/** Says "reconnecting" late and "connected" at once. */
export const ConnectionStatus: Part<ConnectionStatusProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  ConnectionStatusProps
>(function ConnectionStatus({ showAfter = 3000, details = false, ...view }, ref) {
  const { strings } = usePresenceSettings()
  const state = useLinkState(showAfter)
  const latency = useConnection((connection) => (details ? connection.latency : undefined))
  const retry = useRetry()
  return <ConnectionStatusView strings={strings} onRetry={retry} {...view} {...{ state, latency }} ref={ref} />
})
