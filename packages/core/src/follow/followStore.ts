/** People by id, wherever they are: what the server says of them, and whom we ask for. */
import type { MemberFrame, PersonView } from '@rollcall/protocol'
import { createKeyedListeners } from '../store/keyedListeners.ts'
import { createListeners } from '../store/listeners.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import { reducePerson, type AnyPerson, type PersonEvent } from './followReducer.ts'
import { isSamePeople, selectPeople } from './followSelectors.ts'
import { createWantedPeople, type WantedPeopleOptions } from './wantedPeople.ts'

export interface FollowStore {
  /** Follows until the release; reading it follows nobody by itself. */
  follow(userIds: readonly string[]): { readonly source: StateSource<ReadonlyMap<string, AnyPerson>>; release(): void }
  /** Follows while it has a listener. */
  user(userId: string): StateSource<AnyPerson | undefined>
  /** Ids that are followed, those that the server follows for us included. */
  readonly following: StateSource<readonly string[]>
  receive(frame: MemberFrame): void
  /** Tells the listeners of what changed since the last time. */
  flush(): void
  connected(connection: { readonly resumed: boolean }): void
  dispose(): void
}

export interface FollowStoreOptions extends Omit<WantedPeopleOptions, 'changed' | 'dropped'> {
  /** Told of what a listener threw. */
  report(thrown: unknown): void
}

/** Makes a store that follows nobody. */
export function createFollowStore(options: FollowStoreOptions): FollowStore {
  const people = new Map<string, AnyPerson>()
  const byPerson = createKeyedListeners<string>(options.report)
  const listListeners = createListeners(options.report)
  const untold = new Set<string>()
  let hasListChanged = false

  const apply = (userId: string, event: PersonEvent): void => {
    const known = people.get(userId)
    const next = reducePerson(userId, known, event)
    if (next === known || next === undefined) return
    people.set(userId, next)
    untold.add(userId)
    if (known === undefined) hasListChanged = true
  }
  const flush = (): void => {
    const changed = [...untold]
    const tellList = hasListChanged
    untold.clear()
    hasListChanged = false
    for (const userId of changed) byPerson.notify(userId)
    if (tellList) listListeners.notify()
  }
  const wanted = createWantedPeople({
    ...options,
    changed: () => {
      hasListChanged = true
      flush()
    },
    dropped: (userIds) => {
      // What is not followed grows old unseen: nothing is better than a wrong picture.
      for (const userId of userIds) if (people.delete(userId)) untold.add(userId)
    },
  })
  const picture = (view: PersonView): void => apply(view.userId, { type: 'pictured', view })
  const source = <T>(
    userIds: readonly string[],
    read: () => T,
    isEqual: (left: T, right: T) => boolean = Object.is,
  ): StateSource<T> =>
    createStateSource({
      read,
      subscribe: (changed) => {
        const stops = userIds.map((userId) => byPerson.subscribe(userId, changed))
        return () => {
          for (const stop of stops) stop()
        }
      },
      isEqual,
      report: options.report,
    })
  return {
    follow: (userIds) => ({
      source: source([...new Set(userIds)], () => selectPeople(userIds, (id) => people.get(id)), isSamePeople),
      release: wanted.retain(userIds),
    }),
    user: (userId) => {
      const known = source([userId], () => people.get(userId))
      return createStateSource({
        read: known.getCurrent,
        subscribe: (changed) => {
          const stop = known.subscribe(changed)
          const release = wanted.retain([userId])
          return () => {
            stop()
            release()
          }
        },
        report: options.report,
      })
    },
    following: createStateSource({
      read: (): readonly string[] => [...new Set([...wanted.ids(), ...people.keys()])],
      subscribe: (changed) => listListeners.add(changed),
      isEqual: (left, right) => left.length === right.length && left.every((id, index) => id === right[index]),
      report: options.report,
    }),
    receive: (frame) => {
      if (frame.type === 'sync') for (const view of frame.people) picture(view)
      else if (frame.type === 'appeared') picture(frame.person)
      else if (frame.type === 'changed') apply(frame.userId, { type: 'changed', changes: frame.changes })
      else apply(frame.userId, { type: 'gone', at: frame.at })
    },
    flush,
    connected: (connection) => wanted.connected(connection),
    dispose: () => wanted.dispose(),
  }
}
