/**
 * A bad network on purpose, with a seed: the same seed gives the same delays, losses and
 * duplicates. Peers join it through `memory(network.party('alice'))`; a client and a server are
 * joined by `network.channel()`.
 */
import type { Clock } from '@rollcall/protocol'
import type { MemoryNetwork, MemoryParty, MemoryPort } from '../transport/memoryNetwork.ts'
import { createFrameCounts, type FrameCounts } from './frameCounts.ts'
import { createTestChannel, type TestChannel } from './testChannel.ts'
import { createTestClock, type TestClock } from './testClock.ts'
import { createTestRandom } from './testRandom.ts'
import { createUnreliableLink } from './unreliableLink.ts'

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

export interface TestNetwork extends MemoryNetwork {
  readonly clock: TestClock
  /** The network as the party `name` sees it. Verbs below speak of parties by these names. */
  party(name: string): MemoryNetwork
  /** `clock` with a wall time of the party's own: to be handed to its client. */
  clockOf(name: string): Clock
  /** Only parties of the same group hear each other; who is in no group is alone. */
  partition(...groups: readonly (readonly string[])[]): void
  heal(): void
  /** The party's link goes down, and it knows. */
  drop(name: string): void
  /** The link comes back. */
  restore(name: string): void
  /** Nothing of the party arrives any more, nothing reaches it, and nobody is told: its process is dead. */
  kill(name: string): void
  /** Whether senders hear their own messages. Off at first. */
  setEcho(echo: 'on' | 'off'): void
  /** Moves the party's wall clock by `ms`. */
  skew(name: string, ms: number): void
  channel(): TestChannel
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
  const random = createTestRandom(options.seed ?? 1)
  const counts = createFrameCounts()
  const link = createUnreliableLink({ clock, random, ...options })
  const seats = new Set<Seat>()
  const skews = new Map<string, number>()
  const dead = new Set<string>()
  const down = new Set<string>()
  let groups: readonly (readonly string[])[] | undefined
  let echo: 'on' | 'off' = 'off'
  let anonymous = 0
  let channels = 0

  const canReach = (from: Seat, to: Seat): boolean =>
    !dead.has(from.name) &&
    !dead.has(to.name) &&
    (from === to
      ? echo === 'on'
      : groups === undefined || groups.some((group) => group.includes(from.name) && group.includes(to.name)))

  const post = (from: Seat, message: string): boolean => {
    if (!from.up || !seats.has(from)) return false
    counts.note(message)
    for (const to of seats)
      // Asked on departure: what is on its way when a wall goes up has passed it. Arrival needs a link only.
      if (canReach(from, to))
        link.carry(`${from.name} ${to.name}`, () => {
          if (to.up && seats.has(to) && !dead.has(to.name)) to.party.hear(message)
        })
    return true
  }
  const setLink = (name: string, up: boolean): void => {
    if (up) down.delete(name)
    else down.add(name)
    for (const seat of seats) {
      if (seat.name !== name || seat.up === up) continue
      seat.up = up
      seat.party.linkChanged(up ? 'up' : 'down')
    }
  }
  const join = (name: string, party: MemoryParty): MemoryPort => {
    const seat: Seat = { name, party, up: false }
    seats.add(seat)
    clock.defer(() => {
      if (!seats.has(seat) || seat.up || down.has(name)) return
      seat.up = true
      party.linkChanged('up')
    })
    return { post: (message) => post(seat, message), leave: () => seats.delete(seat) }
  }
  return {
    clock,
    join: (party) => join(`anonymous ${(anonymous += 1)}`, party),
    party: (name) => ({ join: (party) => join(name, party) }),
    clockOf: (name) => ({ ...clock, wall: () => clock.wall() + (skews.get(name) ?? 0) }),
    partition: (...next) => {
      groups = next
    },
    heal: () => {
      groups = undefined
    },
    drop: (name) => setLink(name, false),
    restore: (name) => setLink(name, true),
    kill: (name) => dead.add(name),
    setEcho: (next) => {
      echo = next
    },
    skew: (name, ms) => skews.set(name, (skews.get(name) ?? 0) + ms),
    channel: () => {
      const path = `channel ${(channels += 1)}`
      return createTestChannel({ later: (deliver) => link.carryInOrder(path, deliver), note: counts.note })
    },
    countFrames: () => counts.read(),
  }
}
