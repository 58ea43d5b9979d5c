'use client'
/** `ConnectionStatusView` of the provider's client. */
import { forwardRef } from 'react'
import type { ShownLink } from '../../hooks/connection/holdBack.ts'
import { useCountdown } from '../../hooks/connection/useCountdown.ts'
import { useLinkFigures } from '../../hooks/connection/useLinkFigures.ts'
import { useLinkState } from '../../hooks/connection/useLinkState.ts'
import { useRecovery } from '../../hooks/connection/useRecovery.ts'
import { useRetry } from '../../hooks/connection/useRetry.ts'
import { useRoomRefusal } from '../../hooks/connection/useRoomRefusal.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { ConnectionFigures } from './ConnectionDetails.tsx'
import type { ConnectionState } from './connectionLooks.ts'
import { ConnectionStatusView, type ConnectionStatusViewProps } from './ConnectionStatusView.tsx'

export type ConnectionStatusProps = Omit<ConnectionStatusViewProps, 'state' | keyof ConnectionFigures> & {
  /** Ms that a lost socket may take to come back before it is mentioned. A device without a network is told at once. Default 3,000. */
  readonly showAfter?: number | undefined
  /** Ms that it is said what the return came to. Default 3,000. */
  readonly restoredFor?: number | undefined
  /** Tells the latency while connected; the attempt, the next try and what waits to go out while not. Default false. */
  readonly details?: boolean | undefined
}

/**
 * Says "reconnecting" late and "connected" at once. Inside of a room that has refused us it is `failed`, too. A click on
 * its button tries again, unless `onRetry` does something else.
 */
export const ConnectionStatus: Part<ConnectionStatusProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  ConnectionStatusProps
>(function ConnectionStatus({ showAfter = 3000, restoredFor = 3000, details = false, ...view }, ref) {
  const { strings } = usePresenceSettings()
  const shown = useLinkState(showAfter)
  const recovery = useRecovery(shown, restoredFor)
  const { latency, attempt, queued, retryAt, reason } = useLinkFigures(details ? 'all' : 'reason')
  const retryIn = useCountdown(retryAt)
  const refusal = useRoomRefusal()
  const retry = useRetry()
  const isRefused = refusal.code !== undefined && shown === 'connected'
  const state = isRefused ? 'failed' : (recovery ?? stateOf(shown))
  const told = { state, latency, attempt, queued, retryIn, reason: isRefused ? refusal.code : reason }
  return (
    <ConnectionStatusView
      strings={strings}
      onRetry={isRefused ? refusal.askAgain : retry}
      {...view}
      {...told}
      ref={ref}
    />
  )
})

function stateOf(shown: ShownLink['state']): ConnectionState {
  return shown === 'disconnected' ? 'closed' : shown
}
