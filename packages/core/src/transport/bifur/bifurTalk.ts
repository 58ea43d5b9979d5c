/**
 * What is said on one socket after another: greeting, our frames as calls, events as frames. When
 * to open and close is the connection's business.
 */
import type { PeerFrame, PresenceError } from '@rollcall/protocol'
import type { ConnectionEvent } from '../../connection/connectionState.ts'
import { createUnreadableFrames } from '../../connection/unreadableFrames.ts'
import type { TransportContext } from '../transport.ts'
import { writeAnnouncement } from './announcement.ts'
import { createBifurCalls, type BifurCalls } from './bifurCalls.ts'
import { closedBy, closedBySilence } from './bifurError.ts'
import { createBifurEvents } from './bifurEvents.ts'
import { createBifurGreeting } from './bifurGreeting.ts'
import { createOwnVoice, type OwnVoice } from './ownVoice.ts'
import { createSkippedEvents } from './skippedEvents.ts'

export interface BifurTalk {
  /** On a new socket. `''`: no token. */
  greet(token: string): void
  /** A changed token, on the same socket. */
  authorize(token: string): void
  say(frame: PeerFrame): void
  /** Asks for something, so that the answer proves that the socket lives. */
  verify(): void
  /** Goodbye, if there is anybody to say it to. */
  leave(): void
  read(text: string): void
  end(): void
  latency(): number | undefined
}

export interface BifurTalkOptions {
  readonly context: Pick<TransportContext, 'clock' | 'random' | 'report'>
  readonly sessionId: string
  /** The room that the topic is; `undefined` until one is spoken of. */
  readonly room: () => string | undefined
  readonly send: (text: string) => void
  /** Whether the greeting is over. */
  readonly isUp: () => boolean
  /** The greeting is over. `userId`: who the server says we are, if it said. */
  readonly welcomed: (userId: string | undefined) => void
  /** The socket is of no use any more. */
  readonly failed: (event: ConnectionEvent) => void
  readonly hear: (frame: PeerFrame) => void
}

/** For events that come before anybody speaks of a room; nothing of them is passed on. */
const NO_ROOM = 'none'

/** Says nothing before `greet`. */
export function createBifurTalk(options: BifurTalkOptions): BifurTalk {
  const { context, sessionId, isUp } = options
  const own = createOwnVoice()
  const greeting = createBifurGreeting(context.clock, options.welcomed)
  const noteUnreadable = createUnreadableFrames(context.report)
  const noteSkipped = createSkippedEvents(context.report)
  const readEvent = createBifurEvents(context.clock)
  let calls: BifurCalls | undefined
  let arrivals = 0

  const callRoll = (): void => calls?.request('presence_rollcall', { session: sessionId })
  const hearEvent = (event: unknown): void => {
    const read = readEvent(event, options.room() ?? NO_ROOM, (arrivals += 1))
    if ('unknownType' in read) noteSkipped(read.unknownType)
    else if (read.problem !== undefined) noteUnreadable(read.problem)
    else if (read.frame.sessionId !== sessionId) {
      greeting.heardOthers()
      if (isUp() && options.room() !== undefined) options.hear(read.frame)
    } else if (read.frame.type === 'rollCall') greeting.end(read.userId)
    else if (read.frame.type === 'disconnect') {
      const seq = own.contradict()
      if (seq !== undefined && isUp()) options.hear({ ...read.frame, seq })
    }
  }
  const end = (): void => {
    greeting.stop()
    calls?.end()
    calls = undefined
  }
  // At once: the stock client would take the refusal for a success, and go on.
  const fail = (event: ConnectionEvent): void => {
    end()
    options.failed(event)
  }
  const refused = (method: string, error: PresenceError): void => {
    if (method === 'presence_disconnect') own.goodbyeRefused()
    if (method === 'presence_rollcall') greeting.end(undefined)
    context.report(error)
  }
  return {
    greet: (token) => {
      own.reset()
      greeting.begin()
      calls = createBifurCalls({
        ...context,
        token,
        send: options.send,
        event: hearEvent,
        answered: (method) => {
          if (method === 'presence_subscribe') callRoll()
          else if (method === 'presence_rollcall') greeting.answered()
        },
        refused: (method, error) => (isVital(method, isUp) ? fail(closedBy(error)) : refused(method, error)),
        unanswered: (method) => fail(closedBySilence(method)),
        unreadable: (message) => noteUnreadable({ code: 'bad_frame', message, malformed: true }),
      })
    },
    authorize: (token) => calls?.authorize(token),
    say: (frame) => {
      // Asked a moment ago, and nobody has answered yet: the answers are as good for whoever asks now.
      if (frame.type === 'rollCall' && greeting.isCallFresh()) return
      if (calls !== undefined) sayFrame(frame, calls, own)
    },
    verify: callRoll,
    leave: () => {
      if (own.isAnnounced()) calls?.request('presence_disconnect', { session: sessionId })
    },
    read: (text) => calls?.read(text),
    end,
    latency: () => calls?.latency(),
  }
}

/** Without these nothing works. A changed token that is refused leaves what stood: the server ends the connection if it wants to. */
function isVital(method: string, isUp: () => boolean): boolean {
  return method === 'presence_subscribe' || (method === 'authorization' && !isUp())
}

/** Typing and pointers do not exist on this wire; who says them is not told off for it. */
function sayFrame(frame: PeerFrame, calls: BifurCalls, own: OwnVoice): void {
  const session = frame.sessionId
  switch (frame.type) {
    case 'state':
      own.announced(frame.seq)
      return calls.request('presence_announce', { data: writeAnnouncement(frame) })
    case 'disconnect':
      own.saidGoodbye()
      return calls.request('presence_disconnect', { session })
    case 'rollCall':
      return calls.request('presence_rollcall', { session })
    case 'typing':
    case 'move':
      return undefined
  }
}
