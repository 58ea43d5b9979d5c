'use client'
import { useMemo } from 'react'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'
import { mapMembers, samePairs, type MappedMember } from './mapMembers.ts'

/**
 * One item per other person, as `[userId, item]`. The list keeps its identity while no item changes, and each pair
 * while its item does, so that memoised rows stay untouched. `select` is asked of changed people only when it is the
 * same function from render to render (outside of the component, or in `useCallback`).
 * @throws PresenceError `missing_provider`
 */
export function useOthersMapped<S>(
  select: Select<PresenceMember, S>,
  isEqual: IsEqual<S> = Object.is,
): readonly MappedMember<S>[] {
  const { others } = useRoomOf('useOthersMapped')
  const { mapping, sameList } = useMemo(
    () => ({ mapping: mapMembers(select, isEqual), sameList: samePairs(isEqual) }),
    [select, isEqual],
  )
  return useStateSource(others, { initial: NOBODY, select: mapping, isEqual: sameList })
}
