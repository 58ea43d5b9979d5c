/**
 * State, and the hands that do what the machine wants done: one channel after another, whatever is spoken over it.
 */
import { CLOSE_CODES, type Clock, type Random } from '@rollcall/protocol'
import { INITIAL_CONNECTION, connectionMachine } from './connectionMachine.ts'
import type { ConnectionEffect, ConnectionEvent, ConnectionState } from './connectionState.ts'
import { toConnectionStatus, type ConnectionStatus } from './connectionStatus.ts'
import type { Conversation } from './conversation.ts'
import { createDeadline } from './deadline.ts'
import { createLiveChannel } from './liveChannel.ts'
import { openChannel, type ChannelSource, type OpenedChannel } from './openChannel.ts'

/** What is said on the channel that lives; when, is the machine's business. */
export interface Speech extends Omit<Conversation, 'greet'> {
  greet(): void
  /** The channel is given up; a word that waits for an answer gets none. */
  dropped?(): void
}

/** What the speech has of the connection below it. */
export interface Line {
  send(text: string): void
  /** Whether the greeting is over, and nothing has come between. */
  isUp(): boolean
  state(): ConnectionState
  /** Within a turn of the queue only. */
  step(event: ConnectionEvent): void
  /** Ms since anything was heard. */
  silentMs(): number
}

export interface ConnectionRunner<S extends Speech> {
  readonly line: Line
  readonly speech: S
}

export interface ConnectionRunnerOptions<S extends Speech> {
  readonly clock: Clock
  readonly random: Random
  readonly isOnline: () => boolean
  /** One thing after another, however deep the calls are in which they come up. */
  readonly inTurn: (task: () => void) => void
  readonly source: ChannelSource
  /** Whether a refused token may be replaced by another one. */
  readonly canRenewToken: () => boolean
  readonly speech: (line: Line) => S
  /** A channel is open, and this token was fetched for it. */
  readonly adopted: (token: string | undefined) => void
  /** Frames flow from now on. */
  readonly announce: () => void
  readonly statusChanged: (status: ConnectionStatus) => void
}

/** Does nothing before the first event. */
export function createConnectionRunner<S extends Speech>(options: ConnectionRunnerOptions<S>): ConnectionRunner<S> {
  const { clock, random, inTurn } = options
  let state: ConnectionState = INITIAL_CONNECTION
  let retryAt: number | undefined

  const step = (event: ConnectionEvent): void => {
    const canRenewToken = options.canRenewToken()
    const moment = { at: clock.now(), chance: random.fraction(), online: options.isOnline(), canRenewToken }
    const { state: next, effects } = connectionMachine(state, event, moment)
    if (next.name === 'waiting' && next !== state) retryAt = Math.ceil(clock.wall() + next.delayMs)
    state = next
    options.statusChanged(toConnectionStatus(state, { latency: speech.latency(), retryAt }))
    for (const effect of effects) run(effect)
  }
  const live = createLiveChannel({
    clock,
    onText: (text) => inTurn(() => speech.read(text)),
    onClose: (close) => inTurn(() => step(speech.readClose(close))),
  })
  const line: Line = {
    send: (text) => live.send(text),
    isUp: () => state.name === 'connected' || state.name === 'verifying',
    state: () => state,
    step,
    silentMs: () => live.silentMs(),
  }
  const speech = options.speech(line)
  const deadline = createDeadline(clock, (lateMs) =>
    inTurn(() => step({ type: 'waited', lateMs, silentMs: live.silentMs() })),
  )
  const opened = (epoch: number, { channel, token }: OpenedChannel): void => {
    if (state.name === 'opening' && state.epoch === epoch) {
      options.adopted(token)
      live.adopt(channel)
      step({ type: 'opened', epoch })
      // Too late for this one: never two live channels.
    } else channel.close(CLOSE_CODES.normal)
  }
  const open = (epoch: number): void =>
    openChannel(
      options.source,
      (channel) => inTurn(() => opened(epoch, channel)),
      (end) => inTurn(() => step({ type: 'openFailed', epoch, end })),
    )
  const run = (effect: ConnectionEffect): void => {
    switch (effect.type) {
      case 'open':
        return open(effect.epoch)
      case 'drop':
        speech.dropped?.()
        return live.drop(effect.code)
      case 'greet':
        return speech.greet()
      case 'announce':
        return options.announce()
      case 'ping':
        return speech.ping()
      case 'bye':
        return speech.bye(effect.reason)
      case 'wait':
        return deadline.wait(effect.ms)
      case 'stopWaiting':
        return deadline.stop()
    }
  }
  return { line, speech }
}
