/** People in a room, moved by verbs: what the page under test sees of the world. Real clients, a virtual clock. */
import type { PointerPosition, PresenceLocation, RoomTyping, Status } from '@rollcall/core'
import type { FrameCounts, TestNetwork } from '@rollcall/core/testing'
import type { PresencePatch } from '../hooks/presence/useUpdateMyPresence.ts'
import type { RegisteredInfo, RegisteredPresence, RegisteredRoom } from '../context/register.ts'
import { openStageTab, type StagePerson, stagePerson, type StageTab } from './stagePerson.ts'

/** Each verb resolves once everybody has heard, and React has rendered what follows from it. */
export interface PresenceStage {
  /** Somebody enters; who is there already opens another tab. */
  join(person: StagePerson | string): Promise<void>
  /** Says goodbye in all their tabs. */
  leave(userId: string): Promise<void>
  /** Closes their newest tab. */
  closeTab(userId: string): Promise<void>
  /** Their newest tab changes what it says of itself. */
  update(userId: string, patch: PresencePatch): Promise<void>
  /** Their newest tab says where it is; `undefined` takes it back. */
  report(userId: string, locations: readonly PresenceLocation[] | undefined): Promise<void>
  setStatus(userId: string, status: Status | 'auto'): Promise<void>
  /** They press a key in an input. */
  type(userId: string, input?: string): Promise<void>
  stopTyping(userId: string, input?: string): Promise<void>
  /** Their pointer moves in an area; `null`: it left. */
  move(userId: string, position: PointerPosition | null, area?: string): Promise<void>
  /** Their network goes away, and they know; without an id, the one of the page under test. */
  drop(userId?: string): Promise<void>
  /** It comes back. */
  resume(userId?: string): Promise<void>
  /** Nothing of them arrives any more, and nobody is told. */
  kill(userId: string): Promise<void>
  /** Their network goes away and comes back, again and again; without an id, that of the page under test. */
  flap(times: number, userId?: string): Promise<void>
  /** Their clock jumps by `ms`; without an id, that of the page under test. */
  skew(ms: number, userId?: string): Promise<void>
  /** Time passes. */
  advance(ms: number): Promise<void>
  /** Frames that anybody has put on the network so far. */
  countFrames(): FrameCounts
}

/** How long a flapping network stays in one state, ms. */
const FLAP_MS = 200

interface Actor extends StageTab {
  readonly room: RegisteredRoom
}

export interface PresenceStageOptions {
  readonly network: TestNetwork
  readonly roomId: string
  /** Party of the page under test. */
  readonly self: string
  /** Runs a change and lets React render what follows: `act`. */
  settle(change: () => void, ms: number): Promise<void>
}

export interface StageHandle {
  readonly stage: PresenceStage
  dispose(): void
}

export function createPresenceStage({ network, roomId, self, settle }: PresenceStageOptions): StageHandle {
  const actors = new Map<string, readonly Actor[]>()
  const tabsOf = (userId: string): readonly Actor[] => {
    const tabs = actors.get(userId)
    if (tabs === undefined) throw new RangeError(`unable to move ${userId}; nobody of that id has joined`)
    return tabs
  }
  const newest = (userId: string): Actor => {
    const tab = tabsOf(userId).at(-1)
    if (tab === undefined) throw new RangeError(`unable to move ${userId}; they have left`)
    return tab
  }
  const typing = (userId: string): RoomTyping<RegisteredPresence, RegisteredInfo> => newest(userId).room.typing
  const partiesOf = (userId: string | undefined): readonly string[] =>
    userId === undefined ? [self] : tabsOf(userId).map(({ party }) => party)
  // An update may pend longer than this verb takes (it is merged, or offline): only a refusal is waited for.
  const now = async (change: () => Promise<void> | void): Promise<void> => {
    let refusal: { readonly error: unknown } | undefined
    await settle(() => {
      Promise.resolve(change()).catch((error: unknown) => {
        refusal = { error }
      })
    }, 0)
    if (refusal !== undefined) throw refusal.error
  }

  const join = (who: StagePerson | string): Promise<void> | void => {
    const person = stagePerson(who)
    const tabs = actors.get(person.id) ?? []
    // The page under test is the first tab of its own person.
    const place = tabs.length + (person.id === self ? 2 : 1)
    const party = place === 1 ? person.id : `${person.id}#${place}`
    const tab = openStageTab(network, person, party)
    const room = tab.client.room(roomId, person.presence === undefined ? {} : { initialPresence: person.presence })
    actors.set(person.id, [...tabs, { ...tab, room }])
    if (person.status !== undefined) return tab.client.setStatus(person.status)
  }
  const close = (userId: string, tabs: readonly Actor[]): void => {
    for (const tab of tabs) tab.client.dispose()
    actors.set(
      userId,
      tabsOf(userId).filter((tab) => !tabs.includes(tab)),
    )
  }
  const stage: PresenceStage = {
    join: (person) => now(() => join(person)),
    leave: (userId) => now(() => close(userId, tabsOf(userId))),
    closeTab: (userId) => now(() => close(userId, [newest(userId)])),
    update: (userId, patch) => now(() => newest(userId).room.update(patch)),
    report: (userId, locations) => now(() => newest(userId).room.reportPresence(locations)),
    setStatus: (userId, status) => now(() => newest(userId).client.setStatus(status)),
    type: (userId, input) => now(() => typing(userId).keystroke(input)),
    stopTyping: (userId, input) => now(() => typing(userId).stop(input)),
    move: (userId, position, area) => now(() => newest(userId).room.moves(area).move(position)),
    drop: (userId) => now(() => partiesOf(userId).forEach((party) => network.drop(party))),
    resume: (userId) => now(() => partiesOf(userId).forEach((party) => network.restore(party))),
    kill: (userId) => now(() => partiesOf(userId).forEach((party) => network.kill(party))),
    flap: async (times, userId) => {
      for (let time = 0; time < times; time += 1) {
        await stage.drop(userId)
        await settle(() => {}, FLAP_MS)
        await stage.resume(userId)
        await settle(() => {}, FLAP_MS)
      }
    },
    skew: (ms, userId) => now(() => partiesOf(userId).forEach((party) => network.skew(party, ms))),
    advance: (ms) => settle(() => {}, ms),
    countFrames: () => network.countFrames(),
  }
  const dispose = (): void => {
    for (const [userId, tabs] of actors) close(userId, tabs)
  }
  return { stage, dispose }
}
