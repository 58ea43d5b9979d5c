/**
 * Every code, in one record: from it come the union, `retryable`, close codes, HTTP statuses
 * and the check that `docs/errors.md` has a heading for each.
 */

interface CatalogueEntry {
  /** Whether doing the same again, later, may succeed. */
  readonly retryable: boolean
  /** Status of the HTTP routes, where it can be answered there. */
  readonly http?: number
  /** Close code, where it ends the connection. */
  readonly close?: number
}

/** Codes that travel on the wire. Stable: never renamed, never reused. */
const WIRE_ERRORS = {
  bad_frame: { retryable: false, http: 400, close: 4502 },
  unsupported_data: { retryable: false, http: 415, close: 1003 },
  invalid_utf8: { retryable: false, http: 400, close: 1007 },
  protocol_error: { retryable: true, close: 1002 },
  too_large: { retryable: false, http: 413, close: 1009 },
  too_many_fragments: { retryable: false, close: 1008 },
  data_too_large: { retryable: false, http: 413 },
  unauthenticated: { retryable: false, http: 401, close: 4500 },
  token_expired: { retryable: true, http: 401, close: 4004 },
  token_revoked: { retryable: false, http: 401, close: 4507 },
  auth_timeout: { retryable: true, http: 408, close: 4010 },
  auth_unavailable: { retryable: true, http: 503, close: 4006 },
  forbidden: { retryable: false, http: 403 },
  origin_not_allowed: { retryable: false, http: 403 },
  unsupported_version: { retryable: false, http: 426, close: 4506 },
  not_found: { retryable: false, http: 404 },
  method_not_allowed: { retryable: false, http: 405 },
  invalid_room: { retryable: false, http: 400 },
  limit_exceeded: { retryable: false, http: 422 },
  connection_limit: { retryable: false, http: 429, close: 4505 },
  rate_limited: { retryable: true, http: 429, close: 4005 },
  too_many_errors: { retryable: false, close: 4508 },
  resume_invalid: { retryable: false },
  session_replaced: { retryable: false, http: 409, close: 4503 },
  heartbeat_timeout: { retryable: true, close: 4002 },
  slow_consumer: { retryable: true, close: 4003 },
  state_lost: { retryable: true, close: 4008 },
  draining: { retryable: true, http: 503, close: 4001 },
  overloaded: { retryable: true, http: 503, close: 4006 },
  conflict: { retryable: false, http: 409 },
  internal: { retryable: true, http: 500, close: 4009 },
} as const

/** Codes that never travel: a wrong call, or something this medium cannot do. */
const LOCAL_ERRORS = {
  not_entered: { retryable: false },
  disposed: { retryable: false },
  invalid_presence: { retryable: false },
  missing_provider: { retryable: false },
  unsupported: { retryable: false },
} as const

export type WireErrorCode = keyof typeof WIRE_ERRORS
export type LocalErrorCode = keyof typeof LOCAL_ERRORS
export type PresenceErrorCode = WireErrorCode | LocalErrorCode

/** The catalogue of reliability chapter "Error codes": code → what it means for whoever gets it. */
export const ERROR_CATALOGUE: Readonly<Record<PresenceErrorCode, CatalogueEntry>> = { ...WIRE_ERRORS, ...LOCAL_ERRORS }

/** Whether `code` is one this version knows; unknown ones of newer ends are shown as `internal`. */
export function isPresenceErrorCode(code: string): code is PresenceErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code)
}
