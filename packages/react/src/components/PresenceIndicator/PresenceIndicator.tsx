'use client'
/** `PresenceIndicatorView` for a person by id, or with the words and statuses of the app. */
import { forwardRef } from 'react'
import type { Status } from '../../format/describeStatus.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { usePerson } from '../../hooks/person/usePerson.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import { PresenceIndicatorView, type PresenceIndicatorViewProps } from './PresenceIndicatorView.tsx'

type ByStatus = PresenceIndicatorViewProps & { readonly userId?: undefined }
type ByPerson = Omit<PresenceIndicatorViewProps, 'status' | 'sessions' | 'stale'> & { readonly userId: string }

export type PresenceIndicatorProps = ByStatus | ByPerson

/** With `userId`: renders when that person's status changes, and with no other change. With `status`: needs no provider. */
export const PresenceIndicator: Part<PresenceIndicatorProps, HTMLSpanElement> = forwardRef<
  HTMLSpanElement,
  PresenceIndicatorProps
>(function PresenceIndicator(props, ref) {
  if (props.userId !== undefined) return <OfPerson {...props} ref={ref} />
  const { userId: _, ...view } = props
  return <Worded {...view} ref={ref} />
})

const Worded = forwardRef<HTMLSpanElement, PresenceIndicatorViewProps>(function Worded(props, ref) {
  const { strings } = usePresenceSettings()
  const statuses = useStatuses()
  return <PresenceIndicatorView strings={strings} statuses={statuses} {...props} ref={ref} />
})

interface Shown {
  readonly status: Status
  readonly sessions: number | undefined
}

const shownOf = (
  person: { readonly status: Status; readonly sessions?: readonly unknown[] } | undefined,
): Shown | undefined => person && { status: person.status, sessions: person.sessions?.length }
const isSame = (a: Shown | undefined, b: Shown | undefined): boolean =>
  a?.status === b?.status && a?.sessions === b?.sessions

const OfPerson = forwardRef<HTMLSpanElement, ByPerson>(function OfPerson({ userId, ...props }, ref) {
  const shown = usePerson(userId, shownOf, isSame)
  const stale = useStale()
  return <Worded {...props} status={shown?.status} sessions={shown?.sessions} stale={stale} ref={ref} />
})
