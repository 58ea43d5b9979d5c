/** Myself as a person: who the medium says I am, with my true status. */
import { isSameValue, type Info } from '@rollcall/protocol'
import type { SelfPerson } from '../member/selfPerson.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import type { StoreState } from '../store/storeState.ts'
import type { Identity } from './clientLink.ts'
import { selectSelfFields, type SelfState } from './selfState.ts'

export interface SelfSourceOptions {
  readonly identity: StoreState<Identity | undefined>
  readonly state: StoreState<SelfState>
  /** Epoch ms of the last input. */
  lastActiveAt(): number
  report(thrown: unknown): void
}

/** Makes the source. Until the medium says who I am, `userId` is `''`. `lastActiveAt` moves together with something else only. */
export function createSelfSource({
  identity,
  state,
  lastActiveAt,
  report,
}: SelfSourceOptions): StateSource<SelfPerson<Info>> {
  let last: SelfPerson<Info> | undefined
  const read = (): SelfPerson<Info> => {
    const who = identity.get()
    const { pinned } = state.get()
    const next = {
      ...selectSelfFields(state.get()),
      userId: who?.userId ?? '',
      info: who?.info ?? {},
      isStatusChosen: pinned !== undefined,
      ...(who?.sessionId === undefined ? {} : { sessionId: who.sessionId }),
      ...(pinned?.until === undefined ? {} : { statusExpiresAt: pinned.until }),
      lastActiveAt: last?.lastActiveAt ?? lastActiveAt(),
      lastSeenAt: null,
    }
    if (last === undefined || !isSameValue(last, next)) last = Object.freeze({ ...next, lastActiveAt: lastActiveAt() })
    return last
  }
  return createStateSource({
    read,
    subscribe: (changed) => {
      const stops = [identity.subscribe(changed), state.subscribe(changed)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    report,
  })
}
