/**
 * What we know of the others in a room: frames become events of records, silence and typing run
 * out, and what was not named again in a whole picture has left.
 */
import { createId, type LeaveReason, type PresenceData, type PresenceError } from '@rollcall/protocol'
import type { LiveSession } from './presenceState.ts'
import type { RoomContext } from './roomContext.ts'
import type { RoomFrame } from './roomFrame.ts'
import type { Arrival } from './sessionEvent.ts'
import { createSessionExpiry } from './sessionExpiry.ts'
import type { SessionTable } from './sessionTable.ts'
import { lastSeq } from './presenceReducer.ts'
import { patchPresence } from './patchPresence.ts'
import { createSyncRules, type SyncRules } from './syncRules.ts'

/** How much of the room is looked at. */
export type Watch = 'all' | 'count' | 'none'

export interface RoomPicture {
  /** A frame of another session. */
  receive(frame: RoomFrame): void
  setWatch(watch: Watch): void
  connected(connection: { readonly resumed: boolean; readonly epoch?: string | undefined }): void
  disconnected(): void
  call(): void
  /** The server shows the room no longer. */
  dismissed(): void
  arrival(): Arrival
  stop(): void
}

export interface RoomPictureOptions {
  readonly context: RoomContext
  readonly sessions: SessionTable
  isSynced(): boolean
  isAwaited(): boolean
  whole(): void
  /** The server would not show the room. */
  callRefused(error: PresenceError): void
  /** Something changed outside of a frame: time ran out. */
  flush(): void
}

const CALL_ID_BYTES = 8
/** Where a server that cannot show the room just now does not say when it can. */
const RETRY_MS = 1_000

/** Makes the picture of a room that nobody looks at yet. */
export function createRoomPicture(options: RoomPictureOptions): RoomPicture {
  const { context, sessions } = options
  const { clock, liveness } = context
  let watch: Watch = 'none'
  let order = 0
  let lookedSince: number | undefined
  let isConnected = false
  let cancelRetry = (): void => {}

  const arrival = (): Arrival => {
    order += 1
    return { liveness, now: clock.now(), epoch: context.epochNow(), order, generation: sync.generation() }
  }
  const remove = (record: LiveSession, reason: LeaveReason): void => {
    const at = context.epochNow()
    const lastSeenAt = at - (clock.now() - record.heardAt)
    sessions.apply(record.session.sessionId, { type: 'removed' }, { at, reason, lastSeenAt })
  }
  const sync: SyncRules = createSyncRules({
    clock,
    liveness,
    isWatching: () => watch !== 'none',
    isAwaited: options.isAwaited,
    sendRollCall: () => sendRollCall(),
    whole: options.whole,
    removeUnnamed: (generation) => {
      for (const record of sessions.live()) if (record.heardIn < generation) remove(record, 'residual')
      options.flush()
    },
  })
  const sendRollCall = (): boolean => {
    const { room } = context
    if (liveness === 'peers') {
      const sessionId = context.speaker()?.sessionId
      if (sessionId === undefined) return false
      return context.send([{ type: 'rollCall', room, sessionId, callId: createId(context.random, CALL_ID_BYTES) }])
    }
    const isCount = watch === 'count'
    const request = context.openRequest((error) => {
      // A count has no `synced`.
      if (isCount || error !== undefined) sync.answered()
      if (error === undefined) return
      options.callRefused(error)
      if (error.retryable) callLater(error)
    })
    const asked = request === undefined ? {} : { request }
    const sent = context.send([{ type: 'rollCall', room, ...asked, ...(isCount ? { only: 'count' } : {}) }])
    if (!sent && request !== undefined) context.closeRequest(request)
    return sent
  }
  const callLater = ({ details }: PresenceError): void => {
    const wantedMs = details?.['retryAfterMs']
    cancelRetry()
    cancelRetry = clock.setTimer(typeof wantedMs === 'number' ? wantedMs : RETRY_MS, () => sync.call())
  }
  const expiry = createSessionExpiry({
    context,
    sessions,
    // Whoever has not been named since a reconnect is the sync rules' business.
    isWaitedFor: (record) => sync.isSettling() && record.heardIn < sync.generation(),
    expire: (record) => remove(record, 'timeout'),
    overslept: () => sync.connected({ resumed: false }),
    flush: options.flush,
  })
  const wasHere = (ageMs: number | undefined): boolean =>
    ageMs === undefined || lookedSince === undefined ? !options.isSynced() : ageMs > clock.now() - lookedSince
  const believe = (frame: RoomFrame): boolean => {
    if (context.acceptPresence === undefined) return true
    if (frame.type === 'state') return context.acceptPresence(frame.presence) !== undefined
    if (frame.type !== 'patch' || (frame.presence === undefined && frame.removed === undefined)) return true
    const record = sessions.get(frame.sessionId)
    return (
      record?.kind !== 'live' || context.acceptPresence(patchPresence(record.session.presence, frame)) !== undefined
    )
  }
  const receiveLeave = (frame: RoomFrame & { readonly type: 'disconnect' }): void => {
    const at = frame.at ?? context.epochNow()
    const lastWord: { readonly lastWord?: PresenceData } =
      frame.presence === undefined ? {} : { lastWord: frame.presence }
    sessions.apply(frame.sessionId, { type: 'left', frame }, { at, reason: frame.reason, ...lastWord })
  }
  return {
    receive: (frame) => {
      if (frame.type === 'synced') {
        sync.synced()
        return
      }
      // What still comes after we stopped looking, or to a tab that never looked, is not kept.
      if (watch === 'none' || (watch === 'count' && liveness === 'authority') || !believe(frame)) return
      const circumstances = { at: context.epochNow() }
      switch (frame.type) {
        case 'state':
          sessions.apply(
            frame.sessionId,
            { type: 'announced', frame, arrival: arrival() },
            { ...circumstances, wasHere: wasHere(frame.ageMs) },
          )
          break
        case 'patch': {
          const record = sessions.get(frame.sessionId)
          if (record?.kind !== 'live' || frame.seq > lastSeq(record) + 1) sync.doubt()
          sessions.apply(frame.sessionId, { type: 'patched', frame, arrival: arrival() }, circumstances)
          break
        }
        case 'typing':
          sessions.apply(frame.sessionId, { type: 'typed', frame, arrival: arrival() }, circumstances)
          break
        case 'disconnect':
          receiveLeave(frame)
          return
        default:
          return
      }
      expiry.heard(frame.sessionId)
    },
    setWatch: (next) => {
      if (next === watch) return
      const before = watch
      watch = next
      if (next === 'none') {
        context.send(liveness === 'authority' ? [{ type: 'dismiss', room: context.room }] : [])
        cancelRetry()
        sync.stop()
        expiry.stop()
        sessions.clear()
        options.flush()
      } else {
        if (before === 'none') lookedSince = clock.now()
        if (next === 'count' && liveness === 'authority') sessions.clear()
        if (isConnected) sync.call()
      }
    },
    connected: (connection) => {
      isConnected = true
      sync.connected(connection)
      expiry.resume()
    },
    disconnected: () => {
      isConnected = false
      sync.disconnected()
      expiry.suspend()
    },
    call: () => sync.call(),
    dismissed: () => {
      sessions.clear()
      options.flush()
    },
    arrival,
    stop: () => {
      cancelRetry()
      sync.stop()
      expiry.stop()
    },
  }
}
