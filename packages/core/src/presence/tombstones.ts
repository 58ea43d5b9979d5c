/** Sessions that have gone, remembered by their last counter: as many as the cap, the longest unheard are forgotten first. */
import type { GoneSession } from './presenceState.ts'

export interface Tombstones {
  get(sessionId: string): GoneSession | undefined
  put(gone: GoneSession): void
  delete(sessionId: string): void
  size(): number
}

/** Makes an empty graveyard. */
export function createTombstones(cap: number): Tombstones {
  const bySession = new Map<string, GoneSession>()
  return {
    get: (sessionId) => bySession.get(sessionId),
    put: (gone) => {
      // Deleted first: the order of a Map is that of its insertions, and the newest has to stand last.
      bySession.delete(gone.sessionId)
      bySession.set(gone.sessionId, gone)
      if (bySession.size <= cap) return
      const [eldest] = bySession.keys()
      if (eldest !== undefined) bySession.delete(eldest)
    },
    delete: (sessionId) => bySession.delete(sessionId),
    size: () => bySession.size,
  }
}
