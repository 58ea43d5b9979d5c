/**
 * The port to what outlives the sessions of a person, and later lies between nodes. Synchronous:
 * an awaited read would let the world move between a question and its answer.
 */
import type { Info, SelfStatus } from '@rollcall/protocol'

/** What is kept about a person while no session of theirs is left. */
export interface PersonMemory {
  /** Last sign of life that others may know of, epoch ms; never decreases (INV-42). */
  readonly lastSeenAt?: number
  readonly info?: Info
  /** The person's own choice over all sessions, also `invisible`: it outlives them. */
  readonly pinned?: Pick<SelfStatus, 'status' | 'statusText' | 'until'>
}

export interface Backplane {
  recall(userId: string): PersonMemory | undefined
  /** Replaces what was kept. */
  remember(userId: string, memory: PersonMemory): void
  dispose(): void
}
