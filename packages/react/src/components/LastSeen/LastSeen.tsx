'use client'
/** `LastSeenView` that keeps true by itself: for a person by id, an instant, or a hint. */
import { forwardRef, type ReactElement } from 'react'
import type { Status } from '../../format/describeStatus.ts'
import { formatLastSeen } from '../../format/formatLastSeen.ts'
import { instantOf } from '../../format/instantOf.ts'
import { intlCache, type TimeFormat } from '../../format/intlCache.ts'
import type { LastSeenFormat, LastSeenValue } from '../../format/lastSeenFormat.ts'
import { useStaleSince } from '../../hooks/connection/useStaleSince.ts'
import { useLastSeen } from '../../hooks/person/useLastSeen.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { LastSeenView, type LastSeenViewProps } from './LastSeenView.tsx'

type Words = 'text' | 'loading' | 'bucket' | 'dateTime' | 'title' | 'isSkewed' | 'nextChangeAt' | 'asOf'

interface OwnProps
  extends Pick<LastSeenFormat, 'variant' | 'precision' | 'skewTolerance'>, Partial<Pick<TimeFormat, 'hourCycle'>> {
  /** Somebody in the room or lately gone from it; outside of a room anybody. */
  readonly userId?: string | undefined
  /** An instant, or a hint that the server sent in its place. */
  readonly value?: LastSeenValue
  /** How the person of `value` is: who is here has a status in place of the instant, who is away is so since then. */
  readonly status?: Status | undefined
  /** The whole sentence: "Last seen 5 minutes ago". Default false. */
  readonly sentence?: boolean | undefined
  /** For somebody who is here: the status, "just now", or nothing. Default `label`. */
  readonly whenOnline?: 'label' | 'now' | 'hide' | undefined
  /** Follows the clock. Default true. */
  readonly live?: boolean | undefined
  /** Epoch ms: the words as of then, for good. */
  readonly now?: number | undefined
  /** Default: the provider's. */
  readonly locale?: string | undefined
  /** IANA name. Default: the runtime’s. */
  readonly timeZone?: string | undefined
}

export type LastSeenProps = Omit<LastSeenViewProps, Words | keyof OwnProps> & OwnProps

/** Renders when its text changes, not when time passes; one timer serves them all. */
export const LastSeen: Part<LastSeenProps, HTMLTimeElement> = forwardRef<HTMLTimeElement, LastSeenProps>(
  function LastSeen({ userId, value, ...props }, ref) {
    if (userId !== undefined) return <OfPerson {...props} userId={userId} ref={ref} />
    if (typeof value === 'object' && value !== null && 'bucket' in value) {
      return <FromHint {...props} value={value} ref={ref} />
    }
    return <Following {...props} subject={instantOf(value) ?? null} ref={ref} />
  },
)

type RestProps = Omit<LastSeenProps, 'userId' | 'value'>

/** Our own link may have been down for longer than this before the words say as of when they are. */
const AS_OF_AFTER_MS = 60_000

const OfPerson = forwardRef<HTMLTimeElement, RestProps & { readonly userId: string }>(function OfPerson(
  { userId, ...props },
  ref,
) {
  const settings = usePresenceSettings()
  const since = useStaleSince(AS_OF_AFTER_MS)
  const time = since === null ? undefined : intlCache.dateTime('time', settings).format(since)
  const asOf = time === undefined ? undefined : settings.strings.asOf({ time })
  return <Following {...props} subject={userId} asOf={asOf} ref={ref} />
})

interface FollowingProps extends RestProps {
  readonly subject: string | number | null
  readonly asOf?: string | undefined
}

const Following = forwardRef<HTMLTimeElement, FollowingProps>(function Following(props, ref): ReactElement | null {
  const { subject, status, variant, precision, skewTolerance, hourCycle, locale, timeZone, ...most } = props
  const { sentence = false, whenOnline = 'label', live = true, now, detail, ...view } = most
  const { strings, timeDisplay } = usePresenceSettings()
  const form = sentence ? 'sentence' : 'inline'
  const frozen = now ?? (live ? undefined : 'first')
  const format = { status, variant, precision, skewTolerance, hourCycle, locale, timeZone, form, frozen } as const
  const { text, bucket, dateTime, title, isSkewed, isLoading } = useLastSeen(subject, format)
  const isHere = bucket === 'online'
  if (isHere && whenOnline === 'hide') return null
  return (
    <LastSeenView
      {...view}
      {...{ bucket, dateTime, title, isSkewed }}
      text={isHere && whenOnline === 'now' ? strings.justNow : text}
      detail={detail ?? (timeDisplay === 'both' ? 'inline' : 'title')}
      live={frozen === undefined}
      loading={isLoading}
      ref={ref}
    />
  )
})

const FromHint = forwardRef<HTMLTimeElement, RestProps & { readonly value: LastSeenValue }>(function FromHint(
  { value, ...props },
  ref,
) {
  const { variant: _v, precision: _p, skewTolerance: _s, hourCycle: _h, locale, timeZone: _t, ...most } = props
  const { status: _u, whenOnline: _w, live: _l, now: _n, sentence = false, ...view } = most
  const settings = usePresenceSettings()
  // A hint has no instant that time could pass by, so the present does not matter.
  const format = { ...settings, locale: locale ?? settings.locale, now: 0 }
  return (
    <LastSeenView
      {...view}
      {...formatLastSeen(value, { ...format, form: sentence ? 'sentence' : 'inline' })}
      ref={ref}
    />
  )
})
