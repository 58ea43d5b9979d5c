'use client'
import { useEffect, useMemo } from 'react'
import { NOBODY } from '../../context/emptyRoom.ts'
import type { PresenceMember } from '../../context/register.ts'
import { useRoomOf } from '../../context/roomContext.ts'
import { useStateSource } from '../useStateSource.ts'
import { createTypist, type TypingInputProps } from './typist.ts'

export interface Typing {
  /** Who else is typing, in order of entering; never myself. */
  readonly typers: readonly PresenceMember[]
  /** Whether anybody else is. */
  readonly isTyping: boolean
  /** Spread on an input or textarea: typing starts with input, ends with an empty field, blur or the form being sent. */
  readonly inputProps: TypingInputProps
  /** The same by hand, for editors that are no text field. Call it as often as keys are pressed. */
  readonly keystroke: () => void
  /** Call it when the text was sent by other means than a form. */
  readonly stop: () => void
}

/**
 * Who is typing in `input` (default: the room's one input), and the wiring to say that I am. Reading says nothing;
 * unmounting ends my typing if it was this component's.
 * @throws PresenceError `missing_provider`
 */
export function useTyping(input?: string): Typing {
  const room = useRoomOf('useTyping')
  const source = useMemo(() => room.typing.typers(input), [room, input])
  const typist = useMemo(() => createTypist(room, input), [room, input])
  useEffect(() => typist.leave, [typist])
  const typers = useStateSource<readonly PresenceMember[]>(source, { initial: NOBODY })
  const { inputProps, keystroke, stop } = typist
  return useMemo(
    () => ({ typers, isTyping: typers.length > 0, inputProps, keystroke, stop }),
    [typers, inputProps, keystroke, stop],
  )
}
