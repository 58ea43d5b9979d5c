/** A connection after its welcome: rates, acks, errors, heartbeat, the token's life, the reader's pace. */
import {
  CLOSE_CODES,
  ERROR_CATALOGUE,
  PresenceError,
  createId,
  type ClientFrame,
  type Decoded,
  type ErrorFrame,
  type FrameChannel,
  type FrameProblem,
  type ServerFrame,
} from '@rollcall/protocol'
import type { Viewer } from '../auth/authenticator.ts'
import type { Attachment } from '../hub/hub.ts'
import { createAccessCache, type Client } from './client.ts'
import { handleFrame } from './frameHandlers.ts'
import type { GatewayParts } from './gatewayParts.ts'
import { startHeartbeat, type Heartbeat } from './heartbeat.ts'
import { createRateAccount, type RateAccount } from './rateAccount.ts'
import { createRateGuard, type RateGuard } from './rateGuard.ts'
import { watchReader, type SlowReader } from './slowReader.ts'
import { watchToken } from './tokenWatch.ts'

export interface Serving {
  /** A message came in: the other end lives, and has had its welcome. */
  heard(): void
  wrote(bytes: number): void
  /** Takes one frame, or what was wrong with one. Never throws; where it has to wait it says when it is done. */
  take(decoded: Decoded<ClientFrame>): void | Promise<void>
  /** Ends timers and lets go of the session, last heard at `contactAt`. */
  stop(contactAt: number): void
}

export interface ServingOptions {
  readonly parts: GatewayParts
  readonly channel: FrameChannel
  readonly attachment: Attachment
  readonly viewer: Viewer
  /** What the user may do over all connections. */
  readonly account: RateAccount
  readonly send: (frame: ServerFrame) => void
  readonly close: (code: number, reason: string, retryAfterMs?: number) => void
}

const BAD_FRAME_WINDOW_MS = 60_000
const REQUEST_ID_BYTES = 6

export function startServing(options: ServingOptions): Serving {
  const { parts, attachment, account, send, close } = options
  const { hub, clock, limits } = parts
  const heartbeat = beat(options)
  const reader = paceReader(options)
  const { client, stopWatching } = createClient(options, heartbeat)
  const now = (): number => clock.now()
  const guard = createRateGuard({ accounts: [createRateAccount({ limits, now }), account], limits, now })
  const report = reportProblems(options)
  let isConfirmed = false

  return {
    heard: () => {
      heartbeat.heard()
      if (isConfirmed) return
      isConfirmed = true
      hub.confirm(attachment)
    },
    wrote: (bytes) => {
      heartbeat.said()
      reader.wrote(bytes)
    },
    take: (decoded) => {
      const delayMs = admit(guard, decoded, { send, close })
      if (delayMs === undefined) return
      if (decoded.frame === undefined) return report(decoded.problem)
      return carryOut(client, decoded.frame, delayMs)
    },
    stop: (contactAt) => {
      heartbeat.stop()
      reader.stop()
      stopWatching()
      hub.detach(attachment, contactAt)
      parts.users.remove(attachment.userId)
    },
  }
}

function beat({ parts, attachment, send, close }: ServingOptions): Heartbeat {
  const { hub, clock, times } = parts
  return startHeartbeat({
    clock,
    heartbeatMs: times.heartbeatMs,
    timeoutMs: times.timeoutMs,
    ping: () => {
      hub.pinged(attachment)
      send({ type: 'ping', at: clock.wall() })
    },
    expire: () => close(CLOSE_CODES.heartbeatTimeout, 'heartbeat_timeout'),
  })
}

function paceReader({ parts, channel, attachment, close }: ServingOptions): SlowReader {
  const { hub, clock, limits, times } = parts
  return watchReader({
    channel,
    clock,
    limits,
    times,
    pause: () => hub.pause(attachment),
    resume: () => hub.listen(attachment),
    giveUp: () => close(CLOSE_CODES.slowConsumer, 'slow_consumer'),
  })
}

function createClient(
  { parts, attachment, viewer, send, close }: ServingOptions,
  heartbeat: Heartbeat,
): { readonly client: Client; readonly stopWatching: () => void } {
  const { hub, clock, times } = parts
  let cancel = (): void => {}
  const client: Client = {
    parts,
    attachment,
    viewer,
    access: createAccessCache(parts),
    send,
    close,
    proved: () => {
      heartbeat.proved()
      hub.ponged(attachment)
    },
    watchToken: () => {
      cancel()
      cancel = watchToken({
        clock,
        times,
        expiresAt: client.viewer.expiresAt,
        warn: () => send({ type: 'warn', code: 'token_expiring' }),
        expire: () => close(CLOSE_CODES.tokenExpired, 'token_expired'),
      })
    },
  }
  client.watchToken()
  return { client, stopWatching: () => cancel() }
}

/** How many ms later others may hear of it; `undefined`: refused. */
function admit(
  guard: RateGuard,
  { frame, problem }: Decoded<ClientFrame>,
  { send, close }: Pick<ServingOptions, 'send' | 'close'>,
): number | undefined {
  const verdict = guard.judge(frame?.type)
  if (verdict.kind === 'proceed') return verdict.delayMs
  if (verdict.kind === 'close') close(CLOSE_CODES.rateLimited, 'rate_limited', verdict.retryAfterMs)
  else if (verdict.isTold)
    send({
      ...answerTo(frame ?? problem),
      code: 'rate_limited',
      message: 'unable to take the frame; too many of them',
      retryAfterMs: verdict.retryAfterMs,
    })
  return undefined
}

function answerTo(source: ClientFrame | FrameProblem): { readonly type: 'error'; readonly request?: number } {
  const request = 'request' in source ? source.request : undefined
  return request === undefined ? { type: 'error' } : { type: 'error', request }
}

/** Answers what could not be read; the tenth malformed one in a minute ends the connection. */
function reportProblems({ parts, send, close }: ServingOptions): (problem: FrameProblem) => void {
  let times: readonly number[] = []
  return (problem) => {
    if (problem.code === 'too_large') return close(CLOSE_CODES.tooLarge, 'too_large')
    if (problem.malformed) {
      const now = parts.clock.now()
      times = [...times.filter((at) => now - at < BAD_FRAME_WINDOW_MS), now]
      if (times.length >= parts.limits.badFramesPerMinute) return close(CLOSE_CODES.tooManyErrors, 'too_many_errors')
    }
    send({ ...answerTo(problem), code: problem.code, message: `unable to read the frame; ${problem.message}` })
  }
}

function carryOut(client: Client, frame: ClientFrame, delayMs: number): void | Promise<void> {
  const acknowledge = (): void => {
    if ('request' in frame && frame.request !== undefined) client.send({ type: 'ack', request: frame.request })
  }
  const refuse = (cause: unknown): void => {
    client.send(asErrorFrame(client, frame, cause))
    // A token that does not hold ends what the last one opened; an expired one may still be replaced.
    if (frame.type === 'auth' && cause instanceof PresenceError && !cause.retryable)
      client.close(ERROR_CATALOGUE[cause.code].close ?? CLOSE_CODES.unauthenticated, cause.code)
  }
  try {
    const outcome = handleFrame(client, frame, { delayMs })
    if (outcome instanceof Promise) return outcome.then(acknowledge, refuse)
    acknowledge()
  } catch (cause) {
    refuse(cause)
  }
}

function asErrorFrame({ parts }: Client, frame: ClientFrame, cause: unknown): ErrorFrame {
  if (cause instanceof PresenceError) {
    const { code, message, details } = cause
    return { ...answerTo(frame), code, message, ...(details === undefined ? {} : { details }) }
  }
  // A bug of ours: the client gets a number to name, the log what happened.
  const requestId = createId(parts.random, REQUEST_ID_BYTES)
  parts.logger.log('error', 'frame failed', { type: frame.type, requestId, reason: String(cause) })
  return {
    ...answerTo(frame),
    code: 'internal',
    message: `unable to carry out the frame; request ${requestId}`,
    details: { requestId },
  }
}
