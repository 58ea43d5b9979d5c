/** A room full of people, made of verbs: who comes, goes, types, loses the line or dies. */
import type { Info, PresenceData } from '@rollcall/protocol'
import { createPresenceClient } from '../client/createPresenceClient.ts'
import type { PresenceClient, PresenceClientOptions } from '../client/presenceClient.ts'
import type { Room } from '../client/room.ts'
import { memory } from '../transport/memoryTransport.ts'
import type { FrameCounts } from './frameCounts.ts'
import type { TestClock } from './testClock.ts'
import { createTestEnvironment, type TestEnvironment } from './testEnvironment.ts'
import { createTestNetwork, type TestNetwork, type TestNetworkOptions } from './testNetwork.ts'
import { createTestRandom } from './testRandom.ts'

/** One tab of somebody. */
export interface TestParty<P, I> {
  /** Also its name on the network. */
  readonly name: string
  readonly userId: string
  readonly client: PresenceClient<P, I>
  readonly room: Room<P, I>
  readonly page: TestEnvironment
}

/**
 * Tabs are named after their person: `ada` and `ada#2` are two tabs of the user `ada`. A verb opens the tab it
 * speaks of where there is none yet. No verb lets time pass: that is what `clock` is for.
 */
export interface TestScenario<P = PresenceData, I = Info> {
  readonly clock: TestClock
  readonly network: TestNetwork
  /** The tab; it sees the room and is not in it. */
  party(name: string): TestParty<P, I>
  /** Enters the room, or enters again. */
  join(name: string, presence?: P): TestParty<P, I>
  leave(name: string): void
  /** @throws PresenceError `not_entered` */
  update(name: string, patch: Partial<P>): void
  /** Presses one key. */
  type(name: string, input?: string): void
  /** The tab's line breaks, and it knows. */
  drop(name: string): void
  /** The line is back. */
  resume(name: string): void
  /** The process is dead: nothing is said, and nobody is told. */
  kill(name: string): void
  /** The tab's wall clock jumps by `ms`. */
  skew(name: string, ms: number): void
  /** Frames posted so far, by type. */
  countFrames(): FrameCounts
  /** Ends all clients, and the turn. */
  dispose(): void
}

export interface TestScenarioOptions<P, I> extends TestNetworkOptions {
  /** Default `room`. */
  readonly room?: string
  /** What every client is made with, beside what the scenario gives it. `awayAfter` is `null` unless given. */
  readonly client?: Omit<PresenceClientOptions<P, I>, 'transport' | 'user' | 'environment'>
}

/** Makes a room that nobody knows of, over a test network of its own. */
export function createTestScenario<P = PresenceData, I = Info>(
  options: TestScenarioOptions<P, I> = {},
): TestScenario<P, I> {
  const network = createTestNetwork(options)
  const { clock } = network
  const parties = new Map<string, TestParty<P, I>>()

  const open = (name: string): TestParty<P, I> => {
    const userId = name.replace(/#.*$/, '')
    // Tabs that make ids need different chance.
    const random = createTestRandom(parties.size + 1)
    const page = createTestEnvironment({ clock: network.clockOf(name), random })
    const client = createPresenceClient<P, I>({
      awayAfter: null,
      ...options.client,
      transport: memory(network.party(name)),
      // The test's own word for what a person is; `name` is what most of them show.
      user: { id: userId, info: { name: userId } as I },
      environment: page,
    })
    return { name, userId, client, page, room: client.room(options.room ?? 'room', { visible: false }) }
  }
  const party = (name: string): TestParty<P, I> => {
    const known = parties.get(name) ?? open(name)
    parties.set(name, known)
    return known
  }
  return {
    clock,
    network,
    party,
    join: (name, presence) => {
      const joining = party(name)
      void joining.room.enter(presence)
      return joining
    },
    leave: (name) => void party(name).room.leave(),
    update: (name, patch) => void party(name).room.update(patch),
    type: (name, input) => party(name).room.typing.keystroke(input),
    drop: (name) => network.drop(name),
    resume: (name) => network.restore(name),
    kill: (name) => {
      network.kill(name)
      party(name).page.crash()
    },
    skew: (name, ms) => network.skew(name, ms),
    countFrames: () => network.countFrames(),
    dispose: () => {
      for (const { client } of parties.values()) client.dispose()
      clock.runDeferred()
    },
  }
}
