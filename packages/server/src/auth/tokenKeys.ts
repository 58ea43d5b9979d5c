/** Where the keys come from that tokens are checked with, and which algorithms go with them. */
import { PresenceError } from '@rollcall/protocol'
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'

/** Symmetric ones, for a secret. */
export const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const
/** Asymmetric ones, for a key set. */
export const KEY_SET_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const

export type TokenAlgorithm = (typeof SECRET_ALGORITHMS)[number] | (typeof KEY_SET_ALGORITHMS)[number]

export interface TokenKeys {
  readonly key: Uint8Array | JWTVerifyGetKey
  /** The fixed list: a token's own header never chooses (T4). */
  readonly algorithms: readonly TokenAlgorithm[]
  /** Whether an unknown key proves nothing just now: the set was read too short a time ago to be read again. */
  isCooling(): boolean
}

/** As long as the hash of HS256, RFC 7518, 3.2. */
const SECRET_BYTES = 32
/** A key set is read again when an unknown key shows up, at most this often. */
const COOLDOWN_MS = 30_000
/** Keys that were taken out of the set are still believed this long. */
const CACHE_MS = 600_000
/** Shorter than the hello deadline, so that a silent key server is told apart from a silent client. */
const TIMEOUT_MS = 4_000

const refuse = (reason: string, hint: string): PresenceError =>
  new PresenceError('unsupported', `unable to check tokens; ${reason}`, { hint })

function chooseAlgorithms(
  allowed: readonly TokenAlgorithm[],
  wanted: readonly TokenAlgorithm[] | undefined,
  fallback: readonly TokenAlgorithm[],
): readonly TokenAlgorithm[] {
  if (wanted === undefined) return fallback
  const wrong = wanted.find((algorithm) => !allowed.includes(algorithm))
  // One secret used as a public key, or the other way round, is how HS/RS confusion begins.
  if (wrong !== undefined) throw refuse(`the algorithm ${wrong} does not go with this key`, `use ${allowed.join(', ')}`)
  if (wanted.length === 0) throw refuse('the list of algorithms is empty', `name some of ${allowed.join(', ')}`)
  return wanted
}

/**
 * Keys of a shared secret.
 * @throws PresenceError `unsupported` where the secret is shorter than 32 bytes or an algorithm is not symmetric
 */
export function secretKeys(secret: string | Uint8Array, algorithms?: readonly TokenAlgorithm[]): TokenKeys {
  const key = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  if (key.byteLength < SECRET_BYTES)
    throw refuse(
      `the secret is shorter than ${SECRET_BYTES} bytes`,
      'make one with: node -p "crypto.randomBytes(32).toString(\'hex\')"',
    )
  return { key, algorithms: chooseAlgorithms(SECRET_ALGORITHMS, algorithms, ['HS256']), isCooling: () => false }
}

/** Whoever can change the answer can forge tokens, so plain http is for this machine only. */
const isTrustworthy = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))

function remoteKeys(address: string | URL): ReturnType<typeof createRemoteJWKSet> {
  const text = String(address)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !isTrustworthy(url))
    throw refuse(
      'the address of the key set is no https: address',
      'give an absolute address, such as https://…/jwks.json',
    )
  return createRemoteJWKSet(url, {
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: CACHE_MS,
    timeoutDuration: TIMEOUT_MS,
  })
}

/**
 * Keys of a key set (RFC 7517): the set itself, or its address, which is read again where a token names an unknown key.
 * @throws PresenceError `unsupported` where the address is not https (http on this machine), or an algorithm is symmetric
 */
export function keySetKeys(jwks: string | URL | JSONWebKeySet, algorithms?: readonly TokenAlgorithm[]): TokenKeys {
  const key = typeof jwks === 'string' || jwks instanceof URL ? remoteKeys(jwks) : createLocalJWKSet(jwks)
  return {
    key,
    algorithms: chooseAlgorithms(KEY_SET_ALGORITHMS, algorithms, KEY_SET_ALGORITHMS),
    isCooling: () => 'coolingDown' in key && key.coolingDown,
  }
}
