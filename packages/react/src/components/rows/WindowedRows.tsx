'use client'
import { type ReactElement, type ReactNode, type RefObject } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'

/** Where a row stands; it has to say `data-index` and hand its element over, so that its height is known. */
export interface RowPlace {
  readonly index: number
  readonly measure: (element: HTMLElement | null) => void
}

export interface WindowedRowsProps<R extends { readonly id: string }> {
  readonly rows: readonly R[]
  /** px, before a row was measured. */
  readonly heightOf: (row: R) => number
  /** What scrolls. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Drawn wherever the view is: the one who has the focus, or is about to. */
  readonly keptId: string | undefined
  readonly row: (row: R, place: RowPlace) => ReactNode
}

/** Up to here every row exists, and find-in-page finds it. */
export const WINDOWED_FROM = 100

/**
 * The rows in view and a few around, between two spaces as high as the rest: the others exist only as a number. Rows
 * are measured, since names wrap in a narrow place and at 400 % zoom.
 */
export function WindowedRows<R extends { readonly id: string }>(props: WindowedRowsProps<R>): ReactElement {
  const { rows, heightOf, scroller, keptId, row } = props
  const keptIndex = keptId === undefined ? -1 : rows.findIndex(({ id }) => id === keptId)
  const estimate = (index: number): number => {
    const at = rows[index]
    return at === undefined ? 0 : heightOf(at)
  }
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed on but `measureElement`, which stays the same
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    // What a server renders, and a page before it was measured.
    initialRect: { width: 0, height: 480 },
    // Nothing of a list that is not shown has a height: all of it would seem to be in view.
    measureElement: (element) => element.offsetHeight || estimate(Number(element.dataset['index'])),
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (keptIndex < 0 || shown.includes(keptIndex)) return shown
      return [...shown, keptIndex].sort((a, b) => a - b)
    },
  })
  let end = 0
  const drawn = virtualizer.getVirtualItems().flatMap(({ index, key, start, end: itsEnd }) => {
    const at = rows[index]
    const gap = start - end
    end = itsEnd
    if (at === undefined) return []
    const measure = virtualizer.measureElement
    return [gap > 0 && <Space key={`before ${String(key)}`} height={gap} />, row(at, { index, measure })]
  })
  return (
    <>
      {drawn}
      <Space height={virtualizer.getTotalSize() - end} />
    </>
  )
}

function Space({ height }: { readonly height: number }): ReactElement {
  return <li aria-hidden data-slot="space" style={{ blockSize: Math.max(0, height), padding: 0 }} />
}
