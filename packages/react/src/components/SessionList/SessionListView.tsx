'use client'
/** The tabs and devices of one person. */
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { StatusRegistry } from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { useRovingFocus } from '../roving/useRovingFocus.ts'
import { type SessionEntry, SessionRow } from './SessionRow.tsx'

interface OwnProps {
  /** In order of entering. */
  readonly sessions: readonly SessionEntry[]
  /** Gives every other session a button that ends it. Default: there are none. */
  readonly onEnd?: ((sessionId: string) => void) | undefined
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type SessionListViewProps = WithPart<
  Omit<ComponentPropsWithoutRef<'ul'>, 'children'>,
  { readonly count: number },
  OwnProps
>

/** The buttons are one tab stop, with arrows between them; when a session goes, its neighbour's has the focus. */
export const SessionListView: Part<SessionListViewProps, HTMLUListElement> = forwardRef<
  HTMLUListElement,
  SessionListViewProps
>(function SessionListView({ sessions, onEnd, statuses, strings = en, ...given }, ref) {
  const { current, rootProps } = useRovingFocus('vertical')
  const others = sessions.filter(({ self }) => self !== true)
  const reached = others.some(({ sessionId }) => sessionId === current) ? current : others[0]?.sessionId
  return (
    <PartRoot
      tag="ul"
      name="rc-session-list"
      state={{ count: sessions.length }}
      attributes={{ count: sessions.length }}
      // Without bullets some readers take it for no list.
      own={{ role: 'list', 'aria-label': strings.sessionList, ...(onEnd !== undefined && rootProps) }}
      given={given}
      ref={ref}
    >
      {sessions.map((session, index) => (
        <SessionRow
          key={session.sessionId}
          {...{ session, onEnd, statuses, strings }}
          number={index + 1}
          isReached={session.sessionId === reached}
        />
      ))}
      {sessions.length === 0 && (
        <li className="rc-note" data-slot="empty">
          {strings.sessions(0)}
        </li>
      )}
    </PartRoot>
  )
})
