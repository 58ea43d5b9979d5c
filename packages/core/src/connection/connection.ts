/** Keeps one text channel to a server of ours after another alive: the machine, moved by page life, with the protocol spoken over it. */
import type { Random, WelcomeFrame } from '@rollcall/protocol'
import type { Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'
import { createConnectionRunner, type Line } from './connectionRunner.ts'
import type { ConnectionStatus } from './connectionStatus.ts'
import { createConversation, type ConversationOptions } from './conversation.ts'
import type { ChannelSource } from './openChannel.ts'
import { toConnectionEvent } from './toConnectionEvent.ts'
import { createTurnQueue } from './turnQueue.ts'

export interface ConnectionOptions extends ChannelSource, Omit<ConversationOptions, 'send' | 'isUp' | 'ponged'> {
  readonly random: Random
  readonly pageLife$: Observable<PageLifeEvent>
  readonly isOnline: () => boolean
  /** Frames flow from now on: called after the status says so, before any further frame is heard. */
  readonly welcomed: (frame: WelcomeFrame) => void
  readonly statusChanged: (status: ConnectionStatus) => void
}

export interface Connection {
  /** The first attempt. */
  start(): void
  /** `false`: not connected, nothing was sent. */
  send(messages: readonly string[]): boolean
  /** Try again now, past backoff and after a failure. */
  retry(): void
  /** Says goodbye and ends for good. */
  dispose(): void
}

/** Does nothing before `start`. */
export function createConnection(options: ConnectionOptions): Connection {
  const inTurn = createTurnQueue()
  const line = createLine(options, inTurn)
  const pageLife = options.pageLife$.subscribe((happened) => {
    const event = toConnectionEvent(happened)
    if (event !== undefined) inTurn(() => line.step(event))
  })
  return {
    start: () => inTurn(() => line.step({ type: 'started' })),
    send: (messages) => {
      if (!line.isUp()) return false
      for (const message of messages) line.send(message)
      return true
    },
    retry: () => inTurn(() => line.step({ type: 'retryAsked' })),
    dispose: () => {
      pageLife.unsubscribe()
      inTurn(() => line.step({ type: 'disposed' }))
    },
  }
}

/** A connection of ours: the conversation of the protocol over it, and the token it greets with. */
function createLine(options: ConnectionOptions, inTurn: (task: () => void) => void): Line {
  let token: string | undefined
  let welcome: WelcomeFrame | undefined
  const { line } = createConnectionRunner({
    ...options,
    inTurn,
    source: options,
    canRenewToken: () => typeof options.token === 'function',
    adopted: (fetched) => {
      token = fetched
    },
    announce: () => {
      if (welcome !== undefined) options.welcomed(welcome)
    },
    speech: (below) => {
      const conversation = createConversation({
        ...options,
        send: (text) => below.send(text),
        isUp: () => below.isUp(),
        welcomed: (frame) => {
          welcome = frame
          below.step({ type: 'welcomed', silenceLimitMs: frame.heartbeatMs + frame.timeoutMs, resumed: frame.resumed })
        },
        ponged: () => below.step({ type: 'ponged' }),
        heard: (frame) => {
          if (below.isUp()) options.heard(frame)
        },
      })
      return { ...conversation, greet: () => conversation.greet(token) }
    },
  })
  return line
}
