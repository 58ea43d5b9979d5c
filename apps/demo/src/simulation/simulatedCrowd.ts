/** People who are not there, in sessions that are: some behave over sockets of their own, the others only are present. */
import type { Clock } from '@rollcall/core'

export interface CrowdSize {
  /** Wanted; they come one after the other. */
  readonly wanted: number
  /** Whose session stands. */
  readonly here: number
}

/** Somebody made up. `leave` ends their session. */
export interface SimulatedPerson {
  leave(): void
}

export interface SimulatedCrowd {
  getCurrent(): CrowdSize
  subscribe(listener: () => void): () => void
  add(count: number): void
  /** Everybody leaves. */
  clear(): void
  readonly max: number
}

export interface SimulatedCrowdOptions {
  readonly clock: Pick<Clock, 'setTimer'>
  /** The next one comes; resolves once they are in the room. */
  readonly enter: (index: number) => Promise<SimulatedPerson>
  readonly max: number
}

/** So many at once: a browser opens few connections to one place at a time. */
const AT_ONCE = 12
/** After one who could not come. */
const AGAIN_AFTER_MS = 1000

export function createSimulatedCrowd({ clock, enter, max }: SimulatedCrowdOptions): SimulatedCrowd {
  const listeners = new Set<() => void>()
  const people: SimulatedPerson[] = []
  let size: CrowdSize = { wanted: 0, here: 0 }
  let coming = 0
  let next = 0
  let generation = 0

  const set = (changes: Partial<CrowdSize>): void => {
    size = { ...size, ...changes }
    for (const listener of listeners) listener()
  }
  const come = async (): Promise<void> => {
    const mine = generation
    coming += 1
    try {
      const person = await enter(next++)
      // Sent away while on the way.
      if (mine !== generation) return person.leave()
      people.push(person)
      set({ here: people.length })
    } catch {
      // The line may be down: later.
      await new Promise<void>((resolve) => void clock.setTimer(AGAIN_AFTER_MS, resolve))
    } finally {
      if (mine === generation) {
        coming -= 1
        fill()
      }
    }
  }
  const fill = (): void => {
    while (coming < AT_ONCE && people.length + coming < size.wanted) void come()
  }
  return {
    max,
    getCurrent: () => size,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (count) => {
      set({ wanted: Math.min(max, size.wanted + count) })
      fill()
    },
    clear: () => {
      generation += 1
      coming = 0
      for (const person of people.splice(0)) person.leave()
      set({ wanted: 0, here: 0 })
    },
  }
}
