/** The room as sources to read and be told of. All of them stand on the store's tables; nothing is made until it is read. */
import { isSameValue, type Info, type PresenceData, type PresenceError } from '@rollcall/protocol'
import type { LocationQuery, UserPresence } from '../member/location.ts'
import { isSameList } from '../store/isSameList.ts'
import { createKeyedSource } from '../store/keyedSource.ts'
import { memoize } from '../store/memoize.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import type { StoreState } from '../store/storeState.ts'
import type { AnyMember } from './foldMember.ts'
import { selectLocations, selectOthers, selectSelf, type Occupancy } from './presenceSelectors.ts'
import type { PresenceStore } from './presenceStore.ts'
import { createReportReader } from './reportReader.ts'

export interface PresenceSources {
  readonly members: StateSource<readonly AnyMember[]>
  readonly others: StateSource<readonly AnyMember[]>
  readonly self: StateSource<AnyMember | undefined>
  readonly presence: StateSource<PresenceData>
  readonly departed: StateSource<readonly AnyMember[]>
  readonly occupancy: StateSource<Occupancy>
  readonly synced: StateSource<boolean>
  readonly error: StateSource<PresenceError | undefined>
  member(userId: string): StateSource<AnyMember | undefined>
  locations(query?: LocationQuery): StateSource<readonly UserPresence<Info>[]>
}

export interface PresenceSourcesOptions {
  readonly store: PresenceStore
  /** Whose page this is; `undefined` until it is known. */
  selfId(): string | undefined
  report(thrown: unknown): void
}

/** Makes them. */
export function createPresenceSources({ store, selfId, report }: PresenceSourcesOptions): PresenceSources {
  const { members, departed, own } = store
  const ofList = <T>(read: () => T, isEqual?: (left: T, right: T) => boolean): StateSource<T> =>
    createStateSource({
      read,
      subscribe: (changed) => members.subscribeList(changed),
      report,
      ...(isEqual === undefined ? {} : { isEqual }),
    })
  const ofCell = <T>(cell: StoreState<T>): StateSource<T> =>
    createStateSource({ read: cell.get, subscribe: cell.subscribe, report })
  const readReports = createReportReader()
  const isSame = (left: unknown, right: unknown): boolean => isSameValue(left, right)

  return {
    members: ofList(() => members.list()),
    others: ofList(readOthers(() => members.list(), selfId)),
    self: createStateSource({
      read: readSelf(
        () => readMember(store, selfId()),
        () => own.published.get(),
      ),
      subscribe: both(members.subscribeList, own.published.subscribe),
      report,
    }),
    presence: ofCell(own.published),
    departed: ofList(() => departed.read()),
    occupancy: createStateSource<Occupancy>({
      read: () => store.count.get() ?? { members: members.memberCount(), sessions: store.sessionCount() },
      subscribe: both(members.subscribeList, store.count.subscribe),
      isEqual: isSame,
      report,
    }),
    synced: ofCell(store.synced),
    error: createStateSource<PresenceError | undefined>({
      read: () => own.refusal.get() ?? store.viewRefusal.get(),
      subscribe: both(own.refusal.subscribe, store.viewRefusal.subscribe),
      report,
    }),
    member: (userId) =>
      createKeyedSource({
        read: () => members.member(userId),
        subscribe: (changed) => members.subscribeMember(userId, changed),
      }),
    locations: (query) => {
      const select = memoize((reports: readonly UserPresence<Info>[]) => selectLocations(reports, query), isSame)
      return ofList(() => select(readReports(members.list())))
    },
  }
}

type Subscribe = (changed: () => void) => () => void

function both(first: Subscribe, second: Subscribe): Subscribe {
  return (changed) => {
    const stops = [first(changed), second(changed)]
    return () => {
      for (const stop of stops) stop()
    }
  }
}

function readMember(store: PresenceStore, userId: string | undefined): AnyMember | undefined {
  return userId === undefined ? undefined : store.members.member(userId)
}

interface OthersAnswer {
  readonly list: readonly AnyMember[]
  readonly id: string | undefined
  readonly others: readonly AnyMember[]
}

/** The list changes only where a member does; the same members but for myself give the same others. */
function readOthers(list: () => readonly AnyMember[], selfId: () => string | undefined): () => readonly AnyMember[] {
  let last: OthersAnswer | undefined
  return () => {
    const [members, id] = [list(), selfId()]
    if (last !== undefined && last.list === members && last.id === id) return last.others
    const others = selectOthers(members, id)
    last = { list: members, id, others: last !== undefined && isSameList(last.others, others) ? last.others : others }
    return last.others
  }
}

interface SelfAnswer {
  readonly member: AnyMember | undefined
  readonly presence: PresenceData
  readonly self: AnyMember | undefined
}

function readSelf(member: () => AnyMember | undefined, presence: () => PresenceData): () => AnyMember | undefined {
  let last: SelfAnswer | undefined
  return () => {
    const [folded, own] = [member(), presence()]
    if (last !== undefined && last.member === folded && last.presence === own) return last.self
    last = { member: folded, presence: own, self: selectSelf(folded, own) }
    return last.self
  }
}
