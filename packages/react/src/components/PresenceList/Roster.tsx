'use client'
/** The rows of a roster and the keys that lead through them. */
import {
  forwardRef,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { PersonWords } from '../../format/describePerson.ts'
import type { Part } from '../part/partProps.ts'
import { STOP, useRovingFocus } from '../roving/useRovingFocus.ts'
import { PresenceListView, type PresenceListViewProps } from './PresenceListView.tsx'
import { type RosterEntry, typeAhead } from './rosterEntries.ts'
import { RosterRow } from './RosterRow.tsx'
import { RosterRows } from './RosterRows.tsx'

interface RosterProps {
  readonly entries: readonly RosterEntry[]
  readonly describe: (info: unknown, userId: string) => PersonWords
  readonly onSelect: ((userId: string) => void) | undefined
  readonly frame: Omit<PresenceListViewProps, 'children'>
  readonly locale: string
}

/** Up to here every row exists, and find-in-page finds it. */
const VIRTUAL_FROM = 100

export const Roster: Part<RosterProps, HTMLUListElement> = forwardRef<HTMLUListElement, RosterProps>(function Roster(
  { entries, describe, onSelect, frame, locale },
  ref,
) {
  const list = useRef<HTMLUListElement>(null)
  useImperativeHandle<HTMLUListElement | null, HTMLUListElement | null>(ref, () => list.current)
  const { current, rootProps } = useRovingFocus('vertical')
  const [wantedId, setWantedId] = useState<string>()
  const people = entries.filter((entry) => entry.type === 'person')
  const isVirtual = entries.length > VIRTUAL_FROM
  const positions = new Map(people.map(({ id }, index) => [id, index + 1]))
  const reached = current !== undefined && positions.has(current) ? current : people[0]?.id

  // A row that was out of view exists only after this render.
  useEffect(() => {
    if (wantedId === undefined) return
    const stops = list.current?.querySelectorAll<HTMLElement>(`[${STOP}]`) ?? []
    for (const stop of stops) if (stop.getAttribute(STOP) === wantedId) stop.focus()
    setWantedId(undefined)
  }, [wantedId])

  const lead = (event: KeyboardEvent<HTMLElement>): void => {
    const index = indexOfKey(event, { entries, current, locale })
    const id = entries[index]?.id
    if (id === undefined) return rootProps.onKeyDown(event)
    event.preventDefault()
    setWantedId(id)
  }
  const row = useCallback(
    (entry: RosterEntry): ReactNode =>
      entry.type === 'group' ? (
        <li key={entry.id} data-slot="group">
          {entry.label} <span data-slot="tag">{entry.count}</span>
        </li>
      ) : (
        <RosterRow
          key={entry.id}
          {...{ userId: entry.id, describe, onSelect }}
          self={entry.person.isSelf}
          isReached={entry.id === reached}
          position={positions.get(entry.id) ?? 0}
          size={people.length}
        />
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- `positions` and `people` are made of `entries`
    [entries, describe, onSelect, reached],
  )
  return (
    <PresenceListView
      {...frame}
      {...(onSelect !== undefined && { ...rootProps, onKeyDown: lead })}
      count={people.length}
      virtual={isVirtual}
      ref={list}
    >
      {isVirtual ? <RosterRows {...{ entries, list, row }} keptId={wantedId ?? current} /> : entries.map(row)}
    </PresenceListView>
  )
})

interface Leading {
  readonly entries: readonly RosterEntry[]
  readonly current: string | undefined
  readonly locale: string
}

/** Where Home, End and letters lead; -1: nowhere. */
function indexOfKey(event: KeyboardEvent, { entries, current, locale }: Leading): number {
  const { key, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return -1
  if (key === 'Home') return entries.findIndex(({ type }) => type === 'person')
  if (key === 'End') return entries.findLastIndex(({ type }) => type === 'person')
  if (key === ' ' || !/^\p{L}\p{M}*$|^\p{N}$/u.test(key)) return -1
  return typeAhead(
    entries,
    entries.findIndex(({ id }) => id === current),
    key,
    locale,
  )
}
