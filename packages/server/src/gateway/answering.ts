/** What a client gets for each frame: `ack`, `error`, or the end. */
import {
  CLOSE_CODES,
  ERROR_CATALOGUE,
  PresenceError,
  createId,
  type ClientFrame,
  type Decoded,
  type ErrorFrame,
  type FrameProblem,
  type ServerFrame,
} from '@rollcall/protocol'
import type { Client } from './client.ts'
import { handleFrame } from './frameHandlers.ts'
import type { GatewayParts } from './gatewayParts.ts'
import type { RateGuard } from './rateGuard.ts'

/** The ways of answering. */
export interface Answering {
  readonly send: (frame: ServerFrame) => void
  readonly close: (code: number, reason: string, retryAfterMs?: number) => void
}

const BAD_FRAME_WINDOW_MS = 60_000
const REQUEST_ID_BYTES = 6

/** How many ms later others may hear of it; `undefined`: refused. */
export function admit(
  guard: RateGuard,
  { frame, problem }: Decoded<ClientFrame>,
  { send, close }: Answering,
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
export function reportProblems(
  { send, close }: Answering,
  { clock, limits }: GatewayParts,
): (problem: FrameProblem) => void {
  let times: readonly number[] = []
  return (problem) => {
    if (problem.code === 'too_large') return close(CLOSE_CODES.tooLarge, 'too_large')
    if (problem.malformed) {
      const now = clock.now()
      times = [...times.filter((at) => now - at < BAD_FRAME_WINDOW_MS), now]
      if (times.length >= limits.badFramesPerMinute) return close(CLOSE_CODES.tooManyErrors, 'too_many_errors')
    }
    send({ ...answerTo(problem), code: problem.code, message: `unable to read the frame; ${problem.message}` })
  }
}

/** Does what a frame asks, and answers: `ack`, or the error that says why not. */
export function carryOut(client: Client, frame: ClientFrame, delayMs: number): void | Promise<void> {
  const request = 'request' in frame ? frame.request : undefined
  const acknowledge = (): void => {
    if (request !== undefined) client.send({ type: 'ack', request })
  }
  const refuse = (cause: unknown): void => {
    const refusal = asErrorFrame(client, frame, cause)
    // Beyond its rate only who asked is answered: a flood must not be worth an answer three times its size.
    if (request === undefined && delayMs > 0) return
    client.send(refusal)
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
