/** How our own link is: a shape, a word, and a way to try again. */
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { StatusShape, StatusTone } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { StatusGlyph } from '../PresenceIndicator/StatusGlyph.tsx'
import { failureOf } from './failureOf.ts'

/** `offline`: the device has no network. `restored`: connected again a moment ago. */
export type ConnectionState =
  | 'connecting'
  | 'connected'
  | 'restored'
  | 'reconnecting'
  | 'disconnected'
  | 'failed'
  | 'offline'

interface OwnProps {
  readonly state: ConnectionState
  /** `icon` keeps its word for assistive technology. Default `pill`. */
  readonly variant?: 'pill' | 'banner' | 'icon' | undefined
  /** The last measured way there and back, ms; told while connected. */
  readonly latency?: number | undefined
  /** How often it was tried since; told from the second time on, while reconnecting. */
  readonly attempt?: number | undefined
  /** Whole seconds until the next try; not spoken, since it changes each second. */
  readonly retryIn?: number | undefined
  /** The code of what ended it: a failure is explained where a person can do something about it. */
  readonly reason?: string | undefined
  /** What came of a link that is `restored`: nothing was missed, or the picture was asked for again. Default: unknown. */
  readonly outcome?: 'resumed' | 'resynced' | undefined
  /** Keeps its place and shows nothing while connected. Default false. */
  readonly hideWhenConnected?: boolean | undefined
  /** Gives a button once the link has failed or is down; an icon has no room for one. */
  readonly onRetry?: (() => void) | undefined
  readonly strings?: Strings | undefined
}

export type ConnectionStatusViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
  { readonly state: ConnectionState },
  OwnProps
>

/** Amber, not red, while it may come back by itself. */
const looks: Readonly<Record<ConnectionState, { readonly shape: StatusShape; readonly tone: StatusTone }>> = {
  connecting: { shape: 'broken-ring', tone: 'neutral' },
  connected: { shape: 'disc', tone: 'positive' },
  restored: { shape: 'disc', tone: 'positive' },
  reconnecting: { shape: 'broken-ring', tone: 'warning' },
  disconnected: { shape: 'ring', tone: 'neutral' },
  offline: { shape: 'slashed-ring', tone: 'warning' },
  failed: { shape: 'barred-disc', tone: 'negative' },
}

/** Above this, single milliseconds are noise. */
const ROUND_FROM_MS = 100

/** Not a live region: the announcer speaks once when the link goes and once when it is back. */
export const ConnectionStatusView: Part<ConnectionStatusViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  ConnectionStatusViewProps
>(function ConnectionStatusView(props, ref) {
  const { state, variant = 'pill', latency, hideWhenConnected = false, onRetry, strings = en, ...most } = props
  const { attempt = 0, retryIn, reason, outcome, ...given } = most
  const { shape, tone } = looks[state]
  const word = wordOf(state, { outcome, reason, strings })
  const isHidden = hideWhenConnected && state === 'connected'
  const mayRetry =
    onRetry !== undefined &&
    variant !== 'icon' &&
    state !== 'connected' &&
    state !== 'restored' &&
    state !== 'connecting'
  return (
    <PartRoot
      tag="div"
      name="rc-connection-status"
      state={{ state }}
      attributes={{
        state,
        variant,
        shape,
        tone,
        hidden: isHidden,
        reason: state === 'connected' || state === 'restored' ? undefined : reason,
        attempt: attempt > 0 ? attempt : undefined,
      }}
      given={given}
      ref={ref}
    >
      <StatusGlyph shape={shape} />
      <span data-slot="word" className={variant === 'icon' ? 'rc-hidden' : undefined}>
        {word}
      </span>
      {latency !== undefined && state === 'connected' && variant !== 'icon' && (
        <span data-slot="latency">{strings.latency(round(latency))}</span>
      )}
      {state === 'reconnecting' && variant !== 'icon' && attempt > 1 && (
        <span data-slot="attempt">{strings.attempt(attempt)}</span>
      )}
      {state === 'reconnecting' && variant !== 'icon' && retryIn !== undefined && (
        <span data-slot="countdown" aria-hidden>
          {strings.nextTry(retryIn)}
        </span>
      )}
      {mayRetry && (
        <button type="button" className="rc-button" onClick={onRetry}>
          {strings.retry}
        </button>
      )}
    </PartRoot>
  )
})

function round(milliseconds: number): number {
  return milliseconds < ROUND_FROM_MS ? Math.round(milliseconds) : Math.round(milliseconds / 10) * 10
}

interface Telling {
  readonly outcome: 'resumed' | 'resynced' | undefined
  readonly reason: string | undefined
  readonly strings: Strings
}

function wordOf(state: ConnectionState, { outcome, reason, strings }: Telling): string {
  if (state === 'restored') return outcome === undefined ? strings.restored : strings[outcome]
  if (state === 'offline') return strings.connection.deviceOffline
  const failure = state === 'failed' && reason !== undefined ? failureOf(reason) : undefined
  return failure === undefined ? strings.connection[state] : strings.failures[failure]
}
