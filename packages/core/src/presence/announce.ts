/**
 * Decides when this session speaks in a room. Enter, leave and status go at once; other changes
 * are merged over a window; between tabs there are heartbeats, answers to roll calls and defence
 * too. What is compared is always the last *transmitted* value: what could not be sent was not said.
 */
import { TIMES, isSameValue, type Clock, type PresenceData, type PresenceError, type Random } from '@rollcall/protocol'
import { createHeartbeat } from './heartbeat.ts'
import { createMergeWindow } from './mergeWindow.ts'
import { disconnectFrame, patchFrame, stateFrame, typingFrame, type WholeState } from './ownFrames.ts'
import { createSeenCalls } from './seenCalls.ts'
import type { Settle } from './settlements.ts'
import { createSpeech, type SpeechOptions } from './speech.ts'

export interface Announce {
  /** What the session wants to say of itself; `undefined`: to be out of the room. `settle` hears once it is accepted. */
  want(presence: PresenceData | undefined, options?: { settle?: Settle; lastWord?: PresenceData }): void
  /** Something beside presence changed that travels inside `state` (the person's status, between tabs). */
  restate(): void
  typing(input: string, on: boolean): boolean
  /** A peer called the roll; the same call heard twice is one. */
  answer(callId: string): void
  /** A foreign goodbye for our own live session: we object. */
  defend(seq: number): void
  /** The page woke up: say that we live if it has been a while. */
  wake(): void
  connected(connection: { readonly resumed: boolean }): void
  /** The medium put us out of the room: there is nothing to say goodbye to. */
  forget(): void
  /** Whether the wire has us in the room. */
  isAnnounced(): boolean
  dispose(error: PresenceError): void
}

export interface AnnounceOptions extends SpeechOptions {
  readonly clock: Clock
  readonly random: Random
  readonly windowMs: number
  /** The rest of a whole state. */
  whole(): Omit<WholeState, 'presence'>
  /** A goodbye is said: what this returns hears its answer, even when the room has been given back. */
  parting(): Settle
  /** Entering was refused: the session is not in the room, and nobody tries again. */
  enterRefused(error: PresenceError): void
}

/** A retryable refusal is tried again after what the server asked for, or this. */
const RETRY_MS = 1_000

/** Makes the voice of a session that says nothing yet. */
export function createAnnounce(options: AnnounceOptions): Announce {
  const { liveness, clock } = options
  const speech = createSpeech(options)
  const { settlements } = speech
  let wanted: PresenceData | undefined
  let lastWord: PresenceData | undefined
  let transmitted: PresenceData | undefined
  let mustRestate = false
  let goodbye: Settle | undefined
  let cancelRetry: (() => void) | undefined

  const heartbeat = createHeartbeat({ clock, random: options.random, beat: () => sendState() })
  // Parts of a page that are mounted anew say in one turn that they are gone and where they are now: one frame.
  const { windowMs } = options
  const window = createMergeWindow({ clock, windowMs, leading: 'turn', transmit: () => sendChange() })
  const calls = createSeenCalls()
  const answers = createMergeWindow({ clock, windowMs: TIMES.rollCallShareMs, transmit: () => sendState() })

  const stopRetry = (): void => {
    cancelRetry?.()
    cancelRetry = undefined
  }
  const sendState = (): boolean => {
    const presence = wanted
    if (presence === undefined) return false
    if (!speech.say((parts) => stateFrame(parts, { ...options.whole(), presence }), onStateRefused)) return false
    transmitted = presence
    mustRestate = false
    stopRetry()
    window.cancel()
    answers.cancel()
    if (liveness === 'peers') heartbeat.sent()
    return true
  }
  const sendChange = (): boolean => {
    // While the server wants to be left alone, all changes wait for the one whole state.
    if (wanted === undefined || transmitted === undefined || cancelRetry !== undefined) return false
    if (isSameValue(transmitted, wanted)) {
      settlements.nothingToSay()
      return false
    }
    if (liveness === 'peers' || mustRestate) return sendState()
    const [from, to] = [transmitted, wanted]
    if (!speech.say((parts) => patchFrame(parts, from, to), onPatchRefused)) return false
    transmitted = to
    return true
  }
  /** `unsure`: a goodbye was sent, and nobody knows whether it arrived. */
  const sendGoodbye = (unsure?: 'unsure'): void => {
    stopRetry()
    window.cancel()
    answers.cancel()
    heartbeat.stop()
    if (transmitted === undefined && unsure === undefined) settlements.nothingToSay()
    else {
      goodbye = options.parting()
      settlements.add(goodbye)
      if (speech.say((parts) => disconnectFrame(parts, lastWord), onGoodbyeRefused)) transmitted = undefined
    }
  }
  /** Says again, whole, what the server would not take now. */
  const retryLater = (error: PresenceError): void => {
    const asked = error.details?.['retryAfterMs']
    stopRetry()
    cancelRetry = clock.setTimer(typeof asked === 'number' ? asked : RETRY_MS, () => {
      cancelRetry = undefined
      sendState()
    })
  }
  const onStateRefused = (error: PresenceError): boolean => {
    if (wanted === undefined) return false
    if (error.retryable) {
      retryLater(error)
      return true
    }
    wanted = undefined
    transmitted = undefined
    window.cancel()
    options.enterRefused(error)
    return false
  }
  const onPatchRefused = (error: PresenceError): boolean => {
    if (wanted === undefined) return false
    if (error.retryable) {
      retryLater(error)
      return true
    }
    // The server does not have us in the room, though it had: come again, whole. Nothing else is worth saying twice.
    if (error.code === 'conflict') {
      sendState()
      return true
    }
    // What the server has now differs from what we said last: the next word is a whole one.
    mustRestate = true
    return false
  }
  const onGoodbyeRefused = (error: PresenceError): boolean => {
    if (error.code !== 'conflict') return false
    // Not being in the room is what was wanted.
    settlements.nothingToSay()
    return true
  }

  return {
    want: (presence, { settle, lastWord: word } = {}) => {
      const wasWanted = wanted !== undefined
      wanted = presence
      if (settle !== undefined) settlements.add(settle)
      if (presence === undefined) {
        lastWord = word
        if (wasWanted || transmitted !== undefined) sendGoodbye()
        else settlements.nothingToSay()
      } else if (transmitted === undefined || !wasWanted) sendState()
      else window.touch()
    },
    restate: () => {
      if (transmitted !== undefined) sendState()
    },
    typing: (input, on) =>
      transmitted !== undefined && wanted !== undefined && speech.mention((parts) => typingFrame(parts, input, on)),
    answer: (callId) => {
      if (transmitted !== undefined && calls.isNew(callId)) answers.touch()
    },
    defend: (foreign) => {
      if (transmitted !== undefined && speech.outbid(foreign)) sendState()
    },
    wake: () => {
      if (transmitted !== undefined && heartbeat.isStale()) sendState()
    },
    connected: ({ resumed }) => {
      const unsettled = settlements.reconnected()
      if (!resumed) transmitted = undefined
      if (wanted === undefined) sendGoodbye(resumed && unsettled ? 'unsure' : undefined)
      else if (transmitted === undefined || unsettled) sendState()
      else sendChange()
    },
    forget: () => {
      wanted = undefined
      transmitted = undefined
      sendGoodbye()
    },
    isAnnounced: () => transmitted !== undefined && wanted !== undefined,
    dispose: (error) => {
      // Before the goodbye, which would otherwise take those who wait along.
      settlements.dispose(error, goodbye)
      wanted = undefined
      sendGoodbye()
      settlements.dispose(error, goodbye)
      window.dispose()
      answers.dispose()
      heartbeat.stop()
    },
  }
}
