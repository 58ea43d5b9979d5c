'use client'
/** `PresenceListView` of the room: oneself, the others, and perhaps those who left lately. */
import { forwardRef, memo, type ReactNode } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { usePerson } from '../../hooks/person/usePerson.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useDeparted } from '../../hooks/presence/useDeparted.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import { usePresence } from '../../hooks/presence/usePresence.ts'
import { useSelf } from '../../hooks/presence/useSelf.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { LastSeen } from '../LastSeen/LastSeen.tsx'
import type { Part } from '../part/partProps.ts'
import { PresenceListView, type PresenceListViewProps } from './PresenceListView.tsx'
import { PresenceRowView } from './PresenceRowView.tsx'

type Describe = (info: unknown, userId: string) => PersonWords

export type PresenceListProps = Omit<PresenceListViewProps, 'children' | 'loading'> & {
  /** Reads name and picture from what is vouched for about somebody. Keep its identity. */
  readonly describe?: Describe | undefined
  /** How many of those who left lately are shown, with when they were last seen. Default 0. */
  readonly departed?: number | undefined
}

const hereOnly = (): true => true
const idOf = (person: { readonly userId: string } | undefined): string | undefined => person?.userId
const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** Renders when somebody comes or goes; each row when its own person changes. */
export const PresenceList: Part<PresenceListProps, HTMLUListElement> = forwardRef<HTMLUListElement, PresenceListProps>(
  function PresenceList({ describe = describePerson, departed = 0, ...view }, ref) {
    const { strings } = usePresenceSettings()
    const knowledge = usePresence((presence) => presence.status)
    const selfId = useSelf(idOf)
    const others = useOthersMapped(hereOnly)
    const gone = useDeparted((people) => people.slice(0, departed).map(({ userId }) => userId), sameIds)
    return (
      <PresenceListView strings={strings} {...view} loading={knowledge === 'loading'} ref={ref}>
        {selfId !== undefined && <Row key={selfId} userId={selfId} describe={describe} self />}
        {others.map(([userId]) => (
          <Row key={userId} userId={userId} describe={describe} />
        ))}
        {gone.map((userId) => (
          <Row key={userId} userId={userId} describe={describe} />
        ))}
      </PresenceListView>
    )
  },
)

interface Shown {
  readonly info: unknown
  readonly status: Status
  readonly statusText: string | undefined
  readonly activity: string | undefined
  readonly sessions: number | undefined
}

interface Known extends Omit<Shown, 'sessions' | 'statusText' | 'activity'> {
  readonly statusText?: string
  readonly activity?: string
  readonly sessions?: readonly unknown[]
}

function shownOf(person: Known | undefined): Shown | undefined {
  if (person === undefined) return undefined
  const { info, status, statusText, activity, sessions } = person
  return { info, status, statusText, activity, sessions: sessions?.length }
}

function isSame(a: Shown | undefined, b: Shown | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const here = a.info === b.info && a.status === b.status && a.sessions === b.sessions
  return here && a.statusText === b.statusText && a.activity === b.activity
}

interface RowProps {
  readonly userId: string
  readonly describe: Describe
  readonly self?: boolean
}

const Row = memo(function Row({ userId, describe, self = false }: RowProps): ReactNode {
  const { strings, locale } = usePresenceSettings()
  const statuses = useStatuses()
  const stale = useStale()
  const shown = usePerson(userId, shownOf, isSame)
  if (shown === undefined) return null
  const { info, status, statusText, activity, sessions } = shown
  const more = statusText ?? activity
  return (
    <PresenceRowView
      {...{ userId, status, sessions, self, stale, statuses, strings, locale }}
      {...describe(info, userId)}
    >
      {self && status === 'invisible' ? strings.invisibleToOthers : <LastSeen userId={userId} sentence />}
      {more !== undefined && <span data-slot="more">{more}</span>}
    </PresenceRowView>
  )
})
