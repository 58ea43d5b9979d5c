/** One channel from its first text to its close: bounds, decodes, and takes frames in order. No `ws` here. */
import {
  CLOSE_CODES,
  ERROR_CATALOGUE,
  PresenceError,
  decodeClientMessage,
  exceedsBytes,
  formatCloseReason,
  type ClientFrame,
  type Decoded,
  type FrameChannel,
  type HelloRequest,
  type ServerFrame,
} from '@rollcall/protocol'
import type { RequestFacts, Viewer } from '../auth/authenticator.ts'
import { createOutgoing, type Recipient } from '../hub/delivery.ts'
import type { GatewayParts } from './gatewayParts.ts'
import { followAtLogin, identify, openSession } from './greeting.ts'
import { createOutgoingQueue } from './outgoingQueue.ts'
import { startServing, type Serving } from './serving.ts'

export interface Connection {
  close(code: number, reason: string, retryAfterMs?: number): void
  /** Ends what its client may not see, enter or follow any more, where it is of this user or none is named. */
  recheckAccess(userId: string | undefined): void
  /** Bytes that its reader has not taken yet. */
  pendingBytes(): number
}

export interface ConnectionOptions {
  readonly channel: FrameChannel
  readonly parts: GatewayParts
  /** It has said who it is. */
  /** What became the channel, for the authenticator. */
  readonly request?: RequestFacts
  readonly onGreeted: () => void
  readonly onEnd: () => void
}

/** Serves a channel until it ends. Nothing that comes in ever throws out of here. */
export function createConnection({ channel, parts, request: facts, onGreeted, onEnd }: ConnectionOptions): Connection {
  const { clock, limits, times, hub, logger, meter } = parts
  const waiting: Decoded<ClientFrame>[] = []
  let isBusy = false
  let isEnded = false
  let heardAt = clock.now()
  let serving: Serving | undefined

  const queue = createOutgoingQueue({
    channel,
    flusher: parts.flusher,
    meter,
    onWrite: (bytes) => serving?.wrote(bytes),
  })
  const send = (frame: ServerFrame): void => queue.push(createOutgoing(frame))
  // A monotonic clock may count fractions of a ms; instants on the wire are whole.
  const lastContactAt = (): number => Math.round(clock.wall() - (clock.now() - heardAt))
  const cancelDeadline = clock.setTimer(times.helloDeadlineMs, () => close(CLOSE_CODES.helloTimeout, 'auth_timeout'))

  const finish = (contactAt: number): void => {
    isEnded = true
    waiting.length = 0
    queue.close()
    cancelDeadline()
    serving?.stop(contactAt)
    onEnd()
  }
  const close: Connection['close'] = (code, reason, retryAfterMs) => {
    if (isEnded) return
    queue.flush()
    // The flush may have found the reader too slow, and ended it.
    if (isEnded) return
    finish(lastContactAt())
    meter.ended(reason)
    logger.log('debug', 'connection closed', { code, reason })
    channel.close(code, formatCloseReason(reason, retryAfterMs))
  }
  // Who it is, is known before anything is delivered.
  let viewerId = ''
  const recipient: Recipient = {
    receive: (outgoing) => queue.push(parts.lastSeen.frameFor(viewerId, outgoing)),
    close,
    lastContactAt,
  }

  const turnAway = (request: number | undefined, cause: unknown): void => {
    const known = cause instanceof PresenceError ? cause : new PresenceError('internal', 'unable to greet')
    logger.log(known === cause ? 'info' : 'error', 'connection refused', { code: known.code, reason: String(cause) })
    const { code, message } = known
    send({ type: 'error', ...(request === undefined ? {} : { request }), code, message })
    close(ERROR_CATALOGUE[code].close ?? CLOSE_CODES.failed, code)
  }
  const admit = (viewer: Viewer, hello: HelloRequest): void => {
    if (isEnded) return
    const account = parts.users.add(viewer.userId)
    if (account === undefined)
      throw new PresenceError('connection_limit', `unable to connect; at most ${limits.connectionsPerUser} a user`)
    viewerId = viewer.userId
    const { attachment, welcome } = openSafely(viewer, hello)
    serving = startServing({ parts, channel, attachment, viewer, account, send, close })
    onGreeted()
    logger.log('debug', 'session opened', { sessionId: attachment.sessionId, resumed: welcome.resumed })
    send(welcome)
    // What it held until now it may have lost meanwhile; before it hears of any of it.
    if (welcome.resumed) serving.recheck()
    hub.listen(attachment)
    if (!welcome.resumed) void followAtLogin(parts, viewer, attachment)
  }
  const openSafely = (viewer: Viewer, hello: HelloRequest): ReturnType<typeof openSession> => {
    try {
      return openSession(parts, { viewer, hello, recipient })
    } catch (refusal) {
      parts.users.remove(viewer.userId)
      throw refusal
    }
  }
  const greet = (hello: HelloRequest): void | Promise<void> => {
    cancelDeadline()
    const refuse = (cause: unknown): void => turnAway(hello.request, cause)
    try {
      const viewer = identify(parts, hello, facts)
      if (viewer instanceof Promise) return viewer.then((found) => admit(found, hello)).catch(refuse)
      admit(viewer, hello)
    } catch (cause) {
      refuse(cause)
    }
  }
  const take = (decoded: Decoded<ClientFrame>): void | Promise<void> => {
    meter.received(decoded.frame?.type ?? 'malformed')
    if (serving !== undefined) return serving.take(decoded)
    if (decoded.frame?.type === 'hello') return greet(decoded.frame)
    const { request } = { request: undefined, ...decoded.frame, ...decoded.problem }
    turnAway(request, new PresenceError('bad_frame', 'unable to take a frame; the first one is hello'))
  }
  const pump = (): void => {
    while (!isBusy && !isEnded) {
      const next = waiting.shift()
      if (next === undefined) return
      const outcome = take(next)
      if (outcome === undefined) continue
      // Frames stay in order: what comes after waits for the answer of the application.
      isBusy = true
      void outcome.then(() => {
        isBusy = false
        pump()
      })
    }
  }
  channel.onText((text) => {
    if (isEnded) return
    heardAt = clock.now()
    serving?.heard()
    if (exceedsBytes(text, limits.clientMessageBytes)) return close(CLOSE_CODES.tooLarge, 'too_large')
    waiting.push(...decodeClientMessage(text))
    if (waiting.length > limits.waitingFrames) return close(CLOSE_CODES.overloaded, 'overloaded')
    pump()
  })
  channel.onClose(() => {
    if (isEnded) return
    meter.ended('gone')
    finish(clock.wall())
  })
  return {
    close,
    recheckAccess: (userId) => {
      if (userId === undefined || userId === viewerId) serving?.recheck()
    },
    pendingBytes: () => channel.pendingBytes(),
  }
}
