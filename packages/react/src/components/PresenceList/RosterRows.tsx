'use client'
import { type ReactElement, type ReactNode, type RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { RosterEntry } from './rosterEntries.ts'

export interface RosterRowsProps {
  readonly entries: readonly RosterEntry[]
  readonly list: RefObject<HTMLUListElement | null>
  /** Drawn wherever the view is: the one who has the focus, or is about to. */
  readonly keptId: string | undefined
  readonly row: (entry: RosterEntry) => ReactNode
}

/** px, before a row was measured. */
const ROW_PX = 48
const GROUP_PX = 28

/** The rows in view and a few around, between two spaces as high as the rest: the others exist only as a number. */
export function RosterRows({ entries, list, keptId, row }: RosterRowsProps): ReactElement {
  const keptIndex = keptId === undefined ? -1 : entries.findIndex(({ id }) => id === keptId)
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed on
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => (entries[index]?.type === 'group' ? GROUP_PX : ROW_PX),
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
    // What a server renders, and a page before it was measured.
    initialRect: { width: 0, height: 480 },
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (keptIndex < 0 || shown.includes(keptIndex)) return shown
      return [...shown, keptIndex].sort((a, b) => a - b)
    },
  })
  const items = virtualizer.getVirtualItems()
  let end = 0
  const rows = items.flatMap(({ index, key, start, end: itsEnd }) => {
    const entry = entries[index]
    const gap = start - end
    end = itsEnd
    return entry === undefined ? [] : [gap > 0 && <Space key={`before ${String(key)}`} height={gap} />, row(entry)]
  })
  return (
    <>
      {rows}
      <Space height={virtualizer.getTotalSize() - end} />
    </>
  )
}

function Space({ height }: { readonly height: number }): ReactElement {
  return <li aria-hidden data-slot="space" style={{ blockSize: Math.max(0, height) }} />
}
