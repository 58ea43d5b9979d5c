/**
 * Keeps one text channel after another alive: runs the machine over a function that opens
 * channels, with the real clock, page and sockets in its hands.
 */
import { CLOSE_CODES, type Random, type WelcomeFrame } from '@rollcall/protocol'
import type { Observable } from 'rxjs'
import type { PageLifeEvent } from '../page/pageLife.ts'
import { INITIAL_CONNECTION, connectionMachine } from './connectionMachine.ts'
import type { ConnectionEffect, ConnectionEvent, ConnectionState } from './connectionState.ts'
import { toConnectionStatus, type ConnectionStatus } from './connectionStatus.ts'
import { createConversation, type Conversation, type ConversationOptions } from './conversation.ts'
import { createDeadline, type Deadline } from './deadline.ts'
import { createLiveChannel, type LiveChannel } from './liveChannel.ts'
import { openChannel, type ChannelSource, type OpenedChannel } from './openChannel.ts'
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

const isUp = (state: ConnectionState): boolean => state.name === 'connected' || state.name === 'verifying'

/** Does nothing before `start`. */
export function createConnection(options: ConnectionOptions): Connection {
  const inTurn = createTurnQueue()
  const runner = createRunner(options, inTurn)
  const pageLife = options.pageLife$.subscribe((happened) => {
    const event = toConnectionEvent(happened)
    if (event !== undefined) inTurn(() => runner.step(event))
  })
  return {
    start: () => inTurn(() => runner.step({ type: 'started' })),
    send: (messages) => runner.send(messages),
    retry: () => inTurn(() => runner.step({ type: 'retryAsked' })),
    dispose: () => {
      pageLife.unsubscribe()
      inTurn(() => runner.step({ type: 'disposed' }))
    },
  }
}

interface Runner {
  step(event: ConnectionEvent): void
  send(messages: readonly string[]): boolean
}

/** State, and the hands that do what the machine wants done. */
function createRunner(options: ConnectionOptions, inTurn: (task: () => void) => void): Runner {
  const { clock, random } = options
  let state: ConnectionState = INITIAL_CONNECTION
  let retryAt: number | undefined
  let token: string | undefined
  let welcome: WelcomeFrame | undefined

  const step = (event: ConnectionEvent): void => {
    const canRenewToken = typeof options.token === 'function'
    const moment = { at: clock.now(), chance: random.fraction(), online: options.isOnline(), canRenewToken }
    const { state: next, effects } = connectionMachine(state, event, moment)
    if (next.name === 'waiting' && next !== state) retryAt = Math.ceil(clock.wall() + next.delayMs)
    state = next
    options.statusChanged(toConnectionStatus(state, { latency: conversation.latency(), retryAt }))
    for (const effect of effects) run(effect)
  }
  const live: LiveChannel = createLiveChannel({
    clock,
    onText: (text) => inTurn(() => conversation.read(text)),
    onClose: (close) => inTurn(() => step(conversation.readClose(close))),
  })
  const conversation: Conversation = createConversation({
    ...options,
    send: (text) => live.send(text),
    isUp: () => isUp(state),
    welcomed: (frame) => {
      welcome = frame
      step({ type: 'welcomed', silenceLimitMs: frame.heartbeatMs + frame.timeoutMs, resumed: frame.resumed })
    },
    ponged: () => step({ type: 'ponged' }),
    heard: (frame) => {
      if (isUp(state)) options.heard(frame)
    },
  })
  const deadline: Deadline = createDeadline(clock, (lateMs) =>
    inTurn(() => step({ type: 'waited', lateMs, silentMs: live.silentMs() })),
  )
  const opened = (epoch: number, { channel, token: fetched }: OpenedChannel): void => {
    if (state.name === 'opening' && state.epoch === epoch) {
      token = fetched
      live.adopt(channel)
      step({ type: 'opened', epoch })
      // Too late for this one: never two live channels.
    } else channel.close(CLOSE_CODES.normal)
  }
  const open = (epoch: number): void =>
    openChannel(
      options,
      (channel) => inTurn(() => opened(epoch, channel)),
      (end) => inTurn(() => step({ type: 'openFailed', epoch, end })),
    )
  const announce = (): void => {
    if (welcome !== undefined) options.welcomed(welcome)
  }
  const run = (effect: ConnectionEffect): void =>
    doEffect(effect, { live, conversation, deadline, open, announce, greet: () => conversation.greet(token) })
  const send = (messages: readonly string[]): boolean => {
    if (!isUp(state)) return false
    for (const message of messages) live.send(message)
    return true
  }
  return { step, send }
}

/** All that an effect can be done with. */
interface Hands {
  readonly live: LiveChannel
  readonly conversation: Conversation
  readonly deadline: Deadline
  readonly open: (epoch: number) => void
  readonly greet: () => void
  readonly announce: () => void
}

function doEffect(effect: ConnectionEffect, hands: Hands): void {
  switch (effect.type) {
    case 'open':
      return hands.open(effect.epoch)
    case 'drop':
      return hands.live.drop(effect.code)
    case 'greet':
      return hands.greet()
    case 'announce':
      return hands.announce()
    case 'ping':
      return hands.conversation.ping()
    case 'bye':
      return hands.conversation.bye(effect.reason)
    case 'wait':
      return hands.deadline.wait(effect.ms)
    case 'stopWaiting':
      return hands.deadline.stop()
  }
}
