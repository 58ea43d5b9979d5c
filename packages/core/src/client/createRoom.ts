/** A handle of a room, in the app's own types. Handles of the same room share everything but what they claim. */
import { PresenceError, type PresenceData } from '@rollcall/protocol'
import type { PresenceLocation } from '../member/location.ts'
import { frozenCopy } from '../presence/frozenCopy.ts'
import { selectPublished, selectWantsPresence, claimsReducer, type ClaimsEvent } from '../presence/claims.ts'
import type { RoomCore } from './createRoomCore.ts'
import { disposedError } from './disposal.ts'
import type { OpenCalls } from './openCalls.ts'
import { readPatch } from './readPresence.ts'
import type { Claim, Room, RoomOptions } from './room.ts'

export interface RoomHandleOptions<P> extends RoomOptions<P> {
  readonly id: string
  readonly core: RoomCore
  readonly calls: OpenCalls
  /** A number that no other claim of the room has. */
  nextClaim(): number
  /** Runs a task one macrotask later. */
  defer(task: () => void): void
  isClientDisposed(): boolean
  /** The handle is given back. */
  released(): void
}

/** `enter` claims for the handle it is called on; the handle's own number. */
interface HandleClaim {
  readonly id: number
  isHeld: boolean
}

/** Makes a handle; with `visible` it enters at once. */
export function createRoom<P, I>(options: RoomHandleOptions<P>): Room<P, I> {
  const { id, core } = options
  const { store, sources, typing, moves } = core
  const own: HandleClaim = { id: options.nextClaim(), isHeld: false }
  const handle = {}
  let isDisposed = false

  const assertAlive = (operation: string): void => {
    if (isDisposed || options.isClientDisposed()) throw disposedError(`${operation} room "${id}"`)
  }
  /** The merge of all claims has to fit, not only what this one says. */
  const checkMerged = (event: ClaimsEvent): void => {
    core.check(selectPublished(claimsReducer(store.own.claims.get(), event)))
  }
  const change = (reason: string, event: ClaimsEvent): Promise<void> => {
    checkMerged(event)
    const { promise, settle } = options.calls.open()
    store.own.change(reason, event, { settle })
    return promise
  }
  /** The same where nobody waits: a refusal goes to the logger. */
  const tell = (reason: string, event: ClaimsEvent): void => {
    checkMerged(event)
    store.own.change(reason, event)
  }
  const hold = (): void => {
    if (own.isHeld) return
    own.isHeld = true
    store.own.claims.set(
      'presence/claimed',
      claimsReducer(store.own.claims.get(), { type: 'claimed', id: own.id, presence: {} }),
    )
  }
  const enter = (presence?: P): Promise<void> => {
    assertAlive('enter')
    const said = presence === undefined ? undefined : readPatch(presence)
    const entering: ClaimsEvent = { type: 'entered', presence: said }
    checkMerged(entering)
    hold()
    return change('presence/entered', entering)
  }
  const update: Room<P, I>['update'] = (patch) => {
    assertAlive('update')
    if (!selectWantsPresence(store.own.claims.get()))
      throw new PresenceError('not_entered', `unable to update presence; room "${id}" is not entered`, {
        hint: 'Call enter() first, or take the room with visible: true.',
      })
    // What is published has this page's own type, by what was checked on the way in.
    const changes = typeof patch === 'function' ? patch(store.own.published.get() as P) : patch
    return change('presence/updated', { type: 'updated', patch: readPatch(changes) })
  }
  const leave: Room<P, I>['leave'] = (leaving = {}) => {
    assertAlive('leave')
    const lastWord = leaving.presence === undefined ? {} : { lastWord: core.check(leaving.presence) }
    typing.forget()
    const { promise, settle } = options.calls.open()
    store.own.change('presence/left', { type: 'left' }, { settle, ...lastWord })
    return promise
  }
  const claim = (presence: Partial<P> = {}): Claim<P> => {
    assertAlive('claim')
    const claimId = options.nextClaim()
    tell('presence/claimed', { type: 'claimed', id: claimId, presence: readPatch(presence) })
    return {
      update: (changes) => tell('presence/updated', changedClaim(claimId, readPatch(changes))),
      report: (locations) => tell('presence/reported', { type: 'reported', id: claimId, locations: copyOf(locations) }),
      // Deferred, so that a remount takes over before anybody hears of the leaving (INV-48).
      release: () => options.defer(() => store.own.change('presence/released', { type: 'released', id: claimId })),
    }
  }
  const begin = (): void => {
    if (options.initialPresence !== undefined) {
      const initial = core.check(options.initialPresence)
      if (Object.keys(store.own.claims.get().initial).length === 0)
        store.own.change('presence/begun', { type: 'begun', initial })
    }
    core.setWish(handle, watchOf(options.subscribe))
    if (options.visible === false) return
    own.isHeld = true
    store.own.change('presence/claimed', { type: 'claimed', id: own.id, presence: {} })
  }
  begin()

  // From here on the wire's types are the app's: its own data was checked on the way out, that of
  // others by the schema on the way in; without one, P and I are the app's word.
  const shown = sources as unknown as Pick<
    Room<P, I>,
    'members' | 'others' | 'self' | 'presence' | 'departed' | 'occupancy' | 'synced' | 'error' | 'member' | 'locations'
  >
  return {
    id,
    members: shown.members,
    others: shown.others,
    self: shown.self,
    presence: shown.presence,
    departed: shown.departed,
    occupancy: shown.occupancy,
    synced: shown.synced,
    error: shown.error,
    member: (userId) => shown.member(userId),
    locations: (query) => shown.locations(query),
    events: store.events$ as unknown as Room<P, I>['events'],
    typing: {
      keystroke: (input = '') => {
        if (!isDisposed) typing.keystroke(input)
      },
      stop: (input = '') => typing.stop(input),
      typers: (input = '') => typing.typers(input) as unknown as ReturnType<Room<P, I>['typing']['typers']>,
    },
    moves: (area = '') => moves.area(area),
    enter,
    update,
    leave,
    reportPresence: (locations) => {
      assertAlive('report presence in')
      const copy = copyOf(locations)
      if (copy !== undefined) hold()
      tell('presence/reported', { type: 'reported', id: own.id, locations: copy })
    },
    claim,
    rollCall: () => {
      assertAlive('call the roll of')
      return store.rollCall() as unknown as ReturnType<Room<P, I>['rollCall']>
    },
    dispose: () => {
      if (isDisposed) return
      isDisposed = true
      // Deferred as the release of a claim is: a remount takes over before anybody hears of it.
      options.defer(() => {
        core.setWish(handle, undefined)
        if (own.isHeld) store.own.change('presence/released', { type: 'released', id: own.id })
        options.released()
      })
    },
  }
}

function watchOf(subscribe: RoomOptions<unknown>['subscribe'] = true): 'all' | 'count' | 'none' {
  return subscribe === 'count' ? 'count' : subscribe ? 'all' : 'none'
}

function changedClaim(id: number, presence: PresenceData): ClaimsEvent {
  return { type: 'changed', id, presence }
}

function copyOf(locations: readonly PresenceLocation[] | undefined): readonly PresenceLocation[] | undefined {
  return locations === undefined ? undefined : frozenCopy(locations)
}
