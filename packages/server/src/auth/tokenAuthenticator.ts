/** Who somebody is, from a JWT (RFC 7519; PROTOCOL.md, chapter 8; T4). */
import { LIMITS, PresenceError, exceedsBytes } from '@rollcall/protocol'
import { errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyOptions } from 'jose'
import type { Authenticator } from './authenticator.ts'
import { keySetKeys, secretKeys, type TokenAlgorithm, type TokenKeys } from './tokenKeys.ts'
import { viewerFromClaims } from './viewerFromClaims.ts'

interface TokenOptions {
  /** The claim `iss` must be this one, or one of these. */
  readonly issuer?: string | readonly string[]
  /** The claim `aud` must hold this one, or one of these. */
  readonly audience?: string | readonly string[]
  /** Fixed list; default HS256 for a secret, every asymmetric one for a key set. */
  readonly algorithms?: readonly TokenAlgorithm[]
  /** How far the issuer's clock may be off, seconds; at most 30. Default 5. */
  readonly leewaySeconds?: number
  /** The time that `exp` and `nbf` are held against; for tests. Default: now. */
  readonly currentDate?: () => Date
}

/** The address of a key set (RFC 7517), or the set itself. */
export type KeySet = string | URL | JSONWebKeySet

/** A shared secret of at least 32 bytes, or a key set: its address, or the set itself. */
export type JwtOptions = TokenOptions &
  ({ readonly secret: string | Uint8Array; readonly jwks?: never } | { readonly jwks: KeySet; readonly secret?: never })

const MAX_LEEWAY_SECONDS = 30

/** Failures of the key set's server, not of the token. */
const isOurs = (cause: unknown): boolean =>
  !(cause instanceof errors.JOSEError) ||
  cause instanceof errors.JWKSTimeout ||
  cause instanceof errors.JWKSInvalid ||
  // jose throws the bare class where the key set's server answers anything but 200.
  cause.code === errors.JOSEError.code

function explain(cause: unknown): PresenceError {
  if (cause instanceof PresenceError) return cause
  if (cause instanceof errors.JWTExpired)
    return new PresenceError('token_expired', 'unable to authenticate; the token has expired', { cause })
  if (isOurs(cause))
    return new PresenceError('auth_unavailable', 'unable to authenticate; the keys could not be read', { cause })
  // A claim's name helps whoever made the token; of a signature nothing more is said.
  const reason =
    cause instanceof errors.JWTClaimValidationFailed
      ? `the claim "${cause.claim}" is missing or not accepted`
      : 'the token is not valid'
  return new PresenceError('unauthenticated', `unable to authenticate; ${reason}`, { cause })
}

async function verify(token: string, keys: TokenKeys, options: JWTVerifyOptions): Promise<JWTPayload> {
  const { key } = keys
  if (key instanceof Uint8Array) return (await jwtVerify(token, key, options)).payload
  const wasCooling = keys.isCooling()
  try {
    return (await jwtVerify(token, key, options)).payload
  } catch (cause) {
    // Keys may just have been rotated: whoever has a token of the new one must not be turned away for good.
    if (wasCooling && cause instanceof errors.JWKSNoMatchingKey)
      throw new PresenceError('auth_unavailable', 'unable to authenticate; the key is not known yet', { cause })
    if (!(cause instanceof errors.JWKSMultipleMatchingKeys)) throw cause
    return verifyWithAny(token, cause, options)
  }
}

/** A token without `kid` and a set in rotation: any of the keys may be the one. */
async function verifyWithAny(
  token: string,
  candidates: errors.JWKSMultipleMatchingKeys,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of candidates) {
    try {
      return (await jwtVerify(token, key, options)).payload
    } catch (cause) {
      if (!(cause instanceof errors.JWSSignatureVerificationFailed)) throw cause
    }
  }
  throw new errors.JWSSignatureVerificationFailed()
}

const asList = (value: string | readonly string[]): string[] => (typeof value === 'string' ? [value] : [...value])

/**
 * Believes tokens that are signed with `secret` or a key of `jwks`; `sub` and `exp` are mandatory, `nbf` is honoured.
 * @throws PresenceError `unsupported` at once where the secret is too short, or algorithms and key do not go together
 */
export function jwt(options: JwtOptions): Authenticator {
  const keys =
    options.secret === undefined
      ? keySetKeys(options.jwks, options.algorithms)
      : secretKeys(options.secret, options.algorithms)
  const checks: JWTVerifyOptions = {
    algorithms: [...keys.algorithms],
    clockTolerance: Math.min(options.leewaySeconds ?? 5, MAX_LEEWAY_SECONDS),
    requiredClaims: ['sub', 'exp'],
    ...(options.issuer === undefined ? {} : { issuer: asList(options.issuer) }),
    ...(options.audience === undefined ? {} : { audience: asList(options.audience) }),
  }
  return {
    authenticate: async ({ token }) => {
      if (token === undefined || token === '')
        throw new PresenceError('unauthenticated', 'unable to authenticate; there is no token')
      if (exceedsBytes(token, LIMITS.tokenBytes))
        throw new PresenceError('unauthenticated', 'unable to authenticate; the token is over 8 KiB')
      try {
        const now = options.currentDate?.()
        return viewerFromClaims(await verify(token, keys, now === undefined ? checks : { ...checks, currentDate: now }))
      } catch (cause) {
        throw explain(cause)
      }
    },
  }
}
