'use client'
/** `AvatarStackView` of everybody in the room. */
import { forwardRef, useCallback, useMemo } from 'react'
import { describePerson, type PersonWords } from '../../format/describePerson.ts'
import { useStale } from '../../hooks/connection/useStale.ts'
import { useStatuses } from '../../hooks/person/useStatuses.ts'
import { useLeavers } from '../../hooks/presence/useLeavers.ts'
import { useOthersMapped } from '../../hooks/presence/useOthersMapped.ts'
import { usePresence } from '../../hooks/presence/usePresence.ts'
import { useSelf } from '../../hooks/presence/useSelf.ts'
import { usePresenceSettings } from '../../hooks/usePresenceSettings.ts'
import type { Part } from '../part/partProps.ts'
import type { StackPerson } from './arrangePeople.ts'
import { AvatarStackView, type AvatarStackViewProps } from './AvatarStackView.tsx'
import { type Described, facesOf } from './facesOf.ts'

interface OwnProps {
  /** Reads name and picture from what is vouched for about somebody. Keep its identity. */
  readonly describe?: ((info: unknown, userId: string) => PersonWords) | undefined
  /** `session`: a face for each tab and device. Default `user`. */
  readonly groupBy?: 'user' | 'session' | undefined
  /** Ms that a face stays, without colour, after its person said goodbye. Default 15,000; 0: not at all. */
  readonly leavers?: number | undefined
  /** Shows only these of those who are here, and who left. Default: everybody. */
  readonly userIds?: readonly string[] | undefined
  /** Shows only some of those who are here. Keep its identity. */
  readonly filter?: ((person: StackPerson) => boolean) | undefined
}

export type AvatarStackProps = Omit<
  AvatarStackViewProps,
  'people' | 'loading' | 'stale' | 'unavailable' | keyof OwnProps
> &
  OwnProps

const LEAVERS_MS = 15_000

/** One face a person, however many tabs. Renders when a face changes: typing and moving about do not. */
export const AvatarStack: Part<AvatarStackProps, HTMLUListElement> = forwardRef<HTMLUListElement, AvatarStackProps>(
  function AvatarStack(props, ref) {
    const { describe = describePerson, groupBy = 'user', leavers = LEAVERS_MS, userIds, filter, ...view } = props
    const { locale, strings } = usePresenceSettings()
    const statuses = useStatuses()
    const knowledge = usePresence((presence) => presence.status)
    const stale = useStale()
    const face = useCallback(
      (member: Described) => facesOf(member, { describe, groupBy, strings }),
      [describe, groupBy, strings],
    )
    const others = useOthersMapped(face, areSameFaces)
    const faceOfSelf = useCallback((self: Described | undefined) => self && face(self), [face])
    const self = useSelf(faceOfSelf, areSameFaces)
    const gone = useLeavers(leavers)
    const people = useMemo(() => {
      const mine = (self ?? []).map((person) => ({ ...person, isSelf: true }))
      const here = [...mine, ...others.flatMap(([, faces]) => faces)]
      const ids = new Set(here.map(({ userId }) => userId))
      const left = gone
        .filter(({ userId }) => !ids.has(userId))
        .map(({ userId, info }) => ({ userId, ...describe(info, userId), isLeaving: true }))
      const wanted = userIds === undefined ? undefined : new Set(userIds)
      const all = [...here, ...left].filter(({ userId }) => wanted?.has(userId) ?? true)
      return filter === undefined ? all : all.filter(filter)
    }, [self, others, gone, describe, userIds, filter])
    return (
      <AvatarStackView
        {...{ statuses, locale, strings }}
        {...view}
        people={people}
        loading={knowledge === 'loading'}
        unavailable={knowledge === 'error'}
        stale={stale}
        ref={ref}
      />
    )
  },
)

function areSameFaces(a: readonly StackPerson[] | undefined, b: readonly StackPerson[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.length === b.length && a.every((person, index) => isSameFace(person, b[index]))
}

function isSameFace(a: StackPerson, b: StackPerson | undefined): boolean {
  const isSameEntry = a.userId === b?.userId && a.sessionId === b.sessionId
  return isSameEntry && a.name === b.name && a.picture === b.picture && a.status === b.status
}
