/**
 * The room that hooks see. It can be made while rendering, because it does nothing until an effect opens it,
 * subscribes or acts; and it outlives being unmounted and mounted again (StrictMode, `<Activity>`).
 */
import type { Claim, Room, RoomMoves, RoomOptions } from '@rollcall/core'
import { Observable } from 'rxjs'
import { NO_OCCUPANCY, NOBODY } from './emptyRoom.ts'
import { heldSource } from './heldSource.ts'
import type { ProvidedRoom } from './roomContext.ts'
import type { PresenceMember, RegisteredClient, RegisteredPresence, RegisteredRoom } from './register.ts'
import { createRoomHolding, type RoomHolding } from './roomHolding.ts'
import { roomSeed, seedRoom } from './roomSeed.ts'

export interface RoomFace {
  readonly provided: ProvidedRoom
  /** Takes the room as `<PresenceRoom>` wants it; returns the release. */
  open(options: Pick<RoomOptions<RegisteredPresence>, 'visible' | 'subscribe'>): () => void
}

type Holding = RoomHolding<RegisteredRoom>
type Act = <T>(act: (room: RegisteredRoom) => T) => T
type Sources = Pick<
  RegisteredRoom,
  | 'members'
  | 'others'
  | 'self'
  | 'presence'
  | 'departed'
  | 'occupancy'
  | 'synced'
  | 'error'
  | 'member'
  | 'locations'
  | 'events'
>

function createSources(holding: Holding, initialPresence: RegisteredPresence): Sources {
  return {
    members: heldSource(holding, NOBODY, (room) => room.members),
    others: heldSource(holding, NOBODY, (room) => room.others),
    self: heldSource(holding, undefined, (room) => room.self),
    presence: heldSource(holding, initialPresence, (room) => room.presence),
    departed: heldSource(holding, NOBODY, (room) => room.departed),
    occupancy: heldSource(holding, NO_OCCUPANCY, (room) => room.occupancy),
    synced: heldSource(holding, false, (room) => room.synced),
    error: heldSource(holding, undefined, (room) => room.error),
    member: (userId) => heldSource(holding, undefined, (room) => room.member(userId)),
    locations: (query) => heldSource(holding, NOBODY, (room) => room.locations(query)),
    events: new Observable((subscriber) => {
      const { room, release } = holding.take()
      subscriber.add(release)
      subscriber.add(room.events.subscribe(subscriber))
    }),
  }
}

function createMoves(holding: Holding, act: Act, area: string | undefined): RoomMoves {
  return {
    move: (position) => act((room) => room.moves(area).move(position)),
    subscribe: (listener) => {
      const { room, release } = holding.take()
      const unsubscribe = room.moves(area).subscribe(listener)
      return () => {
        unsubscribe()
        release()
      }
    },
  }
}

function takeClaim(holding: Holding, presence: Partial<RegisteredPresence> | undefined): Claim<RegisteredPresence> {
  const { room, release } = holding.take()
  const claim = room.claim(presence)
  return {
    update: (patch) => claim.update(patch),
    report: (locations) => claim.report(locations),
    release: () => {
      claim.release()
      release()
    },
  }
}

function createActions(
  holding: Holding,
  act: Act,
): Omit<Room<RegisteredPresence, never>, keyof Sources | 'id' | 'typing' | 'rollCall'> {
  return {
    moves: (area) => createMoves(holding, act, area),
    enter: (presence) => act((room) => room.enter(presence)),
    update: (patch) => act((room) => room.update(patch)),
    leave: (options) => act((room) => room.leave(options)),
    reportPresence: (locations) => act((room) => room.reportPresence(locations)),
    claim: (presence) => takeClaim(holding, presence),
    dispose: () => {},
  }
}

/** Neither enters nor looks: the holds of readers change nothing on the wire, only `open` does. */
const SILENT = { visible: false, subscribe: false } as const

function actOn(holding: Holding): Act {
  return (action) => {
    const { room, release } = holding.take()
    try {
      return action(room)
    } finally {
      release()
    }
  }
}

function createRoom(id: string, holding: Holding, initialPresence: RegisteredPresence): RegisteredRoom {
  const act = actOn(holding)
  return {
    id,
    ...createSources(holding, initialPresence),
    ...createActions(holding, act),
    typing: {
      keystroke: (input) => act((room) => room.typing.keystroke(input)),
      stop: (input) => act((room) => room.typing.stop(input)),
      typers: (input) => heldSource(holding, NOBODY, (room) => room.typing.typers(input)),
    },
    rollCall: () => act((room) => room.rollCall()),
  }
}

export interface RoomFaceOptions {
  /** Read once: what `useMyPresence` says before entering, and what is entered with. */
  readonly initialPresence?: RegisteredPresence | undefined
  /** Read once: who is shown until the first picture. */
  readonly initialMembers?: readonly PresenceMember[] | undefined
}

type Opening = Parameters<RoomFace['open']>[0]

/** What comes of it is told as the room's `error`, or by there being none. */
function askAgain(room: RegisteredRoom, { visible = true, subscribe = true }: Opening): void {
  if (visible) void room.enter().catch(() => {})
  if (subscribe !== false) void room.rollCall().catch(() => {})
}

/** Makes it; nothing is opened yet. */
export function createRoomFace(client: RegisteredClient, id: string, options: RoomFaceOptions): RoomFace {
  const { initialPresence = {}, initialMembers } = options
  const holding = createRoomHolding(() => client.room(id, { initialPresence, ...SILENT }))
  const seed = roomSeed(initialMembers, client.self.getCurrent().userId)
  let opening: Opening = SILENT
  return {
    provided: {
      room: seedRoom(createRoom(id, holding, initialPresence), seed),
      initialPresence,
      askAgain: () => actOn(holding)((room) => askAgain(room, opening)),
    },
    open: (options) => {
      opening = options
      const { release } = holding.take()
      const handle = client.room(id, { initialPresence, ...options })
      return () => {
        handle.dispose()
        release()
      }
    },
  }
}
