'use client'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

type Departed = readonly PresenceMember[]

/**
 * People who left lately, newest first, at most 200: for "gone, last seen a minute ago".
 * @throws PresenceError `missing_provider`
 */
export function useDeparted(): Departed
export function useDeparted<S>(select: Select<Departed, S>, isEqual?: IsEqual<S>): S
export function useDeparted<S>(select?: Select<Departed, S>, isEqual?: IsEqual<S>): S | Departed {
  const { departed } = useRoomOf('useDeparted')
  return useStateSource<Departed, S>(departed, { initial: NOBODY, select, isEqual })
}
