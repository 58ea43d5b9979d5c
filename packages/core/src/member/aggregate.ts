import type { StatusFields } from '@rollcall/protocol'
import type { Session } from './session.ts'

/** A session as it is folded: what it is in the room, and what it says of its person. */
export interface FoldableSession<P> extends Session<P>, StatusFields {
  readonly status: StatusFields['status']
  /** Order of the last change of its status, activity or text; greater is later. */
  readonly changedAt: number
}

/** What is shown of a person. Without `presence` it is that of the session which the ranks choose. */
export interface FoldedFields<P> extends StatusFields {
  readonly presence?: P
}

/**
 * How a person's sessions in a room, given in order of entering and at least one, become what is shown of the person.
 * To choose a session return it: then all shown fields are of the same one. Pure: it runs when somebody reads, and an
 * equal result is no change.
 */
export type Aggregate<P> = (sessions: readonly [FoldableSession<P>, ...FoldableSession<P>[]]) => FoldedFields<P>
