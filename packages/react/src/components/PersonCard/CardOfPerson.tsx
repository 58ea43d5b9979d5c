'use client'
import type { ReactElement, ReactNode } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { usePerson } from '../../hooks/person/usePerson.ts'
import { useSelfId } from '../../hooks/person/useSelfId.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { sameJson } from '../../hooks/useSame.ts'
import { LastSeen } from '../LastSeen/LastSeen.tsx'
import { SessionList } from '../SessionList/SessionList.tsx'
import { PersonCardView } from './PersonCardView.tsx'

interface Shown {
  readonly info: unknown
  readonly status: Status
  readonly statusText: string | undefined
  readonly activity: string | undefined
  readonly project: string | undefined
  readonly sessions: number
}

interface Known extends Pick<Shown, 'info' | 'status'> {
  readonly statusText?: string
  readonly activity?: string
  readonly project?: string
  /** Those of a member: outside of a room nobody is told of them. */
  readonly sessions?: readonly unknown[]
}

const NOT_KNOWN: Partial<Shown> = {}

function shownOf(person: Known | undefined): Shown | undefined {
  if (person === undefined) return undefined
  const { info, status, statusText, activity, project, sessions } = person
  return { info, status, statusText, activity, project, sessions: sessions?.length ?? 0 }
}

interface CardOfPersonProps {
  readonly userId: string
  readonly describe: ((info: unknown, userId: string) => PersonWords) | undefined
  readonly actions: ReactNode
}

/** `PersonCardView` of somebody in the room, or, outside of one, of anybody, who is followed while it is open. */
export function CardOfPerson({ userId, describe = describePerson, actions }: CardOfPersonProps): ReactElement {
  const { strings, locale } = usePresenceSettings()
  const statuses = useStatuses()
  const stale = useStale()
  const self = useSelfId() === userId
  const { info, sessions = 0, ...shown } = usePerson(userId, shownOf, sameJson) ?? NOT_KNOWN
  const isHidden = self && shown.status === 'invisible'
  return (
    <PersonCardView
      {...{ userId, self, stale, statuses, strings, locale }}
      {...shown}
      {...describe(info, userId)}
      seen={isHidden ? undefined : <LastSeen userId={userId} sentence />}
      sessions={sessions > 1 ? <SessionList userId={userId} /> : undefined}
    >
      {actions}
    </PersonCardView>
  )
}
