/** Any text channel to a server, with the codec and a connection that keeps itself: a transport. */
import {
  LIMITS,
  encodeClientFrame,
  exceedsBytes,
  joinFrames,
  type HelloRequest,
  type WelcomeFrame,
} from '@rollcall/protocol'
import { createConnection } from '../connection/connection.ts'
import type { ChannelSource, TokenSource } from '../connection/openChannel.ts'
import type {
  Greeting,
  IncomingFrame,
  OutgoingFrame,
  Transport,
  TransportConnection,
  TransportContext,
  TransportFactory,
} from './transport.ts'
import { createTransportStreams } from './transportStreams.ts'

export interface ChannelOptions {
  /** An open channel, ready to send. Asked at each attempt; may throw or reject. */
  readonly open: ChannelSource['open']
  /** JWT, or how to get one; a function is asked at each attempt and when the server warns that the token ends. */
  readonly token?: TokenSource
  /**
   * Says that the page is gone by another way than the channel, which may die with its last text in it. Given the resume
   * token, the only thing that names the session and nobody else knows (PROTOCOL.md, chapter 7).
   */
  readonly farewell?: (resume: string) => void
}

function toConnection(frame: WelcomeFrame): TransportConnection {
  const { sessionId, userId, info, resumed, epoch, self, at } = frame
  return { sessionId, userId, info, resumed, epoch, self, serverTime: at }
}

/** Who has a token is who it says; only without one does a server in development mode believe a name. */
function toGreeting(
  { user, ...status }: Greeting,
  token: TokenSource | undefined,
): Omit<HelloRequest, 'type' | 'version' | 'token' | 'resume'> {
  if (user === undefined || token !== undefined) return status
  const name = user.info['name']
  return { ...status, user: { id: user.id, ...(typeof name === 'string' ? { name } : {}) } }
}

/** What the server would answer, if we sent it and were closed for it. */
function refuseTooLarge(frame: OutgoingFrame): IncomingFrame {
  const message = `unable to send a ${frame.type}; it is over ${LIMITS.clientMessageBytes} bytes`
  const request = 'request' in frame && frame.request !== undefined ? { request: frame.request } : {}
  return { type: 'error', code: 'too_large', message, ...request }
}

/** A transport over channels that `open` gives: a worker, a server in this process, a socket of your own. */
export function channel(options: ChannelOptions): TransportFactory {
  return (context) => createChannelTransport(options, context)
}

function createChannelTransport(options: ChannelOptions, context: TransportContext): Transport {
  const { clock, random, pageLife$ } = context
  const streams = createTransportStreams()
  let disposed = false
  const connection = createConnection({
    clock,
    random,
    pageLife$,
    open: options.open,
    token: options.token,
    farewell: options.farewell,
    isOnline: () => context.isOnline(),
    greeting: () => toGreeting(context.greeting(), options.token),
    welcomed: (frame) => streams.connected(toConnection(frame)),
    heard: (frame) => {
      // A listener may dispose in the middle of a batch.
      if (!disposed) streams.hear(frame)
    },
    settled: () => {
      if (!disposed) streams.settle()
    },
    statusChanged: (status) => {
      if (status.state !== 'connected') streams.lost()
      streams.setStatus(status)
      if (status.state === 'disconnected') streams.complete()
    },
    report: (error) => context.report(error),
  })
  const encode = (frame: OutgoingFrame): readonly string[] => {
    const text = encodeClientFrame(frame)
    if (!exceedsBytes(text, LIMITS.clientMessageBytes)) return [text]
    clock.defer(() => {
      streams.hear(refuseTooLarge(frame))
      streams.settle()
    })
    return []
  }
  // One deferred task later, so that the streams can be subscribed to before.
  const cancelStart = clock.defer(() => connection.start())
  return {
    liveness: 'authority',
    incoming$: streams.incoming$,
    settled$: streams.settled$,
    connections$: streams.connections$,
    status$: streams.status$,
    send: (frames) =>
      !disposed &&
      connection.send([]) &&
      connection.send(joinFrames(frames.flatMap(encode), LIMITS.clientMessageBytes)),
    retry: () => connection.retry(),
    dispose: () => {
      if (disposed) return
      disposed = true
      cancelStart()
      connection.dispose()
    },
  }
}
