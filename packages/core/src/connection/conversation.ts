/** The frames that keep a connection: greeting, proof of life, fresh tokens. When to say them is the machine's business. */
import {
  CLOSE_CODES,
  PROTOCOL_VERSION,
  PresenceError,
  decodeServerMessage,
  encodeClientFrame,
  parseCloseReason,
  type ByeRequest,
  type ChannelClose,
  type Clock,
  type HelloRequest,
  type PingFrame,
  type PongFrame,
  type ServerFrame,
  type WelcomeFrame,
} from '@rollcall/protocol'
import { endOfClose } from './connectionEnd.ts'
import type { ConnectionEvent } from './connectionState.ts'
import { fetchToken, type TokenSource } from './openChannel.ts'
import { createUnreadableFrames } from './unreadableFrames.ts'

/** What others make of: everything but what keeps the connection. */
export type PassedFrame = Exclude<ServerFrame, WelcomeFrame | PingFrame | PongFrame>

export interface ConversationOptions {
  readonly clock: Clock
  readonly token?: TokenSource | undefined
  /** What is said besides token and resume token; asked at each connection. */
  readonly greeting: () => Omit<HelloRequest, 'type' | 'version' | 'token' | 'resume'>
  /** Text to the live channel. */
  readonly send: (text: string) => void
  /** Whether the server has greeted: nothing but `hello` may be said before. */
  readonly isUp: () => boolean
  readonly welcomed: (frame: WelcomeFrame) => void
  readonly ponged: () => void
  readonly heard: (frame: PassedFrame) => void
  /** All frames of a message have been passed on. */
  readonly settled?: () => void
  readonly report: (error: PresenceError) => void
  /** Another way to say that the page is gone, since a channel may die with its last text in it. */
  readonly farewell?: ((resume: string) => void) | undefined
}

export interface Conversation {
  greet(token: string | undefined): void
  ping(): void
  bye(reason: ByeRequest['reason']): void
  /** Text of the live channel. */
  read(text: string): void
  /** What a close of the live channel means to the machine. */
  readClose(close: ChannelClose): ConnectionEvent
  /** Round trip of the last measurement, ms. */
  latency(): number | undefined
}

/** One for all channels of a connection: the resume token outlives them. */
export function createConversation(options: ConversationOptions): Conversation {
  const { clock, send, report } = options
  const noteUnreadable = createUnreadableFrames(report)
  const renewToken = createTokenRenewal(options)
  const roundTrip = createRoundTrip(clock)
  /** In memory only: "duplicate tab" copies a page's storage, and with it the session (T7). */
  let resume: string | undefined
  /** What the server said was wrong, before it closed. */
  let complaint: string | undefined

  const hear = (frame: ServerFrame): void => {
    switch (frame.type) {
      case 'welcome':
        if (resume !== undefined && !frame.resumed) report(resumeRefused())
        resume = frame.resume
        return options.welcomed(frame)
      case 'ping':
        return send(encodeClientFrame({ type: 'pong' }))
      case 'pong':
        roundTrip.end()
        return options.ponged()
      default:
        if (frame.type === 'error') complaint = frame.message
        if (frame.type === 'warn' && frame.code === 'token_expiring') renewToken()
        return options.heard(frame)
    }
  }
  return {
    greet: (token) => {
      complaint = undefined
      const known = { ...(token === undefined ? {} : { token }), ...(resume === undefined ? {} : { resume }) }
      send(encodeClientFrame({ ...options.greeting(), type: 'hello', version: PROTOCOL_VERSION, ...known }))
    },
    ping: () => {
      roundTrip.begin()
      send(encodeClientFrame({ type: 'ping' }))
    },
    bye: (reason) => {
      send(encodeClientFrame({ type: 'bye', reason }))
      if (reason === 'unload' && resume !== undefined) options.farewell?.(resume)
    },
    read: (text) => {
      for (const { frame, problem } of decodeServerMessage(text))
        if (problem === undefined) hear(frame)
        else noteUnreadable(problem)
      options.settled?.()
    },
    readClose: (close) => {
      const { retryAfterMs } = parseCloseReason(close.reason)
      // Another connection has our session now: resuming would only take it back and forth.
      if (close.code === CLOSE_CODES.sessionReplaced) resume = undefined
      const ordered = retryAfterMs === undefined ? {} : { orderedMs: retryAfterMs }
      return { type: 'closed', code: close.code, end: endOfClose(close, complaint), ...ordered }
    },
    latency: roundTrip.latency,
  }
}

const resumeRefused = (): PresenceError =>
  new PresenceError('resume_invalid', 'unable to resume the session; the server began a new one')

/** Asks for a fresh token and says it on the same connection (T5). One at a time. */
function createTokenRenewal({ token, send, isUp, report }: ConversationOptions): () => void {
  let renewing = false
  return () => {
    if (typeof token !== 'function' || renewing) return
    renewing = true
    fetchToken(
      token,
      (fresh) => {
        renewing = false
        if (fresh !== undefined && isUp()) send(encodeClientFrame({ type: 'auth', token: fresh }))
      },
      ({ error }) => {
        renewing = false
        if (error !== undefined) report(error)
      },
    )
  }
}

function createRoundTrip(clock: Clock): { begin(): void; end(): void; readonly latency: () => number | undefined } {
  let begunAt: number | undefined
  let latency: number | undefined
  return {
    begin: () => {
      begunAt = clock.now()
    },
    end: () => {
      if (begunAt !== undefined) latency = Math.round(clock.now() - begunAt)
      begunAt = undefined
    },
    latency: () => latency,
  }
}
