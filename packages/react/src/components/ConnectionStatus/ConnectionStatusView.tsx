/** How our own link is: a shape, a word, and a way to try again. */
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { StatusGlyph } from '../PresenceIndicator/StatusGlyph.tsx'
import { ConnectionDetails, type ConnectionFigures } from './ConnectionDetails.tsx'
import { connectionLooks, type ConnectionState, connectionWord } from './connectionLooks.ts'
import { failureOf } from './failureOf.ts'

interface OwnProps extends ConnectionFigures {
  readonly state: ConnectionState
  /** `icon` keeps its word for assistive technology and as its title. Default `pill`. */
  readonly variant?: 'pill' | 'banner' | 'icon' | undefined
  /** Keeps its place and shows nothing while connected. Default false. */
  readonly hideWhenConnected?: boolean | undefined
  /** Gives a button once the link has failed or is down; an icon has no room for one. */
  readonly onRetry?: (() => void) | undefined
  /** Gives a button in place of that one where only signing in helps. */
  readonly onSignIn?: (() => void) | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type ConnectionStatusViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
  { readonly state: ConnectionState },
  OwnProps
>

const DOWN: ReadonlySet<ConnectionState> = new Set(['reconnecting', 'offline', 'failed', 'closed'])

/** Not a live region: the announcer speaks once when the link goes and once when it is back. */
export const ConnectionStatusView: Part<ConnectionStatusViewProps, HTMLDivElement> = forwardRef<
  HTMLDivElement,
  ConnectionStatusViewProps
>(function ConnectionStatusView(props, ref) {
  const { state, variant = 'pill', hideWhenConnected = false, onRetry, onSignIn, strings = en, ...most } = props
  const { latency, attempt = 0, retryIn, queued, reason, ...given } = most
  const { shape, tone } = connectionLooks[state]
  const word = connectionWord(state, reason, strings)
  const isIcon = variant === 'icon'
  const failure = state === 'failed' ? failureOf(reason) : undefined
  const signsIn = failure === 'unauthorised' && onSignIn !== undefined
  const act = signsIn ? onSignIn : onRetry
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
        hidden: state === 'idle' || (hideWhenConnected && state === 'connected'),
        reason: failure,
        attempt: attempt > 0 ? attempt : undefined,
      }}
      given={isIcon ? { title: word, ...given } : given}
      ref={ref}
    >
      <StatusGlyph shape={shape} />
      <span data-slot="word" className={isIcon ? 'rc-hidden' : undefined}>
        {word}
      </span>
      {!isIcon && <ConnectionDetails {...{ state, strings, latency, attempt, retryIn, queued, reason }} />}
      {!isIcon && act !== undefined && DOWN.has(state) && (
        <button type="button" className="rc-button" onClick={act}>
          {signsIn ? strings.signIn : strings.retry}
        </button>
      )}
    </PartRoot>
  )
})
