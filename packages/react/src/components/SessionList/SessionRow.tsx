import type { ReactElement, ReactNode } from 'react'
import type { Status, StatusRegistry } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { PresenceIndicatorView } from '../PresenceIndicator/PresenceIndicatorView.tsx'
import { STOP } from '../roving/useRovingFocus.ts'

/** One tab or device, as it is shown. */
export interface SessionEntry {
  readonly sessionId: string
  readonly status: Status
  /** What it runs on. Default: its number in the list. */
  readonly name?: string | undefined
  /** Since when it is here, in words. */
  readonly opened?: ReactNode
  /** Its connection is away, and it may come back. Default false. */
  readonly held?: boolean | undefined
  /** The one of this very page, which no button ends. Default false. */
  readonly self?: boolean | undefined
}

interface SessionRowProps {
  readonly session: SessionEntry
  /** Its place in the list, from 1. */
  readonly number: number
  /** Whether Tab reaches its button. */
  readonly isReached: boolean
  readonly onEnd: ((sessionId: string) => void) | undefined
  readonly statuses: StatusRegistry | undefined
  readonly strings: Strings
}

/** One session: how it is, what it is, since when; and what ends it. */
export function SessionRow({ session, number, isReached, onEnd, statuses, strings }: SessionRowProps): ReactElement {
  const { sessionId, status, name, opened, held = false, self = false } = session
  const label = self ? strings.thisBrowser : (name ?? strings.numberedSession(number))
  return (
    <li data-slot="session" data-status={status} data-self={self ? '' : undefined} data-held={held ? '' : undefined}>
      <PresenceIndicatorView {...{ status, statuses, strings }} stale={held} />
      <span data-slot="words">
        <span>
          <bdi>{label}</bdi>
        </span>
        <span className="rc-note">
          {self && name !== undefined && (
            <>
              <bdi>{name}</bdi>
              {' · '}
            </>
          )}
          <bdi>{held ? strings.connection.reconnecting : opened}</bdi>
        </span>
      </span>
      {onEnd !== undefined && !self && (
        <button
          type="button"
          className="rc-button"
          aria-label={strings.endSession({ session: label })}
          tabIndex={isReached ? 0 : -1}
          onClick={() => onEnd(sessionId)}
          {...{ [STOP]: sessionId }}
        >
          {strings.end}
        </button>
      )}
    </li>
  )
}
