'use client'
/** The rows of a roster and the keys that lead through them. */
import { forwardRef, type ReactNode, useCallback, useImperativeHandle, useMemo, useRef } from 'react'
import type { PersonWords } from '../../format/describePerson.ts'
import type { Part } from '../part/partProps.ts'
import { useRowFocus } from '../rows/useRowFocus.ts'
import { type RowPlace, WINDOWED_FROM, WindowedRows } from '../rows/WindowedRows.tsx'
import { PresenceListView, type PresenceListViewProps } from './PresenceListView.tsx'
import { type RosterEntry, typeAhead } from './rosterEntries.ts'
import { RosterRow } from './RosterRow.tsx'

interface RosterProps {
  readonly entries: readonly RosterEntry[]
  readonly describe: (info: unknown, userId: string) => PersonWords
  readonly onSelect: ((userId: string) => void) | undefined
  readonly frame: Omit<PresenceListViewProps, 'children'>
  readonly locale: string
}

const ROW_PX = 52
const GROUP_PX = 32
const heightOf = ({ type }: RosterEntry): number => (type === 'group' ? GROUP_PX : ROW_PX)

export const Roster: Part<RosterProps, HTMLUListElement> = forwardRef<HTMLUListElement, RosterProps>(function Roster(
  { entries, describe, onSelect, frame, locale },
  ref,
) {
  const list = useRef<HTMLUListElement>(null)
  useImperativeHandle<HTMLUListElement | null, HTMLUListElement | null>(ref, () => list.current)
  const isVirtual = entries.length > WINDOWED_FROM
  const { people, ids, positions } = useMemo(() => {
    const persons = entries.filter((entry) => entry.type === 'person')
    const order = persons.map(({ id }) => id)
    return { people: persons, ids: order, positions: new Map(order.map((id, index) => [id, index + 1])) }
  }, [entries])
  const seek = (from: number, letter: string): number => typeAhead(people, from, letter, locale)
  const { current, keptId, rootProps } = useRowFocus({ ids, root: list, seek })

  const row = useCallback(
    (entry: RosterEntry, place?: RowPlace): ReactNode =>
      entry.type === 'group' ? (
        <li key={entry.id} data-slot="group" data-index={place?.index} ref={place?.measure}>
          {entry.label} <span data-slot="tag">{entry.count}</span>
        </li>
      ) : (
        <RosterRow
          key={entry.id}
          {...{ userId: entry.id, describe, onSelect }}
          self={entry.person.isSelf}
          isReached={entry.id === current}
          position={positions.get(entry.id) ?? 0}
          size={positions.size}
          index={place?.index}
          measure={place?.measure}
        />
      ),
    [describe, onSelect, current, positions],
  )
  return (
    <PresenceListView
      {...frame}
      {...(onSelect !== undefined && rootProps)}
      count={ids.length}
      virtual={isVirtual}
      ref={list}
    >
      {isVirtual ? (
        <WindowedRows rows={entries} scroller={list} {...{ heightOf, keptId, row }} />
      ) : (
        entries.map((entry) => row(entry))
      )}
    </PresenceListView>
  )
})
