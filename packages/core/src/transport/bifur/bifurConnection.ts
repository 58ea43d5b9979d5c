/**
 * Keeps one socket to Bifur after another alive. Whether to connect, wait or give up is decided by
 * the same machine as over a server of ours. The doing differs: nobody holds the session of a
 * page that is away, and any word of the server's proves that the socket lives.
 */
import { CLOSE_CODES, type FrameChannel } from '@rollcall/protocol'
import { INITIAL_CONNECTION, connectionMachine } from '../../connection/connectionMachine.ts'
import type { ConnectionEffect, ConnectionEvent, ConnectionState } from '../../connection/connectionState.ts'
import { toConnectionStatus } from '../../connection/connectionStatus.ts'
import { createDeadline } from '../../connection/deadline.ts'
import { createLiveChannel } from '../../connection/liveChannel.ts'
import { openChannel, type OpenedChannel } from '../../connection/openChannel.ts'
import { toConnectionEvent } from '../../connection/toConnectionEvent.ts'
import { createTurnQueue } from '../../connection/turnQueue.ts'
import type { PageLifeEvent } from '../../page/pageLife.ts'
import type { TransportContext, TransportStatus } from '../transport.ts'
import { readBifurClose } from './bifurError.ts'
import type { BifurTalk } from './bifurTalk.ts'
import type { TokenChanges } from './tokenChanges.ts'

/** What the talk needs of the connection below it. */
export interface BifurLine {
  send(text: string): void
  isUp(): boolean
  step(event: ConnectionEvent): void
}

export interface BifurConnectionOptions {
  readonly context: TransportContext
  readonly tokens: TokenChanges
  readonly open: () => Promise<FrameChannel>
  readonly talk: (line: BifurLine) => BifurTalk
  /** Frames flow from now on. */
  readonly connected: () => void
  readonly statusChanged: (status: TransportStatus) => void
}

export interface BifurConnection {
  readonly talk: BifurTalk
  start(): void
  isUp(): boolean
  retry(): void
  dispose(): void
}

/** Heard from within this, a socket needs no proof of life when the page comes to the front. */
const RECENT_MS = 30_000

/** Does nothing before `start`. */
export function createBifurConnection(options: BifurConnectionOptions): BifurConnection {
  const inTurn = createTurnQueue()
  const runner = createRunner(options, inTurn)
  const pageLife = options.context.pageLife$.subscribe((happened) => {
    const event = toBifurEvent(happened, () => runner.isUp() && runner.silentMs() < RECENT_MS)
    if (event !== undefined) inTurn(() => runner.step(event))
  })
  const changes = options.tokens.subscribe((token) => inTurn(() => runner.changeToken(token)))
  return {
    talk: runner.talk,
    start: () => inTurn(() => runner.step({ type: 'started' })),
    isUp: () => runner.isUp(),
    retry: () => inTurn(() => runner.step({ type: 'retryAsked' })),
    dispose: () => {
      pageLife.unsubscribe()
      changes.unsubscribe()
      inTurn(() => runner.step({ type: 'disposed' }))
    },
  }
}

/**
 * A page in the back/forward cache is gone as well: nobody would tell the others, and an open socket would keep it out
 * of that cache. A roll call is too dear to be the price of every look at the tab.
 */
function toBifurEvent(happened: PageLifeEvent, isFresh: () => boolean): ConnectionEvent | undefined {
  if (happened.type === 'hide') return { type: 'pageLeft' }
  const event = toConnectionEvent(happened)
  return event?.type === 'wokeUp' && isFresh() ? undefined : event
}

interface Runner extends Omit<BifurLine, 'send'> {
  readonly talk: BifurTalk
  silentMs(): number
  changeToken(token: string): void
}

/** State, and the hands that do what the machine wants done. */
function createRunner(options: BifurConnectionOptions, inTurn: (task: () => void) => void): Runner {
  const { context, tokens } = options
  const { clock, random } = context
  let state: ConnectionState = INITIAL_CONNECTION
  let retryAt: number | undefined
  let token = ''

  const isUp = (): boolean => state.name === 'connected' || state.name === 'verifying'
  const step = (event: ConnectionEvent): void => {
    const canRenewToken = tokens.canRenew(token)
    const moment = { at: clock.now(), chance: random.fraction(), online: context.isOnline(), canRenewToken }
    const { state: next, effects } = connectionMachine(state, event, moment)
    if (next.name === 'waiting' && next !== state) retryAt = Math.ceil(clock.wall() + next.delayMs)
    state = next
    options.statusChanged(toConnectionStatus(state, { latency: talk.latency(), retryAt }))
    for (const effect of effects) run(effect)
  }
  const live = createLiveChannel({
    clock,
    onText: (text) =>
      inTurn(() => {
        talk.read(text)
        if (state.name === 'verifying') step({ type: 'ponged' })
      }),
    onClose: (close) => inTurn(() => step(readBifurClose(close))),
  })
  const talk = options.talk({ send: (text) => live.send(text), isUp, step: (event) => inTurn(() => step(event)) })
  const deadline = createDeadline(clock, (lateMs) =>
    inTurn(() => step({ type: 'waited', lateMs, silentMs: live.silentMs() })),
  )
  const opened = (epoch: number, { channel, token: fetched }: OpenedChannel): void => {
    if (state.name === 'opening' && state.epoch === epoch) {
      token = tokens.current() ?? fetched ?? ''
      live.adopt(channel)
      step({ type: 'opened', epoch })
      // Too late for this one: never two live channels.
    } else channel.close(CLOSE_CODES.normal)
  }
  const open = (epoch: number): void =>
    openChannel(
      { token: tokens.source, open: options.open },
      (channel) => inTurn(() => opened(epoch, channel)),
      (end) => inTurn(() => step({ type: 'openFailed', epoch, end })),
    )
  const run = (effect: ConnectionEffect): void => {
    switch (effect.type) {
      case 'open':
        return open(effect.epoch)
      case 'drop':
        talk.end()
        return live.drop(effect.code)
      case 'greet':
        return talk.greet(token)
      case 'announce':
        return options.connected()
      case 'ping':
        // Only for proof: the round trip is known from ordinary calls.
        return state.name === 'verifying' ? talk.verify() : undefined
      case 'bye':
        return talk.leave()
      case 'wait':
        return deadline.wait(effect.ms)
      case 'stopWaiting':
        return deadline.stop()
    }
  }
  const changeToken = (changed: string): void => {
    if (changed === token || changed === '') return
    if (isUp() || state.name === 'greeting') {
      token = changed
      talk.authorize(changed)
      // It was refused with the former one, maybe for good.
    } else if (state.name === 'failed' || state.name === 'waiting') step({ type: 'retryAsked' })
  }
  return { talk, step, isUp, silentMs: () => live.silentMs(), changeToken }
}
