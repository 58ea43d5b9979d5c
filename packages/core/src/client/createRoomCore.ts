/** One room of a client, whatever number of handles it has: the features joined, in the wire's own types. */
import type { Info, PresenceData, PresenceError } from '@rollcall/protocol'
import { createPresenceSources, type PresenceSources } from '../presence/presenceSources.ts'
import { createPresenceStore, type PresenceStore } from '../presence/presenceStore.ts'
import type { RoomContext } from '../presence/roomContext.ts'
import type { RoomFrame } from '../presence/roomFrame.ts'
import type { Watch } from '../presence/roomPicture.ts'
import { createTypingStore, type TypingStore } from '../typing/typingStore.ts'
import { createMoves, type Moves } from './moves.ts'
import { checkSchema, readPresence } from './readPresence.ts'
import type { StandardSchema } from './standardSchema.ts'

export interface RoomCore {
  readonly store: PresenceStore
  readonly sources: PresenceSources
  readonly typing: TypingStore<PresenceData, Info>
  readonly moves: Moves
  /**
   * An own copy of what the app says, checked.
   * @throws PresenceError `invalid_presence`, `data_too_large`
   */
  check(presence: unknown): PresenceData
  /** How much each handle wants to see; the most of it counts. `undefined` takes the wish back. */
  setWish(handle: object, watch: Watch | undefined): void
  receive(frame: RoomFrame): void
  /** Tells the listeners of what changed since the last time. */
  flush(): void
  /** The server shows the room no longer. */
  dismissed(error: PresenceError): void
  /** My status changed: others must hear of it, or must not hear of me any more. */
  refresh(): void
  connected(connection: { readonly resumed: boolean; readonly epoch?: string | undefined }): void
  disconnected(): void
  /** The page is seen again, or the network is back. */
  wake(): void
  dispose(error: PresenceError): void
}

export interface RoomCoreOptions {
  readonly context: RoomContext
  readonly schema?: StandardSchema<unknown> | undefined
  selfId(): string | undefined
  /** Nobody is to know of me: not even that I type. */
  isInvisible(): boolean
}

const WATCH_ORDER: readonly Watch[] = ['all', 'count', 'none']

/** Makes a room that nobody is in and nobody looks at. */
export function createRoomCore(options: RoomCoreOptions): RoomCore {
  const { context, schema } = options
  const wishes = new Map<object, Watch>()
  const store: PresenceStore = createPresenceStore({ context, typingToTell: () => typing.freshInputs() })
  const sources = createPresenceSources({ store, selfId: options.selfId, report: context.report })
  const mayBeSeen = (): boolean => store.own.announce.isAnnounced() && !options.isInvisible()
  const typing: TypingStore<PresenceData, Info> = createTypingStore({
    clock: context.clock,
    others: sources.others,
    mayType: mayBeSeen,
    send: (input, on) => store.own.announce.typing(input, on),
    changed: (inputs) => store.own.setTyping(inputs),
    report: context.report,
  })
  const moves = createMoves({
    ...context,
    sessionId: () => context.speaker()?.sessionId,
    mayMove: mayBeSeen,
  })
  return {
    store,
    sources,
    typing,
    moves,
    check: (presence) => {
      const copy = readPresence(presence)
      const problem = checkSchema(schema, copy)
      if (problem !== undefined) throw problem
      return copy
    },
    setWish: (handle, watch) => {
      if (watch === undefined) wishes.delete(handle)
      else wishes.set(handle, watch)
      const wanted = new Set(wishes.values())
      store.setWatch(WATCH_ORDER.find((each) => wanted.has(each)) ?? 'none')
    },
    receive: (frame) => {
      if (frame.type === 'move') moves.receive(frame)
      else store.receive(frame)
    },
    flush: () => store.flush(),
    dismissed: (error) => store.dismissed(error),
    refresh: () => {
      if (options.isInvisible()) typing.stopAll()
      store.own.refresh()
    },
    connected: (connection) => {
      store.connected(connection)
      // After the state that enters: who is not in the room points at nothing.
      moves.connected(connection)
    },
    disconnected: () => {
      typing.forget()
      store.disconnected()
    },
    wake: () => store.own.announce.wake(),
    dispose: (error) => {
      typing.forget()
      moves.dispose()
      store.dispose(error)
    },
  }
}
