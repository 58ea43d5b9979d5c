/** Bifur's refusals in our words: RPC errors, and closes of the socket. */
import { ERROR_CODES } from '@sanity/bifur-client'
import { CLOSE_CODES, PresenceError, type ChannelClose, type PresenceErrorCode } from '@rollcall/protocol'
import type { ConnectionEnd } from '../../connection/connectionEnd.ts'
import type { ConnectionEvent } from '../../connection/connectionState.ts'

/** Numbers of the connection and of JSON-RPC (specification, chapter 5.1); the client's two names for -32602 are one number. */
const CODES: ReadonlyMap<number, PresenceErrorCode> = new Map([
  [ERROR_CODES.BAD_REQUEST, 'bad_frame'],
  [ERROR_CODES.UNAUTHORIZED, 'unauthenticated'],
  [ERROR_CODES.NOT_FOUND, 'not_found'],
  [ERROR_CODES.INVALID_REQUEST, 'bad_frame'],
  [ERROR_CODES.METHOD_NOT_FOUND, 'unsupported'],
  [ERROR_CODES.INVALID_PARAMS, 'bad_frame'],
  [ERROR_CODES.PARSE_ERROR, 'bad_frame'],
])

/** A refusal as JSON-RPC words it. */
export interface RpcRefusal {
  readonly code: number
  readonly message: string
}

type Closed = Extract<ConnectionEvent, { readonly type: 'closed' }>

/** Who may not come in is not let in for any other reason: whatever the number, a refused `authorization` is `unauthenticated`. */
export function toPresenceError(method: string, refusal: RpcRefusal): PresenceError {
  const code = method === 'authorization' ? 'unauthenticated' : (CODES.get(refusal.code) ?? 'internal')
  return new PresenceError(code, `unable to call ${method}; ${refusal.message}`, {
    details: { method, rpcCode: refusal.code },
  })
}

/** What a refusal without which nothing works means to the connection machine, in the close codes that it knows. */
export function closedBy(error: PresenceError): Closed {
  const end: ConnectionEnd = { reason: error.code, error }
  return { type: 'closed', code: toCloseCode(error), end }
}

/** The server owes us an answer for so long that the socket must be dead; the next one need not wait. */
export function closedBySilence(method: string): Closed {
  const error = new PresenceError('heartbeat_timeout', `unable to stay connected; ${method} was never answered`)
  return { type: 'closed', code: CLOSE_CODES.heartbeatTimeout, end: { reason: error.code, error } }
}

/** Bifur numbers its closes 4000, 4001 and 4004, which mean other things in our protocol. */
export function readBifurClose({ code, reason }: ChannelClose): Closed {
  const known = CODES.get(code)
  if (known === undefined) return { type: 'closed', code, end: { reason: `close_${code}` } }
  const said = reason === '' ? `the server closed with ${code}` : reason
  return closedBy(new PresenceError(known, `unable to stay connected; ${said}`))
}

function toCloseCode(error: PresenceError): number {
  if (error.code === 'unauthenticated') return CLOSE_CODES.tokenExpired
  return error.retryable ? CLOSE_CODES.failed : CLOSE_CODES.badFrame
}
