import type { ReactElement } from 'react'
import type { Strings } from '../../strings/strings.ts'
import type { ConnectionState } from './connectionLooks.ts'

export interface ConnectionFigures {
  /** The last measured way there and back, ms; told while connected, to 10 ms above 100. */
  readonly latency?: number | undefined
  /** How often it was tried since; told from the second time on, while reconnecting. */
  readonly attempt?: number | undefined
  /** Whole seconds until the next try; not spoken, since it changes each second. */
  readonly retryIn?: number | undefined
  /** What goes out once it is back; told while it is not. */
  readonly queued?: number | undefined
  /** The code of what ended it; told once it has failed, for whoever is asked for help. */
  readonly reason?: string | undefined
}

interface ConnectionDetailsProps extends ConnectionFigures {
  readonly state: ConnectionState
  readonly strings: Strings
}

/** Above this, single milliseconds are noise. */
const ROUND_FROM_MS = 100

function round(milliseconds: number): number {
  return milliseconds < ROUND_FROM_MS ? Math.round(milliseconds) : Math.round(milliseconds / 10) * 10
}

/** What there is to know beside the word. */
export function ConnectionDetails({ state, strings, ...figures }: ConnectionDetailsProps): ReactElement {
  const { latency, attempt = 0, retryIn, queued = 0, reason } = figures
  const isUp = state === 'connected' || state === 'resumed' || state === 'resynced'
  return (
    <>
      {latency !== undefined && state === 'connected' && (
        <span data-slot="latency">{strings.latency(round(latency))}</span>
      )}
      {state === 'reconnecting' && attempt > 1 && <span data-slot="attempt">{strings.attempt(attempt)}</span>}
      {state === 'reconnecting' && retryIn !== undefined && (
        <span data-slot="countdown" aria-hidden>
          {strings.nextTry(retryIn)}
        </span>
      )}
      {queued > 0 && !isUp && <span data-slot="queued">{strings.queued(queued)}</span>}
      {reason !== undefined && state === 'failed' && (
        <span data-slot="code" dir="ltr">
          {reason}
        </span>
      )}
    </>
  )
}
