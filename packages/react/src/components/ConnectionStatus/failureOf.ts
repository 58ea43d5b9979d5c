import type { ConnectionFailure } from '../../strings/strings.ts'

/** Codes of the error catalogue by what a person can do about them; the rest is only "failed". */
const failures: ReadonlyMap<string, ConnectionFailure> = new Map([
  ['unauthenticated', 'sign-in'],
  ['token_expired', 'sign-in'],
  ['token_revoked', 'sign-in'],
  ['forbidden', 'not-allowed'],
  ['origin_not_allowed', 'not-allowed'],
  ['connection_limit', 'full'],
  ['limit_exceeded', 'full'],
  ['unsupported_version', 'outdated'],
  ['session_replaced', 'replaced'],
])

/** `undefined`: nothing that a person could do. */
export function failureOf(reason: string): ConnectionFailure | undefined {
  return failures.get(reason)
}
