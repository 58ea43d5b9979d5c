'use client'
import { useEffect, useMemo, useState } from 'react'
import { useProvidedClient } from '../../context/clientContext.ts'
import { useNow } from '../useNow.ts'
import { useStateSource } from '../useStateSource.ts'
import { fieldLock, type FieldMode, type FieldRules, UNLOCKED } from './fieldLock.ts'
import type { FieldAttendance } from './useFieldAttendance.ts'
import { useLinkVoid } from './useLinkVoid.ts'

export interface FieldLockState {
  /** `inform` while nobody holds it against me. */
  readonly mode: FieldMode
  readonly isIdle: boolean
  /** Ends the locks there are, for this page and until whoever had them goes; returns whose they were. */
  readonly takeOver: () => readonly string[]
}

const NOBODY: readonly string[] = []
const myId = ({ userId }: { readonly userId: string }): string => userId
const since = (at: number | undefined): number | undefined => at
/** Without a lock nobody asks since when I am there, so that my own coming renders nothing. */
const whenever = (): undefined => undefined

/**
 * Whose a field is: who came first holds it. Being locked out is not being there; an idle holder gives way to whoever
 * comes. A lock that we cannot know of any more, because our own link is gone for good, is none.
 * @throws PresenceError `missing_provider`
 */
export function useFieldLock({ others, reporter }: FieldAttendance, rules: FieldRules): FieldLockState {
  const { idleAfter, releaseAfter } = rules
  const { client, firstSelf } = useProvidedClient('useFieldPresence')
  const mode = useLinkVoid() ? 'inform' : rules.mode
  const userId = useStateSource(client.self, { initial: firstSelf, select: myId })
  const mySince = useStateSource<number | undefined, number | undefined>(reporter, {
    initial: undefined,
    select: mode === 'inform' ? whenever : since,
  })
  const [overtaken, setOvertaken] = useState(NOBODY)
  // Whoever has gone in the meantime may lock it again.
  const stillHere = overtaken.filter((id) => others.some(({ user }) => user.id === id))
  if (stillHere.length < overtaken.length) setOvertaken(stillHere)

  const read = useMemo(
    () => fieldLock(others, { mode, idleAfter, releaseAfter }, { userId, since: mySince, overtaken }),
    [others, mode, idleAfter, releaseAfter, userId, mySince, overtaken],
  )
  const { holders, isIdle } = useNow(client.time, read, UNLOCKED)
  const isLocked = holders.length > 0
  const isShut = isLocked && mode === 'hard-lock'
  useEffect(() => reporter.hear(isShut ? 'locked' : 'unlocked'), [reporter, isShut])
  useEffect(() => {
    if (mode !== 'inform' && others.length > 0) reporter.giveWay()
  }, [reporter, mode, others])
  return {
    mode: isLocked ? mode : 'inform',
    isIdle,
    takeOver: () => {
      setOvertaken([...overtaken, ...holders])
      return holders
    },
  }
}
