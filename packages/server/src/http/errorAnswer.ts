/** Errors as HTTP answers: a stable code and a request id, never a stack (PROTOCOL.md, chapter 7; T23). */
import { ERROR_CATALOGUE, PresenceError } from '@rollcall/protocol'
import type { HttpAnswer } from './httpRoute.ts'

/** What a wrong call is told when the fault is ours. */
const OUR_FAULT = new PresenceError('internal', 'unable to answer; the fault is on this side')

const hint = ({ hint: text }: PresenceError): string => (text === undefined ? '' : ` (${text})`)

function retryAfter({ details }: PresenceError): number | undefined {
  const value = details?.['retryAfterMs']
  return typeof value === 'number' ? value : undefined
}

/** The answer for anything that was thrown; what is no error of ours is `internal`. */
export function errorAnswer(thrown: unknown, requestId: string): HttpAnswer {
  const error = thrown instanceof PresenceError ? thrown : OUR_FAULT
  const status = ERROR_CATALOGUE[error.code].http ?? 500
  const retryAfterMs = retryAfter(error) ?? (status === 503 ? 1_000 : undefined)
  return {
    status,
    ...(retryAfterMs === undefined ? {} : { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) } }),
    body: {
      error: {
        code: error.code,
        message: error.message + hint(error),
        requestId,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...(error.details === undefined ? {} : { details: error.details }),
      },
    },
  }
}
