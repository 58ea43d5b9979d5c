import type { Clock, Random } from '@rollcall/protocol'

export interface UnreliableLinkOptions {
  readonly clock: Clock
  readonly random: Random
  readonly latency?: number | readonly [least: number, most: number]
  readonly loss?: number
  readonly reorder?: number
  readonly duplicate?: number
}

export interface UnreliableLink {
  /** Delivers never, once or twice; in order on each `path`, but for messages that chance lets be overtaken. */
  carry(path: string, deliver: () => void): void
  /** Delivers once and in order, as a stream of bytes does. */
  carryInOrder(path: string, deliver: () => void): void
  /** Ends loss, overtaking and copies. What is on its way already is not called back. */
  calm(): void
}

/** How much later than it would a message comes that may be overtaken. */
const OVERTAKEN_BY_MS = 50

/** All chance of the test network is drawn here, in order of sending: that makes a seed repeatable. */
export function createUnreliableLink(options: UnreliableLinkOptions): UnreliableLink {
  const { clock, random, latency = 0 } = options
  let { loss = 0, reorder = 0, duplicate = 0 } = options
  const [least, most] = typeof latency === 'number' ? [latency, latency] : latency
  const lastArrivals = new Map<string, number>()

  const drawLatency = (): number => least + (most > least ? random.fraction() * (most - least) : 0)
  // No draw where the share is 0: a test that adds a fault keeps the chances of the others.
  const happens = (share: number): boolean => share > 0 && random.fraction() < share
  const deliverAfter = (delayMs: number, deliver: () => void): void => {
    if (delayMs === 0) clock.defer(deliver)
    else clock.setTimer(delayMs, deliver)
  }
  const carryInOrder = (path: string, deliver: () => void): void => {
    const arrival = Math.max(clock.now() + drawLatency(), lastArrivals.get(path) ?? 0)
    lastArrivals.set(path, arrival)
    deliverAfter(arrival - clock.now(), deliver)
  }
  return {
    carryInOrder,
    calm: () => {
      loss = reorder = duplicate = 0
    },
    carry: (path, deliver) => {
      if (happens(loss)) return
      for (let copies = happens(duplicate) ? 2 : 1; copies > 0; copies -= 1) {
        if (happens(reorder)) deliverAfter(drawLatency() + random.fraction() * OVERTAKEN_BY_MS, deliver)
        else carryInOrder(path, deliver)
      }
    },
  }
}
