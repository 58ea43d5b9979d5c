/**
 * A bad network on purpose, with a seed: the same seed gives the same delays, losses and
 * duplicates. Peers join it through `memory(network.party('alice'))`; a client and a server are
 * joined by `network.channel()`.
 */
import type { Clock } from '@rollcall/protocol'
import type { MemoryNetwork, MemoryParty, MemoryPort } from '../transport/memoryNetwork.ts'
import { createFrameCounts, type FrameCounter, type FrameCounts } from './frameCounts.ts'
import { createNetworkFaults, type NetworkFaults } from './networkFaults.ts'
import { createTestChannel, type TestChannel } from './testChannel.ts'
import { createTestClock, type TestClock } from './testClock.ts'
import { createTestRandom } from './testRandom.ts'
import { createUnreliableLink, type UnreliableLink } from './unreliableLink.ts'

export interface TestNetworkOptions {
  /** Default 1. */
  readonly seed?: number
  /** Ms on the way, or the least and the most of it. Default 0: one deferred task. */
  readonly latency?: number | readonly [least: number, most: number]
  /** Share of messages that never arrive, 0 to 1. Between peers only: a channel loses nothing but all. */
  readonly loss?: number
  /** Share of messages that may be overtaken. Between peers only. */
  readonly reorder?: number
  /** Share of messages that arrive twice. Between peers only. */
  readonly duplicate?: number
  readonly clock?: TestClock
}

export interface TestNetwork extends MemoryNetwork, Omit<NetworkFaults, 'canReach' | 'isDead'> {
  readonly clock: TestClock
  /** The network as the party `name` sees it. Verbs below speak of parties by these names. */
  party(name: string): MemoryNetwork
  /** `clock` with a wall time of the party's own: to be handed to its client. */
  clockOf(name: string): Clock
  /** The party's link goes down, and it knows. */
  drop(name: string): void
  /** The link comes back. */
  restore(name: string): void
  /** Moves the party's wall clock by `ms`. */
  skew(name: string, ms: number): void
  channel(): TestChannel
  /** The network behaves from now on: nothing is lost, overtaken or doubled. Latency stays. */
  calm(): void
  /** Frames posted so far (before losses and copies), by type. */
  countFrames(): FrameCounts
}

interface Seat {
  readonly name: string
  readonly party: MemoryParty
  up: boolean
}

/** Makes a network without parties. */
export function createTestNetwork(options: TestNetworkOptions = {}): TestNetwork {
  const clock = options.clock ?? createTestClock()
  const counts = createFrameCounts()
  const link = createUnreliableLink({ clock, random: createTestRandom(options.seed ?? 1), ...options })
  const { canReach, isDead, ...verbs } = createNetworkFaults()
  const seating = createSeating({ clock, counts, link, canReach, isDead })
  const skews = new Map<string, number>()
  let anonymous = 0
  let channels = 0
  return {
    ...verbs,
    clock,
    join: (party) => seating.join(`anonymous ${(anonymous += 1)}`, party),
    party: (name) => ({ join: (party) => seating.join(name, party) }),
    clockOf: (name) => ({ ...clock, wall: () => clock.wall() + (skews.get(name) ?? 0) }),
    drop: (name) => seating.setLink(name, 'down'),
    restore: (name) => seating.setLink(name, 'up'),
    skew: (name, ms) => skews.set(name, (skews.get(name) ?? 0) + ms),
    channel: () => {
      const path = `channel ${(channels += 1)}`
      return createTestChannel({ later: (deliver) => link.carryInOrder(path, deliver), note: counts.note })
    },
    calm: () => link.calm(),
    countFrames: () => counts.read(),
  }
}

interface SeatingOptions extends Pick<NetworkFaults, 'canReach' | 'isDead'> {
  readonly clock: Clock
  readonly counts: FrameCounter
  readonly link: UnreliableLink
}

interface Seating {
  join(name: string, party: MemoryParty): MemoryPort
  setLink(name: string, link: 'up' | 'down'): void
}

/** Who is on the network, and whose link is up. */
function createSeating({ clock, counts, link, ...faults }: SeatingOptions): Seating {
  const seats = new Set<Seat>()
  const down = new Set<string>()

  const post = (from: Seat, message: string): boolean => {
    if (!from.up || !seats.has(from)) return false
    counts.note(message)
    for (const to of seats) {
      // Asked on departure: what is on its way when a wall goes up has passed it.
      if (!faults.canReach(from.name, to.name)) continue
      link.carry(`${from.name} ${to.name}`, () => {
        if (to.up && seats.has(to) && !faults.isDead(to.name)) to.party.hear(message)
      })
    }
    return true
  }
  return {
    join: (name, party) => {
      const seat: Seat = { name, party, up: false }
      seats.add(seat)
      clock.defer(() => {
        if (!seats.has(seat) || seat.up || down.has(name)) return
        seat.up = true
        party.linkChanged('up')
      })
      return { post: (message) => post(seat, message), leave: () => seats.delete(seat) }
    },
    setLink: (name, next) => {
      if (next === 'up') down.delete(name)
      else down.add(name)
      for (const seat of seats) {
        if (seat.name !== name || seat.up === (next === 'up')) continue
        seat.up = next === 'up'
        seat.party.linkChanged(next)
      }
    },
  }
}
