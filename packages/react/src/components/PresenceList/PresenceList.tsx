'use client'
/** `PresenceListView` of the room: oneself, the others, and perhaps those who left lately. */
import { forwardRef, useCallback, useMemo, useState } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import { useRetry } from '../../hooks/connection/useRetry.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useDeparted } from '../../hooks/presence/useDeparted.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import { usePresence } from '../../hooks/presence/usePresence.ts'
import { useSelf } from '../../hooks/presence/useSelf.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { PresenceListViewProps } from './PresenceListView.tsx'
import { PresenceSearch } from './PresenceSearch.tsx'
import { Roster } from './Roster.tsx'
import { rosterEntries, type RosterPerson } from './rosterEntries.ts'

interface OwnProps {
  /** Reads name and picture from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** How many of those who left lately are shown, with when they were last seen. Default 0. */
  readonly departed?: number | undefined
  /** `status`: a heading for each status that somebody has. Default `none`. */
  readonly groupBy?: 'status' | 'none' | undefined
  /** A field above that finds people by name. Default false. */
  readonly search?: boolean | undefined
  /** Makes each row a button, all of them one tab stop with arrows, Home, End and first letters. Keep its identity. */
  readonly onSelect?: ((userId: string) => void) | undefined
}

export type PresenceListProps = Omit<
  PresenceListViewProps,
  'children' | 'count' | 'virtual' | 'loading' | 'note' | 'alone' | keyof OwnProps
> &
  OwnProps

interface Known {
  readonly userId: string
  readonly info: unknown
  readonly status: Status
}
const samePerson = (a: RosterPerson | undefined, b: RosterPerson | undefined): boolean =>
  a?.userId === b?.userId && a?.name === b?.name && a?.status === b?.status
const samePeople = (a: readonly RosterPerson[], b: readonly RosterPerson[]): boolean =>
  a.length === b.length && a.every((person, index) => samePerson(person, b[index]))

/** Renders when somebody comes, goes or changes group; each row when its own person changes. Above 100 rows only those in view exist. */
export const PresenceList: Part<PresenceListProps, HTMLUListElement> = forwardRef<HTMLUListElement, PresenceListProps>(
  function PresenceList(props, ref) {
    const { describe = describePerson, departed = 0, groupBy = 'none', search = false, onSelect, ...view } = props
    const { strings, locale } = usePresenceSettings()
    const statuses = useStatuses()
    const knowledge = usePresence((presence) => presence.status)
    const stale = useStale()
    const retry = useRetry()
    const [wanted, setWanted] = useState('')
    const isGrouped = groupBy === 'status'
    const entryOf = useCallback(
      ({ userId, info, status }: Known): RosterPerson => {
        // Without groups a status is the row's own business: the list does not render for it.
        return { userId, name: describe(info, userId).name, status: isGrouped ? status : 'unknown', isSelf: false }
      },
      [describe, isGrouped],
    )
    const mine = useCallback((self: Known | undefined) => self && { ...entryOf(self), isSelf: true }, [entryOf])
    const self = useSelf(mine, samePerson)
    const others = useOthersMapped(entryOf, samePerson)
    const gone = useDeparted((people) => people.slice(0, departed).map((person) => entryOf(person)), samePeople)
    const entries = useMemo(() => {
      const people = [...(self === undefined ? [] : [self]), ...others.map(([, person]) => person), ...gone]
      return rosterEntries(people, { groupBy, search: wanted, locale, statuses, strings })
    }, [self, others, gone, groupBy, wanted, locale, statuses, strings])
    const note = knowledge === 'error' ? strings.unavailable : stale ? strings.connection.reconnecting : undefined
    const frame = {
      strings,
      ...view,
      ...(wanted !== '' && { empty: strings.nobodyMatches, onInvite: undefined }),
      alone: others.length === 0 && gone.length === 0 && wanted === '',
      loading: knowledge === 'loading',
      note,
      onRetry: knowledge === 'error' ? retry : undefined,
    }
    const list = <Roster {...{ entries, describe, onSelect, frame, locale }} ref={ref} />
    if (!search) return list
    return (
      <div data-slot="roster">
        <PresenceSearch value={wanted} onSearch={setWanted} label={strings.searchPeople} />
        {list}
      </div>
    )
  },
)
