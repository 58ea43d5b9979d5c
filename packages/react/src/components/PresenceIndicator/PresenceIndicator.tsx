'use client'
/** `PresenceIndicatorView` for a person by id, or with the words and statuses of the app. */
import { forwardRef } from 'react'
import type { Status } from '../../format/describeStatus.ts'
import { useFailure } from '../../hooks/connection/useFailure.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { usePerson } from '../../hooks/person/usePerson.ts'
import { useSelfId } from '../../hooks/person/useSelfId.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import { connectionWord } from '../ConnectionStatus/connectionLooks.ts'
import { useStatusCheck } from '../../hooks/useStatusCheck.ts'
import type { Part } from '../part/partProps.ts'
import { PresenceIndicatorView, type PresenceIndicatorViewProps } from './PresenceIndicatorView.tsx'

type ByStatus = PresenceIndicatorViewProps & { readonly userId?: undefined }
type ByPerson = Omit<PresenceIndicatorViewProps, 'status' | 'sessions' | 'stale'> & { readonly userId: string }

export type PresenceIndicatorProps = ByStatus | ByPerson

/**
 * With `userId`: renders when that person's status changes, and with no other change; where nothing can be known of
 * anybody it is `unknown`, with the reason as its title. With `status`: needs no provider.
 */
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
  useStatusCheck(props.status, props.statuses ?? statuses)
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
  const isSelf = useSelfId() === userId
  const stale = useStale()
  const { strings } = usePresenceSettings()
  const failure = useFailure()
  const told =
    failure === undefined
      ? { status: shown?.status, sessions: shown?.sessions, stale }
      : { title: connectionWord('failed', failure, strings) }
  return <Worded self={isSelf} {...told} {...props} ref={ref} />
})
