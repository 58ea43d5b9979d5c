import type { Info, PresenceData } from '@rollcall/protocol'
import type { Person } from './person.ts'
import type { Session } from './session.ts'

/** A person as seen in a room, with their sessions there. `presence` is the winning session's. */
export interface Member<P = PresenceData, I = Info> extends Person<I> {
  readonly presence: P
  /** In order of entering. Empty in `room.departed`. */
  readonly sessions: readonly Session<P>[]
  /** Inputs that any session is typing in. */
  readonly typing: readonly string[]
}
