/**
 * Named WebSocket close codes, and what a client does about one. The range rule lets an old
 * client treat a new code rightly: 4000-4499 reconnect, 4500-4999 terminal.
 */
export const CLOSE_CODES = {
  normal: 1000,
  goingAway: 1001,
  protocolError: 1002,
  unsupportedData: 1003,
  invalidUtf8: 1007,
  policyViolation: 1008,
  tooLarge: 1009,
  internal: 1011,
  restart: 1012,
  draining: 4001,
  heartbeatTimeout: 4002,
  slowConsumer: 4003,
  tokenExpired: 4004,
  rateLimited: 4005,
  overloaded: 4006,
  stateLost: 4008,
  failed: 4009,
  helloTimeout: 4010,
  unauthenticated: 4500,
  badFrame: 4502,
  sessionReplaced: 4503,
  connectionLimit: 4505,
  unsupportedVersion: 4506,
  tokenRevoked: 4507,
  tooManyErrors: 4508,
} as const

/** `retry`: connect again, with backoff · `authenticate`: the same, with a fresh token · `stop`: not until somebody asks. */
export type CloseIntent = 'retry' | 'authenticate' | 'stop'

/** Standard codes after which the same frames would only be refused again. */
const TERMINAL_STANDARD_CODES: ReadonlySet<number> = new Set([1003, 1007, 1008, 1009, 1010])

/** What a client should do after a connection ended with `code`. 1000, 1001 and 1006 are no goodbye: only `bye` is. */
export function closeIntent(code: number): CloseIntent {
  if (code === CLOSE_CODES.tokenExpired) return 'authenticate'
  if (code >= 4500 && code <= 4999) return 'stop'
  return TERMINAL_STANDARD_CODES.has(code) ? 'stop' : 'retry'
}

/** The text beside a close code: `code[;retry=ms]`, at most 123 bytes (RFC 6455, 5.5). */
export function formatCloseReason(code: string, retryAfterMs?: number): string {
  return retryAfterMs === undefined ? code : `${code};retry=${Math.ceil(retryAfterMs)}`
}

/** Reads what {@link formatCloseReason} wrote; anything else comes back as the code alone. */
export function parseCloseReason(reason: string): { readonly code: string; readonly retryAfterMs?: number } {
  const match = /^([a-z_]{1,64});retry=(\d{1,9})$/.exec(reason)
  return match === null ? { code: reason } : { code: match[1] ?? '', retryAfterMs: Number(match[2]) }
}
