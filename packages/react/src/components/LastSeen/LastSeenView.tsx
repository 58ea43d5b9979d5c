/** When somebody was last here, in words and for machines. */
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { LastSeenBucket } from '../../format/formatLastSeen.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'

export interface LastSeenState {
  readonly bucket: LastSeenBucket | 'online'
  readonly isSkewed: boolean
}

interface OwnProps {
  /** The words, as `formatLastSeen` gives them. */
  readonly text: string
  readonly bucket?: LastSeenBucket | 'online' | undefined
  /** ISO 8601; absent = no instant is known, and a plain element is drawn. */
  readonly dateTime?: string | undefined
  /** The instant in full. */
  readonly title?: string | undefined
  /** `title`: in full on hover. `inline`: in full beside the words. `none`: nowhere. Default `title`. */
  readonly detail?: 'title' | 'inline' | 'none' | undefined
  readonly isSkewed?: boolean | undefined
  /** The words follow the clock. */
  readonly live?: boolean | undefined
  /** Not drawn; taken so that what `formatLastSeen` gives can be spread. */
  readonly nextChangeAt?: number | null | undefined
}

export type LastSeenViewProps = WithPart<ComponentPropsWithoutRef<'time'>, LastSeenState, OwnProps>

/** Not a live region: a clock that speaks would not stop. */
export const LastSeenView: Part<LastSeenViewProps, HTMLTimeElement> = forwardRef<HTMLTimeElement, LastSeenViewProps>(
  function LastSeenView(props, ref) {
    const { text, bucket = 'date', dateTime, title, detail = 'title', isSkewed = false, live = false, ...most } = props
    const { nextChangeAt: _, ...given } = most
    return (
      <PartRoot
        tag={dateTime === undefined ? 'span' : 'time'}
        name="rc-last-seen"
        state={{ bucket, isSkewed }}
        attributes={{ bucket, skewed: isSkewed, live }}
        own={{ dateTime, title: detail === 'title' ? title : undefined }}
        given={given}
        ref={ref}
      >
        {text}
        {detail === 'inline' && title !== undefined && <span data-slot="detail">{title}</span>}
      </PartRoot>
    )
  },
)
