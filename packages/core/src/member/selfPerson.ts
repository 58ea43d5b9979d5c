import type { Person } from './person.ts'

/** The person at this page, with what only they are told of themselves. */
export interface SelfPerson<I> extends Person<I> {
  /** The session of this page; absent before the first connection, another one after a connection that could not be resumed. */
  readonly sessionId?: string
  /** The status was chosen by hand, here or on another page of mine, and lies over what activity says. */
  readonly isStatusChosen: boolean
  /** When the chosen status ends by itself, epoch ms by the server's clock; absent: when it is changed. */
  readonly statusExpiresAt?: number
}
