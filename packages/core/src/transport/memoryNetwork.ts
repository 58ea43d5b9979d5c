/** A medium inside one process: what one party posts, all others hear. */
import type { DeliverLater } from '@rollcall/protocol'

/** What the network tells a party. */
export interface MemoryParty {
  hear(message: string): void
  /** The link of this party is up or down; told once on joining, later at each change, never before `join` returned. */
  linkChanged(link: 'up' | 'down'): void
}

export interface MemoryPort {
  /** `false`: this party's link is down. */
  post(message: string): boolean
  leave(): void
}

/** Anything that carries text between the parties of one process; `createTestNetwork` is a bad one on purpose. */
export interface MemoryNetwork {
  join(party: MemoryParty): MemoryPort
}

/**
 * A network that loses nothing. Messages arrive through `later`, in order; the default is a
 * microtask, so that posting never calls back into the poster.
 */
export function createMemoryNetwork(later: DeliverLater = queueMicrotask): MemoryNetwork {
  const parties = new Set<MemoryParty>()
  return {
    join: (party) => {
      parties.add(party)
      later(() => {
        if (parties.has(party)) party.linkChanged('up')
      })
      return {
        post: (message) => {
          if (!parties.has(party)) return false
          for (const other of parties) {
            if (other === party) continue
            later(() => {
              if (parties.has(other)) other.hear(message)
            })
          }
          return true
        },
        leave: () => parties.delete(party),
      }
    },
  }
}
