/** What a room reads as before the first picture of it: what a server rendered, or nothing. */
import type { StateSource } from '@rollcall/core'
import { Observable } from 'rxjs'
import { NO_OCCUPANCY, NOBODY } from './emptyRoom.ts'
import type { PresenceMember, RegisteredRoom } from './register.ts'

export interface RoomSeed {
  readonly members: readonly PresenceMember[]
  readonly others: readonly PresenceMember[]
  readonly occupancy: { readonly members: number; readonly sessions: number }
}

/** A source that knows what a server and a hydrating page read of it. */
export interface SeededSource<T> extends StateSource<T> {
  readonly initial: T
}

const EMPTY: RoomSeed = { members: NOBODY, others: NOBODY, occupancy: NO_OCCUPANCY }

/** `selfId`: whose page it is; `''` where nobody has said so yet. */
export function roomSeed(members: readonly PresenceMember[] | undefined, selfId: string): RoomSeed {
  if (members === undefined || members.length === 0) return EMPTY
  return {
    members,
    others: members.filter(({ userId }) => userId !== selfId),
    occupancy: { members: members.length, sessions: members.reduce((sum, { sessions }) => sum + sessions.length, 0) },
  }
}

/** Reads as `initial` until the room has been whole once; then it is the source itself. */
function seeded<T>(source: StateSource<T>, synced: StateSource<boolean>, initial: T): SeededSource<T> {
  const getCurrent = (): T => (synced.getCurrent() ? source.getCurrent() : initial)
  const subscribe = (listener: () => void): (() => void) => {
    const ends = [source.subscribe(listener), synced.subscribe(listener)]
    return () => {
      for (const end of ends) end()
    }
  }
  const observable = new Observable<T>((subscriber) => {
    let last = getCurrent()
    subscriber.next(last)
    return subscribe(() => {
      const next = getCurrent()
      if (Object.is(last, next)) return
      last = next
      subscriber.next(next)
    })
  })
  return { initial, getCurrent, subscribe, observable }
}

/** A room that shows the seed until it knows better. Without one it is the room itself. */
export function seedRoom(room: RegisteredRoom, seed: RoomSeed): RegisteredRoom {
  if (seed === EMPTY) return room
  const { synced } = room
  return {
    ...room,
    members: seeded(room.members, synced, seed.members),
    others: seeded(room.others, synced, seed.others),
    occupancy: seeded(room.occupancy, synced, seed.occupancy),
    member: (userId) =>
      seeded(
        room.member(userId),
        synced,
        seed.members.find((member) => member.userId === userId),
      ),
  }
}
