import {
  ERROR_CATALOGUE,
  PresenceError,
  isPresenceErrorCode,
  parseCloseReason,
  type ChannelClose,
  type PresenceErrorCode,
} from '@rollcall/protocol'

/** Why a connection ended, or an attempt came to nothing. */
export interface ConnectionEnd {
  /** A code of the error catalogue where there is one; else `close_<code>`, `unreachable`, `no_answer`. */
  readonly reason: string
  readonly error?: PresenceError
}

/** The texts beside closes are for programs; an older or newer server may leave them out. */
function codeOfClose(close: ChannelClose): PresenceErrorCode | undefined {
  const { code } = parseCloseReason(close.reason)
  if (isPresenceErrorCode(code)) return code
  const entry = Object.entries(ERROR_CATALOGUE).find(([, { close: closeCode }]) => closeCode === close.code)
  return entry !== undefined && isPresenceErrorCode(entry[0]) ? entry[0] : undefined
}

/** @param said what the server said was wrong, in an `error` frame before it closed */
export function endOfClose(close: ChannelClose, said?: string): ConnectionEnd {
  const code = codeOfClose(close)
  if (code === undefined) return { reason: `close_${close.code}` }
  const error = new PresenceError(code, `unable to stay connected; ${said ?? `the server closed with ${close.code}`}`)
  return { reason: code, error }
}

/** A token could not be got, or a channel not be opened. */
export function endOfFailure(step: 'get a token' | 'open a channel', cause: unknown): ConnectionEnd {
  if (cause instanceof PresenceError) return { reason: cause.code, error: cause }
  const code = step === 'get a token' ? 'auth_unavailable' : 'internal'
  const error = new PresenceError(code, `unable to ${step}; ${cause instanceof Error ? cause.message : 'it failed'}`, {
    cause,
  })
  return { reason: step === 'get a token' ? code : 'unreachable', error }
}

/** We heard nothing for longer than both ends agreed on. */
export function endOfSilence(): ConnectionEnd {
  const error = new PresenceError('heartbeat_timeout', 'unable to stay connected; the server fell silent')
  return { reason: error.code, error }
}

/** The channel did not open, or the server did not greet, in time. */
export const NO_ANSWER: ConnectionEnd = { reason: 'no_answer' }
