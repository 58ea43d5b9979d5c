import type { ConnectionFailure } from '../../strings/strings.ts'

/** Codes of the error catalogue by what a person can do about them; the rest is only "failed". */
const failures: ReadonlyMap<string, ConnectionFailure> = new Map([
  ['unauthenticated', 'unauthorised'],
  ['token_expired', 'unauthorised'],
  ['token_revoked', 'unauthorised'],
  ['forbidden', 'forbidden'],
  ['origin_not_allowed', 'forbidden'],
  ['connection_limit', 'room-full'],
  ['limit_exceeded', 'room-full'],
  ['unsupported_version', 'version'],
  ['session_replaced', 'kicked'],
])

/** `undefined`: nothing that a person could do. */
export function failureOf(code: string | undefined): ConnectionFailure | undefined {
  return code === undefined ? undefined : failures.get(code)
}
