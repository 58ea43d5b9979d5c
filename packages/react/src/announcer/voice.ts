import type { AnnouncementPolicy } from './announcementPolicy.ts'
import type { Utterance } from './announcement.ts'

/** What a voice (one sort of message) answers: what it remembers now, and what it says, if anything. */
export interface Turn<S> {
  readonly state: S
  readonly said?: Utterance | undefined
}

/**
 * One sort of message. Pure: facts and instants in, memory and words out. `look` is asked when the instant of
 * `dueAt` has come (`Infinity`: nothing waits), after every fact and every time it is due.
 */
export interface Voice<S, F> {
  readonly silent: S
  hear(state: S, fact: F, at: number): Turn<S>
  dueAt(state: S, policy: AnnouncementPolicy): number
  look(state: S, at: number, policy: AnnouncementPolicy): Turn<S>
}
