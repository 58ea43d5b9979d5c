/**
 * Keeps one socket to Bifur after another alive. Whether to connect, wait or give up is decided by
 * the same machine as over a server of ours. The doing differs: nobody holds the session of a
 * page that is away, and any word of the server's proves that the socket lives.
 */
import type { FrameChannel } from '@rollcall/protocol'
import { createConnectionRunner, type Line, type Speech } from '../../connection/connectionRunner.ts'
import type { ConnectionEvent } from '../../connection/connectionState.ts'
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

/** The talk over one socket after another, and the token it greets with. */
function createRunner(options: BifurConnectionOptions, inTurn: (task: () => void) => void): Runner {
  const { context, tokens } = options
  let token = ''
  const { line, speech } = createConnectionRunner({
    ...context,
    inTurn,
    source: { token: tokens.source, open: options.open },
    canRenewToken: () => tokens.canRenew(token),
    adopted: (fetched) => {
      token = tokens.current() ?? fetched ?? ''
    },
    announce: options.connected,
    statusChanged: options.statusChanged,
    speech: (below) => createSpeech(below, { talk: options.talk, inTurn, token: () => token }),
  })
  const { talk } = speech
  const changeToken = (changed: string): void => {
    if (changed === token || changed === '') return
    const { name } = line.state()
    if (line.isUp() || name === 'greeting') {
      token = changed
      talk.authorize(changed)
      // It was refused with the former one, maybe for good.
    } else if (name === 'failed' || name === 'waiting') line.step({ type: 'retryAsked' })
  }
  return { talk, step: line.step, isUp: line.isUp, silentMs: line.silentMs, changeToken }
}

interface SpeechOptions extends Pick<BifurConnectionOptions, 'talk'> {
  readonly inTurn: (task: () => void) => void
  readonly token: () => string
}

interface BifurSpeech extends Speech {
  readonly talk: BifurTalk
}

/** What the machine wants said, in Bifur's words. */
function createSpeech(line: Line, { talk: open, inTurn, token }: SpeechOptions): BifurSpeech {
  const talk = open({ send: line.send, isUp: line.isUp, step: (event) => inTurn(() => line.step(event)) })
  const isVerifying = (): boolean => line.state().name === 'verifying'
  return {
    talk,
    greet: () => talk.greet(token()),
    // Only for proof: the round trip is known from ordinary calls.
    ping: () => {
      if (isVerifying()) talk.verify()
    },
    bye: () => talk.leave(),
    dropped: () => talk.end(),
    read: (text) => {
      talk.read(text)
      if (isVerifying()) line.step({ type: 'ponged' })
    },
    readClose: readBifurClose,
    latency: () => talk.latency(),
  }
}
