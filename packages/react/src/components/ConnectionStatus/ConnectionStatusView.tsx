/** How our own link is: a shape, a word, and a way to try again. */
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { StatusShape, StatusTone } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { StatusGlyph } from '../PresenceIndicator/StatusGlyph.tsx'

/** `offline`: the device has no network. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed' | 'offline'

interface OwnProps {
  readonly state: ConnectionState
  /** `icon` keeps its word for assistive technology. Default `pill`. */
  readonly variant?: 'pill' | 'banner' | 'icon' | undefined
  /** The last measured way there and back, ms; told while connected. */
  readonly latency?: number | undefined
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
  const { state, variant = 'pill', latency, hideWhenConnected = false, onRetry, strings = en, ...given } = props
  const { shape, tone } = looks[state]
  const word = strings.connection[state === 'offline' ? 'deviceOffline' : state]
  const isHidden = hideWhenConnected && state === 'connected'
  const mayRetry = onRetry !== undefined && variant !== 'icon' && state !== 'connected' && state !== 'connecting'
  return (
    <PartRoot
      tag="div"
      name="rc-connection-status"
      state={{ state }}
      attributes={{ state, variant, shape, tone, hidden: isHidden }}
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
