/** What an app holds of a client: the parts behind the public names, in the app's own types. */
import { PresenceError } from '@rollcall/protocol'
import { createDisplayTime } from '../environment/displayTime.ts'
import type { Person } from '../member/person.ts'
import type { SelfPerson } from '../member/selfPerson.ts'
import type { StateSource } from '../store/stateSource.ts'
import { checkRoomId, checkStatus, readActivity } from './checkCalls.ts'
import type { ClientParts } from './clientParts.ts'
import { createRoom } from './createRoom.ts'
import { disposedError } from './disposal.ts'
import type { Following, PresenceClient } from './presenceClient.ts'
import type { Room, RoomOptions } from './room.ts'
import { createSelfSource } from './selfSource.ts'
import type { PinnedStatus } from './selfState.ts'

export interface ClientFaceOptions extends Pick<PresenceClient, 'connection' | 'statuses' | 'retry' | 'dispose'> {
  isDisposed(): boolean
}

/** Makes the face. */
export function createClientFace<P, I>(parts: ClientParts, options: ClientFaceOptions): PresenceClient<P, I> {
  const { environment, reporters, time, activity, link, self, follow, calls } = parts
  const assertAlive = (operation: string): void => {
    if (options.isDisposed()) throw disposedError(operation)
  }
  const assertFollowing = (): void => {
    assertAlive('follow')
    if (link.liveness === 'peers')
      throw new PresenceError('unsupported', 'unable to follow people; this medium has no server', {
        hint: 'Use the webSocket transport, or look at who is in a room.',
      })
  }
  const setStatus: PresenceClient['setStatus'] = (status, chosen = {}) => {
    assertAlive('set the status')
    const { promise, settle } = calls.open()
    if (status === 'auto') self.pin(undefined, settle)
    else {
      checkStatus(status, chosen.text)
      self.pin(toPinned(status, chosen), settle)
    }
    return promise
  }
  const selfSource = createSelfSource({
    identity: link.identity,
    state: self.state,
    lastActiveAt: () => time.now() - activity.idleMs(),
    report: reporters.reportThrown,
  })
  return {
    room: createRoomTaker<P, I>(parts, options),
    follow: (userIds) => {
      assertFollowing()
      const { source, release } = follow.follow(userIds)
      // `I` is the app's word for what its server vouches for.
      const typed = source as StateSource<ReadonlyMap<string, Person<unknown>>> as unknown as Following<I>
      return { ...typed, dispose: release }
    },
    user: (userId) => {
      assertFollowing()
      return follow.user(userId) as StateSource<Person<unknown> | undefined> as StateSource<Person<I> | undefined>
    },
    following: follow.following,
    self: selfSource as StateSource<SelfPerson<unknown>> as StateSource<SelfPerson<I>>,
    connection: options.connection,
    statuses: options.statuses,
    time: { now: time.now, setTimer: environment.clock.setTimer },
    display: createDisplayTime(environment),
    setStatus,
    setActivity: (changes) => {
      assertAlive('set the activity')
      const read = readActivity(changes)
      const { promise, settle } = calls.open()
      self.did(read, settle)
      return promise
    },
    retry: options.retry,
    dispose: options.dispose,
  }
}

function toPinned(status: string, chosen: { readonly text?: string; readonly expiresAt?: number }): PinnedStatus {
  return {
    status,
    ...(chosen.text === undefined || chosen.text === '' ? {} : { statusText: chosen.text }),
    ...(chosen.expiresAt === undefined ? {} : { until: Math.round(chosen.expiresAt) }),
  }
}

/** Gives out handles of rooms, each with claim numbers of its own. */
function createRoomTaker<P, I>(
  { environment, rooms, calls }: ClientParts,
  { isDisposed }: ClientFaceOptions,
): (id: string, options?: RoomOptions<P>) => Room<P, I> {
  let claims = 0
  return (id, options = {}) => {
    if (isDisposed()) throw disposedError(`take room "${id}"`)
    checkRoomId(id)
    const { core, release } = rooms.take(id)
    try {
      return createRoom<P, I>({
        ...options,
        id,
        core,
        calls,
        nextClaim: () => {
          claims += 1
          return claims
        },
        defer: (task) => {
          environment.clock.defer(() => {
            if (!isDisposed()) task()
          })
        },
        isClientDisposed: isDisposed,
        released: release,
      })
    } catch (thrown) {
      // Nothing half-made stays behind: presence that cannot be read must not leave a room open.
      release()
      throw thrown
    }
  }
}
