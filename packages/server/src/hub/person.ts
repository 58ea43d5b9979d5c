/** One person: the sessions they are folded from, and who follows them. */
import type { Info, PersonView, SelfStatus } from '@rollcall/protocol'
import type { MergeGate } from './mergeGate.ts'
import type { Session } from './session.ts'

/** A status that a person has chosen over all their sessions. */
export type Pinned = Pick<SelfStatus, 'status' | 'statusText' | 'until'>

export interface Person {
  readonly userId: string
  info: Info
  /** Attached and held ones. */
  readonly sessions: Set<Session>
  readonly followers: Set<Session>
  pinned: Pinned | undefined
  cancelPin: (() => void) | undefined
  /** What followers were last told; `undefined` = offline. */
  told: PersonView | undefined
  /** Version of the last frame to followers. */
  version: number
  /** Version of the last change of `pinned`. */
  pinVersion: number
  /** Last sign of life that others may know of, epoch ms. Frozen while invisible, never decreasing (INV-42). */
  lastSeenAt: number | undefined
  gate: MergeGate | undefined
}

export function isInvisible(person: Person): boolean {
  return person.pinned?.status === 'invisible'
}
