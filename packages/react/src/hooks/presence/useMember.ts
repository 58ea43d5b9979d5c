'use client'
import { useMemo } from 'react'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

type MaybeMember = PresenceMember | undefined

/**
 * One person of the room; `undefined` before the first sync and once they are gone, never a throw. The component
 * renders when this person changes, whoever else does.
 * @throws PresenceError `missing_provider`
 */
export function useMember(userId: string): MaybeMember
export function useMember<S>(userId: string, select: Select<MaybeMember, S>, isEqual?: IsEqual<S>): S
export function useMember<S>(userId: string, select?: Select<MaybeMember, S>, isEqual?: IsEqual<S>): S | MaybeMember {
  const room = useRoomOf('useMember')
  const source = useMemo(() => room.member(userId), [room, userId])
  return useStateSource<MaybeMember, S>(source, { initial: undefined, select, isEqual })
}
