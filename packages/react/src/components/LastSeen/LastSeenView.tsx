/** When somebody was last here, in words and for machines. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactElement, type ReactNode } from 'react'
import type { LastSeenBucket } from '../../format/lastSeenFormat.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import type { LastSeenRoot, LastSeenState } from './lastSeenRoot.ts'
import { LastSeenTooltip } from './LastSeenTooltip.tsx'

/** What there is to tell, for an app that writes it in its own way. */
export interface LastSeenTold {
  readonly text: string
  readonly bucket: LastSeenBucket | 'online'
  readonly title: string | undefined
  readonly dateTime: string | undefined
}

interface OwnProps {
  /** The words, as `formatLastSeen` gives them. */
  readonly text: string
  readonly bucket?: LastSeenBucket | 'online' | undefined
  /** ISO 8601; absent = no instant is known, and a plain element is drawn. */
  readonly dateTime?: string | undefined
  /** The instant in full. */
  readonly title?: string | undefined
  /**
   * `title`: in full on hover. `tooltip`: in full for keyboards and screen readers, too. `inline`: in full beside the
   * words. `none`: nowhere. Default `title`.
   */
  readonly detail?: 'title' | 'tooltip' | 'inline' | 'none' | undefined
  readonly isSkewed?: boolean | undefined
  /** The words follow the clock. */
  readonly live?: boolean | undefined
  /** Nothing is known yet: a blank of about the width of the words that come. Default false. */
  readonly loading?: boolean | undefined
  /** From before our own link went down: "as of 14:24". */
  readonly asOf?: string | undefined
  /** Draws something else from the same facts. */
  readonly format?: ((told: LastSeenTold) => ReactNode) | undefined
  /** Not drawn; taken so that what `formatLastSeen` gives can be spread. */
  readonly nextChangeAt?: number | null | undefined
}

export type LastSeenViewProps = WithPart<Omit<ComponentPropsWithoutRef<'time'>, 'children'>, LastSeenState, OwnProps>

/** Spaces as wide as figures; nobody reads them out. */
const BLANK = '\u2007'.repeat(8)

/** Not a live region: a clock that speaks would not stop. */
export const LastSeenView: Part<LastSeenViewProps, HTMLTimeElement> = forwardRef<HTMLTimeElement, LastSeenViewProps>(
  function LastSeenView(props, ref) {
    const { text, bucket = 'date', dateTime, title, detail = 'title', isSkewed = false, live = false, ...most } = props
    const { asOf, format, loading = false, nextChangeAt: _, ...given } = most
    const root: LastSeenRoot = {
      tag: dateTime === undefined ? 'span' : 'time',
      name: 'rc-last-seen',
      state: { bucket, isSkewed },
      attributes: { bucket, skewed: isSkewed, live, loading },
      given,
    }
    if (loading) {
      return (
        <PartRoot {...root} tag="span" ref={ref}>
          {BLANK}
        </PartRoot>
      )
    }
    const words = (
      <>
        {format === undefined ? text : format({ text, bucket, title, dateTime })}
        {asOf !== undefined && <Beside slot="as-of">{asOf}</Beside>}
      </>
    )
    if (detail === 'tooltip' && title !== undefined) {
      return (
        <LastSeenTooltip {...{ root, dateTime, title }} ref={ref}>
          {words}
        </LastSeenTooltip>
      )
    }
    return (
      <PartRoot {...root} own={{ dateTime, title: detail === 'title' ? title : undefined }} ref={ref}>
        {words}
        {detail === 'inline' && title !== undefined && <Beside slot="detail">{title}</Beside>}
      </PartRoot>
    )
  },
)

/** A space as well as a margin: who copies or hears it needs one. */
function Beside({ slot, children }: { readonly slot: string; readonly children: string }): ReactElement {
  return (
    <>
      {' '}
      <span data-slot={slot}>{children}</span>
    </>
  )
}
