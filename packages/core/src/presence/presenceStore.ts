/**
 * A room as this page knows it: joins what we say and what we hear with the frames of a
 * transport. One router hands frames to all rooms; `flush` tells the listeners after a whole
 * message, each once.
 */
import type { PresenceError } from '@rollcall/protocol'
import { Subject, type Observable } from 'rxjs'
import { createStoreState, type StoreState } from '../store/storeState.ts'
import { createDeparted, type Departed } from './departed.ts'
import type { AnyMember } from './foldMember.ts'
import { createMemberTable, type MemberTable } from './memberTable.ts'
import { createOwnPresence, type OwnPresence } from './ownPresence.ts'
import type { PresenceEvent } from './presenceEvent.ts'
import type { Occupancy } from './presenceSelectors.ts'
import type { RoomContext } from './roomContext.ts'
import type { RoomFrame } from './roomFrame.ts'
import { createRoomPicture, type RoomPicture, type Watch } from './roomPicture.ts'
import { createSessionTable, type SessionTable } from './sessionTable.ts'

export interface PresenceStore {
  readonly own: OwnPresence
  readonly members: MemberTable
  readonly departed: Departed
  readonly synced: StoreState<boolean>
  /** Why the room is not shown to us; `undefined` while nobody has refused, and once it is shown. */
  readonly viewRefusal: StoreState<PresenceError | undefined>
  /** What the server counted, where we look at the count alone. */
  readonly count: StoreState<Occupancy | undefined>
  readonly events$: Observable<PresenceEvent>
  sessionCount(): number
  receive(frame: RoomFrame): void
  flush(): void
  /** The right to see the room was taken away: what was seen is forgotten. */
  dismissed(error: PresenceError): void
  setWatch(watch: Watch): void
  connected(connection: { readonly resumed: boolean; readonly epoch?: string | undefined }): void
  disconnected(): void
  /** Asks for the whole picture; resolves once it is there. */
  rollCall(): Promise<readonly AnyMember[]>
  dispose(error: PresenceError): void
}

export interface PresenceStoreOptions {
  readonly context: RoomContext
  typingToTell(): readonly string[]
}

interface CallWaiter {
  readonly resolve: () => void
  readonly reject: (error: PresenceError) => void
}

/** Makes a room nobody has entered and nobody looks at. */
export function createPresenceStore({ context, typingToTell }: PresenceStoreOptions): PresenceStore {
  const members = createMemberTable(context)
  const departed = createDeparted()
  const events = new Subject<PresenceEvent>()
  const synced = createStoreState(false, context)
  const viewRefusal = createStoreState<PresenceError | undefined>(undefined, context)
  const count = createStoreState<Occupancy | undefined>(undefined, context)
  const sessions: SessionTable = createSessionTable({
    members,
    departed,
    emit: (event) => events.next(event),
    isObserved: () => events.observed,
    trace: context.trace,
  })
  let waiters: readonly CallWaiter[] = []
  const takeWaiters = (): readonly CallWaiter[] => {
    const taken = waiters
    waiters = []
    return taken
  }
  const flush = (): void => members.flush()
  const whole = (): void => {
    flush()
    synced.set('presence/synced', true)
    viewRefusal.set('presence/synced', undefined)
    for (const waiter of takeWaiters()) waiter.resolve()
  }
  const picture: RoomPicture = createRoomPicture({
    context,
    sessions,
    isSynced: () => synced.get(),
    isAwaited: () => waiters.length > 0,
    whole,
    callRefused: (error) => {
      viewRefusal.set('presence/viewRefused', error)
      for (const waiter of takeWaiters()) waiter.reject(error)
      context.refused(error)
    },
    flush,
  })
  const own = createOwnPresence({ context, sessions, arrival: () => picture.arrival(), typingToTell, flush })

  const receiveOwn = (frame: RoomFrame): void => {
    if (frame.type !== 'disconnect') return
    if (context.liveness === 'peers') own.announce.defend(frame.seq)
    // The server lets our own goodbyes be; a `kicked` is meant for us.
    else if (frame.reason === 'kicked') own.removed('kicked')
  }
  return {
    own,
    members,
    departed,
    synced,
    viewRefusal,
    count,
    events$: events.asObservable(),
    sessionCount: () => sessions.sessionCount(),
    receive: (frame) => {
      if (frame.type === 'count') {
        count.set('presence/counted', { members: frame.members, sessions: frame.sessions })
        // A count has no `synced`: it is the whole picture by itself.
        whole()
      } else if ('sessionId' in frame && frame.sessionId === context.speaker()?.sessionId) receiveOwn(frame)
      else if (frame.type === 'rollCall') own.announce.answer(frame.callId)
      else picture.receive(frame)
    },
    flush,
    dismissed: (error) => {
      viewRefusal.set('presence/viewRefused', error)
      picture.dismissed()
    },
    setWatch: (watch) => picture.setWatch(watch),
    connected: (connection) => {
      own.connected(connection)
      picture.connected(connection)
      flush()
    },
    disconnected: () => picture.disconnected(),
    rollCall: () => {
      const called = new Promise<readonly AnyMember[]>((resolve, reject) => {
        waiters = [...waiters, { resolve: () => resolve(members.list()), reject }]
      })
      // Refusals go to the logger; who does not look at the promise gets no unhandled rejection.
      called.catch(() => {})
      picture.call()
      return called
    },
    dispose: (error) => {
      picture.stop()
      own.dispose(error)
      events.complete()
      for (const waiter of takeWaiters()) waiter.reject(error)
    },
  }
}
