'use client'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import type { IsEqual, Select } from '../selection.ts'
import { useStateSource } from '../useStateSource.ts'

type Self = PresenceMember | undefined

/**
 * Me in this room, with all my tabs in `sessions`; `presence` is this session's. `undefined` before entering.
 * @throws PresenceError `missing_provider`
 */
export function useSelf(): Self
export function useSelf<S>(select: Select<Self, S>, isEqual?: IsEqual<S>): S
export function useSelf<S>(select?: Select<Self, S>, isEqual?: IsEqual<S>): S | Self {
  const { self } = useRoomOf('useSelf')
  return useStateSource<Self, S>(self, { initial: undefined, select, isEqual })
}
