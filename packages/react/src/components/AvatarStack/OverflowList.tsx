'use client'
import { type ReactElement, type RefObject } from 'react'
import { useRowFocus } from '../rows/useRowFocus.ts'
import { type RowPlace, WINDOWED_FROM, WindowedRows } from '../rows/WindowedRows.tsx'
import { entryId, type StackPerson } from './arrangePeople.ts'
import { type OverflowLook, OverflowRow } from './OverflowRow.tsx'

interface OverflowListProps {
  readonly people: readonly StackPerson[]
  readonly look: OverflowLook
  /** The popover, which scrolls. */
  readonly scroller: RefObject<HTMLElement | null>
}

interface Entry {
  readonly id: string
  readonly person: StackPerson
}

const ROW_PX = 34
const heightOf = (): number => ROW_PX

/** Who is behind the chip; above 100 only those in view exist. Rows that act are led through by keys. */
export function OverflowList({ people, look, scroller }: OverflowListProps): ReactElement {
  const rows = people.map((person): Entry => ({ id: entryId(person), person }))
  const size = rows.length
  const { current, keptId, rootProps } = useRowFocus({ ids: rows.map(({ id }) => id), root: scroller })
  const row = ({ id, person }: Entry, place?: RowPlace): ReactElement => (
    <OverflowRow key={id} {...{ person, look }} isReached={id === current} place={place && { ...place, size }} />
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari forgets that a list without markers is one
    <ul role="list" {...(look.onSelect !== undefined && rootProps)}>
      {size > WINDOWED_FROM ? (
        <WindowedRows {...{ rows, heightOf, scroller, keptId, row }} />
      ) : (
        rows.map((entry) => row(entry))
      )}
    </ul>
  )
}
