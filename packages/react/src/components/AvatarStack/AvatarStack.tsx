'use client'
/** `AvatarStackView` of everybody in the room. */
import { forwardRef, useCallback, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import { usePresence } from '../../hooks/presence/usePresence.ts'
import { useSelf } from '../../hooks/presence/useSelf.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { StackPerson } from './arrangePeople.ts'
import { AvatarStackView, type AvatarStackViewProps } from './AvatarStackView.tsx'

export type AvatarStackProps = Omit<AvatarStackViewProps, 'people' | 'loading' | 'stale'> & {
  /** Reads name and picture from what is vouched for about somebody. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
}

interface Described {
  readonly userId: string
  readonly info: unknown
  readonly status: Status
}

/** One face a person, however many tabs. Renders when a face changes: typing and moving about do not. */
export const AvatarStack: Part<AvatarStackProps, HTMLUListElement> = forwardRef<HTMLUListElement, AvatarStackProps>(
  function AvatarStack({ describe = describePerson, ...view }, ref) {
    const { locale, strings } = usePresenceSettings()
    const statuses = useStatuses()
    const isLoading = usePresence((presence) => presence.status === 'loading')
    const stale = useStale()
    const face = useCallback(
      ({ userId, info, status }: Described): StackPerson => ({ userId, status, ...describe(info, userId) }),
      [describe],
    )
    const others = useOthersMapped(face, isSameFace)
    const faceOfSelf = useCallback((self: Described | undefined) => self && { ...face(self), isSelf: true }, [face])
    const self = useSelf(faceOfSelf, isSameFace)
    const people = useMemo(
      () => [...(self === undefined ? [] : [self]), ...others.map(([, person]) => person)],
      [self, others],
    )
    return (
      <AvatarStackView
        {...{ statuses, locale, strings }}
        {...view}
        people={people}
        loading={isLoading}
        stale={stale}
        ref={ref}
      />
    )
  },
)

function isSameFace(a: StackPerson | undefined, b: StackPerson | undefined): boolean {
  return a?.userId === b?.userId && a?.name === b?.name && a?.picture === b?.picture && a?.status === b?.status
}
