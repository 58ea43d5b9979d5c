'use client'
/** `SessionListView` of somebody in the room. */
import { forwardRef } from 'react'
import { describeSession } from '../../format/describeSession.ts'
import { useOwnSessionId } from '../../hooks/person/useOwnSessionId.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useSessions } from '../../hooks/presence/useSessions.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Strings } from '../../strings/strings.ts'
import { LastSeen } from '../LastSeen/LastSeen.tsx'
import type { Part } from '../part/partProps.ts'
import { SessionListView, type SessionListViewProps } from './SessionListView.tsx'
import type { SessionEntry } from './SessionRow.tsx'

export type SessionListProps = Omit<SessionListViewProps, 'sessions'> & {
  /** Whose. Default: mine. */
  readonly userId?: string | undefined
  /** What a session runs on, from what it says of itself. Default `describeSession`: `presence.device`. */
  readonly describe?: ((presence: unknown, strings: Strings) => string | undefined) | undefined
}

/** `onEnd` tells the app's server, which ends a session with `kick`: no frame of a client ends another one. */
export const SessionList: Part<SessionListProps, HTMLUListElement> = forwardRef<HTMLUListElement, SessionListProps>(
  function SessionList({ userId, describe = describeSession, ...view }, ref) {
    const { strings } = usePresenceSettings()
    const statuses = useStatuses()
    const own = useOwnSessionId()
    const sessions = useSessions(userId).map(({ sessionId, status, presence, enteredAt, held }): SessionEntry => ({
      sessionId,
      status,
      held,
      name: describe(presence, strings),
      self: sessionId === own,
      opened: <LastSeen value={enteredAt} format={({ text }) => strings.opened({ when: text })} />,
    }))
    return <SessionListView {...{ strings, statuses }} {...view} sessions={sessions} ref={ref} />
  },
)
