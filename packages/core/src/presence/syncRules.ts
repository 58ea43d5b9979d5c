/**
 * When the picture of a room is asked for, when it is whole, and who has left because nobody
 * named them again. Over a server `synced` says so; between tabs a span of time has to do.
 */
import { TIMES, type Clock } from '@rollcall/protocol'

export interface SyncRules {
  /** Which picture frames belong to; see `Arrival.generation`. */
  generation(): number
  connected(connection: { readonly resumed: boolean; readonly epoch?: string | undefined }): void
  disconnected(): void
  /** The server says that the picture is whole. */
  synced(): void
  /** A call was answered otherwise: the server would not show the room, or showed only how many are there. */
  answered(): void
  /** "Let me see this room": now, if there is a connection. */
  call(): void
  /** Something does not fit what we know: ask again, but not more often than is good for the server. */
  doubt(): void
  /** Whether members not named again are being waited for: nobody is blamed for silence meanwhile. */
  isSettling(): boolean
  stop(): void
}

export interface SyncRulesOptions {
  readonly clock: Clock
  readonly liveness: 'peers' | 'authority'
  /** Whether anybody wants to see the room. */
  isWatching(): boolean
  /** Whether somebody waits for a picture: then a resumed connection asks, too. */
  isAwaited(): boolean
  sendRollCall(): boolean
  /** The picture is whole. */
  whole(): void
  /** Whoever was last named before this picture has left. */
  removeUnnamed(generation: number): void
}

/** Between tabs: answers come at once, or share one at the end of this; the rest is for their way. */
const PEER_WHOLE_MS = TIMES.rollCallShareMs + 50
/** A server that doubts make ask for everything again and again would drown. */
const DOUBT_SPACING_MS = 5_000

/** Makes the rules of a room that was never connected. */
export function createSyncRules(options: SyncRulesOptions): SyncRules {
  const { clock, liveness } = options
  let generation = 0
  let outstanding = 0
  /** A call that may have been lost with its connection. */
  let isUnanswered = false
  let epoch: string | undefined
  let epochChanged = false
  let calledAt = Number.NEGATIVE_INFINITY
  let cancelWhole: (() => void) | undefined
  let cancelResidual: (() => void) | undefined
  let cancelDoubt: (() => void) | undefined

  const pause = (): void => {
    cancelWhole?.()
    cancelResidual?.()
    cancelDoubt?.()
    cancelWhole = cancelResidual = cancelDoubt = undefined
    outstanding = 0
  }
  const removeAfter = (delayMs: number): void => {
    const named = generation
    cancelResidual?.()
    cancelResidual = clock.setTimer(delayMs, () => {
      cancelResidual = undefined
      options.removeUnnamed(named)
    })
  }
  const call = (): void => {
    if (!options.isWatching()) return
    // A server's answer names everybody; between tabs only a fresh connection asks for that.
    if (liveness === 'authority') generation += 1
    isUnanswered = liveness === 'authority'
    if (!options.sendRollCall()) return
    calledAt = clock.now()
    if (liveness === 'authority') outstanding += 1
    else {
      cancelWhole?.()
      cancelWhole = clock.setTimer(PEER_WHOLE_MS, () => {
        cancelWhole = undefined
        options.whole()
      })
    }
  }
  return {
    generation: () => generation,
    connected: (connection) => {
      pause()
      generation += 1
      if (connection.epoch !== undefined) {
        epochChanged = epoch !== undefined && epoch !== connection.epoch
        epoch = connection.epoch
      }
      if (!connection.resumed || options.isAwaited() || isUnanswered) call()
      if (liveness === 'peers') removeAfter(TIMES.peerResidualMs)
    },
    disconnected: pause,
    synced: () => {
      outstanding = Math.max(0, outstanding - 1)
      // The answer to an earlier call: the newest picture is still on its way.
      if (outstanding > 0) return
      isUnanswered = false
      if (epochChanged) removeAfter(TIMES.epochResidualMs)
      else options.removeUnnamed(generation)
      epochChanged = false
      options.whole()
    },
    answered: () => {
      outstanding = Math.max(0, outstanding - 1)
      if (outstanding === 0) isUnanswered = false
    },
    call,
    doubt: () => {
      if (outstanding > 0 || cancelDoubt !== undefined) return
      const waitMs = calledAt + DOUBT_SPACING_MS - clock.now()
      if (waitMs <= 0) call()
      else
        cancelDoubt = clock.setTimer(waitMs, () => {
          cancelDoubt = undefined
          call()
        })
    },
    isSettling: () => cancelResidual !== undefined,
    stop: () => {
      pause()
      isUnanswered = false
    },
  }
}
