import type { Backplane, PersonMemory } from './backplane.ts'

/** People remembered at most; the longest untouched go first (T18). */
const DEFAULT_CAPACITY = 100_000

export interface MemoryBackplaneOptions {
  /** How many people are remembered. */
  readonly capacity?: number
}

/** Remembers in this process alone: gone with a restart. */
export function memoryBackplane({ capacity = DEFAULT_CAPACITY }: MemoryBackplaneOptions = {}): Backplane {
  // Insertion order is the order of last writing: the first key is the one to forget.
  const memories = new Map<string, PersonMemory>()
  return {
    recall: (userId) => memories.get(userId),
    remember: (userId, memory) => {
      memories.delete(userId)
      memories.set(userId, memory)
      const oldest = memories.size > capacity ? memories.keys().next().value : undefined
      if (oldest !== undefined) memories.delete(oldest)
    },
    dispose: () => memories.clear(),
  }
}
