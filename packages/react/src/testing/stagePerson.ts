/** A person on the stage of a test: one client per tab, over the same network as the page under test. */
import { createPresenceClient, memory, type Status } from '@rollcall/core'
import { createTestEnvironment, createTestRandom, type TestEnvironment, type TestNetwork } from '@rollcall/core/testing'
import type { RegisteredClient, RegisteredInfo, RegisteredPresence } from '../context/register.ts'

/** Who takes part. A bare id has its own id as name. */
export interface StagePerson {
  readonly id: string
  /** Default `{ name: id }`. */
  readonly info?: RegisteredInfo
  /** What their session says of itself on entering. Default `{}`. */
  readonly presence?: RegisteredPresence
  /** Default: by activity, so `online`. */
  readonly status?: Status
}

export interface StageTab {
  readonly userId: string
  /** Name of the tab on the network: the user's id, then `id#2`, `id#3`. */
  readonly party: string
  readonly client: RegisteredClient
  readonly page: TestEnvironment
}

/** Tabs that make ids need different chance; counted per network, so that a test is the same each time it runs. */
const tabCounts = new WeakMap<TestNetwork, number>()

export function stagePerson(person: StagePerson | string): StagePerson {
  return typeof person === 'string' ? { id: person } : person
}

/** Opens a tab of `person`. It connects at the next turn of the clock, and enters nothing by itself. */
export function openStageTab(network: TestNetwork, person: StagePerson, party: string): StageTab {
  const seed = (tabCounts.get(network) ?? 0) + 1
  tabCounts.set(network, seed)
  const page = createTestEnvironment({ clock: network.clockOf(party), random: createTestRandom(seed) })
  const client = createPresenceClient<RegisteredPresence, RegisteredInfo>({
    transport: memory(network.party(party)),
    user: { id: person.id, info: person.info ?? { name: person.id } },
    environment: page,
  })
  return { userId: person.id, party, client, page }
}
