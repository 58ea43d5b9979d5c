'use client'
import { memo, type NamedExoticComponent } from 'react'
import type { PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { usePerson } from '../../hooks/person/usePerson.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { LastSeen } from '../LastSeen/LastSeen.tsx'
import { PresenceRowView } from './PresenceRowView.tsx'

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

interface RosterRowProps {
  readonly userId: string
  readonly describe: (info: unknown, userId: string) => PersonWords
  readonly self: boolean
  readonly onSelect: ((userId: string) => void) | undefined
  readonly isReached: boolean
  /** Where it stands among how many, for who reads only some of them. */
  readonly position: number
  readonly size: number
  /** Its place in a list of which only a part exists, and where its height is told. */
  readonly index: number | undefined
  readonly measure: ((element: HTMLElement | null) => void) | undefined
}

/** Renders when its own person changes, and with no one else. */
export const RosterRow: NamedExoticComponent<RosterRowProps> = memo(function RosterRow(props: RosterRowProps) {
  const { userId, describe, self, onSelect, isReached, position, size, index, measure } = props
  const { strings, locale } = usePresenceSettings()
  const statuses = useStatuses()
  const stale = useStale()
  const shown = usePerson(userId, shownOf, isSame)
  if (shown === undefined) return null
  const { info, status, statusText, activity, sessions } = shown
  const more = statusText ?? activity
  return (
    <PresenceRowView
      {...{ userId, status, sessions, self, stale, statuses, strings, locale, onSelect, isReached }}
      {...describe(info, userId)}
      aria-posinset={position}
      aria-setsize={size}
      data-index={index}
      ref={measure}
    >
      {self && status === 'invisible' ? strings.invisibleToOthers : <LastSeen userId={userId} sentence />}
      {more !== undefined && (
        <span data-slot="more">
          {' · '}
          <bdi>{more}</bdi>
        </span>
      )}
    </PresenceRowView>
  )
})
