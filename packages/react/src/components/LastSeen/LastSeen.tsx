'use client'
/** `LastSeenView` that keeps true by itself: for a person by id, an instant, or a bucket. */
import { forwardRef, type ReactElement } from 'react'
import { formatLastSeen, type LastSeenFormat, type LastSeenValue } from '../../format/formatLastSeen.ts'
import { instantOf } from '../../format/instantOf.ts'
import { useLastSeen } from '../../hooks/person/useLastSeen.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { LastSeenView, type LastSeenViewProps } from './LastSeenView.tsx'

type Words = 'text' | 'bucket' | 'dateTime' | 'title' | 'isSkewed' | 'live' | 'nextChangeAt'

interface OwnProps extends Pick<LastSeenFormat, 'variant' | 'precision'> {
  /** Somebody in the room or lately gone from it; outside of a room anybody. */
  readonly userId?: string | undefined
  /** An instant, or a bucket that the server sent in its place. */
  readonly value?: LastSeenValue
  /** The whole sentence: "Last seen 5 minutes ago". Default false. */
  readonly sentence?: boolean | undefined
  /** For somebody who is here: the status, "just now", or nothing. Default `label`. */
  readonly whenOnline?: 'label' | 'now' | 'hide' | undefined
}

export type LastSeenProps = Omit<LastSeenViewProps, Words | keyof OwnProps> & OwnProps

/** Renders when its text changes, not when time passes; one timer serves them all. */
export const LastSeen: Part<LastSeenProps, HTMLTimeElement> = forwardRef<HTMLTimeElement, LastSeenProps>(
  function LastSeen({ userId, value, ...props }, ref) {
    if (typeof value === 'object' && value !== null && 'bucket' in value) {
      return <FromBucket {...props} value={value} ref={ref} />
    }
    return <Following {...props} subject={userId ?? instantOf(value) ?? null} ref={ref} />
  },
)

type RestProps = Omit<LastSeenProps, 'userId' | 'value'>

const Following = forwardRef<HTMLTimeElement, RestProps & { readonly subject: string | number | null }>(
  function Following({ subject, ...props }, ref): ReactElement | null {
    const { variant, precision, sentence = false, whenOnline = 'label', ...view } = props
    const { strings } = usePresenceSettings()
    const seen = useLastSeen(subject, { variant, precision, form: sentence ? 'sentence' : 'inline' })
    const isHere = seen.bucket === 'online'
    if (isHere && whenOnline === 'hide') return null
    const text = isHere && whenOnline === 'now' ? strings.justNow : seen.text
    const { bucket, dateTime, title } = seen
    return <LastSeenView {...view} {...{ text, bucket, dateTime, title }} live ref={ref} />
  },
)

const FromBucket = forwardRef<HTMLTimeElement, RestProps & { readonly value: LastSeenValue }>(function FromBucket(
  { value, ...props },
  ref,
) {
  const { variant: _variant, precision: _precision, whenOnline: _whenOnline, sentence = false, ...view } = props
  const settings = usePresenceSettings()
  // A bucket has no instant that time could pass by, so the present does not matter.
  const words = formatLastSeen(value, { ...settings, now: 0, form: sentence ? 'sentence' : 'inline' })
  return <LastSeenView {...view} {...words} ref={ref} />
})
