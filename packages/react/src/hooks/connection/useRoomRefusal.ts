'use client'
import type { PresenceError } from '@rollcall/core'
import { useContext } from 'react'
import { RoomContext } from '../../context/roomContext.ts'
import { type Readable, useStateSource } from '../useStateSource.ts'

export interface RoomRefusal {
  /** The code of why the room above has refused us; `undefined`: it has not, or there is none. */
  readonly code: string | undefined
  readonly askAgain: (() => void) | undefined
}

const NO_REFUSAL: Readable<PresenceError | undefined> = { getCurrent: () => undefined, subscribe: () => () => {} }
const codeOf = (error: PresenceError | undefined): string | undefined => error?.code

/** Whether the room above, where there is one, lets us in. */
export function useRoomRefusal(): RoomRefusal {
  const provided = useContext(RoomContext)
  const source: Readable<PresenceError | undefined> = provided?.room.error ?? NO_REFUSAL
  return { code: useStateSource(source, { initial: undefined, select: codeOf }), askAgain: provided?.askAgain }
}
