'use client'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

type Others = readonly PresenceMember[]

/**
 * Everybody else in the room, in order of entering; the person at this page is left out with all their tabs.
 * @throws PresenceError `missing_provider`
 */
export function useOthers(): Others
export function useOthers<S>(select: Select<Others, S>, isEqual?: IsEqual<S>): S
export function useOthers<S>(select?: Select<Others, S>, isEqual?: IsEqual<S>): S | Others {
  const { others } = useRoomOf('useOthers')
  return useStateSource<Others, S>(others, { initial: NOBODY, select, isEqual })
}
