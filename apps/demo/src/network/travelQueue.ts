/** One direction of a line: what is put in comes out in the same order, each after its time on the way. */
import type { Clock } from '@rollcall/core'

export interface TravelQueueOptions {
  readonly clock: Pick<Clock, 'now' | 'setTimer'>
  /** Asked for each thing that sets out. */
  readonly travelMs: () => number
}

export interface TravelQueue {
  /** Runs `arrive` when it has come through: at once where the way takes no time and is empty. */
  put(arrive: () => void): void
  /** What is on its way never arrives, and nothing sets out any more. */
  cut(): void
}

export function createTravelQueue({ clock, travelMs }: TravelQueueOptions): TravelQueue {
  const cancels = new Set<() => void>()
  let lastDueAt = Number.NEGATIVE_INFINITY
  let isCut = false
  return {
    put: (arrive) => {
      if (isCut) return
      const now = clock.now()
      // Nothing overtakes: a late one holds up all behind it.
      const dueAt = Math.max(lastDueAt, now + travelMs())
      lastDueAt = dueAt
      if (dueAt <= now && cancels.size === 0) return arrive()
      const cancel = clock.setTimer(Math.max(0, dueAt - now), () => {
        cancels.delete(cancel)
        arrive()
      })
      cancels.add(cancel)
    },
    cut: () => {
      isCut = true
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}
