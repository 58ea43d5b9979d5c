/** The port to chance, and ids made from it. */
export interface Random {
  /** Uniform in [0, 1); good enough for jitter, not for secrets. */
  fraction(): number
  /** Unpredictable bytes, for session ids and tokens. */
  bytes(length: number): Uint8Array
}

/** 16 random bytes: long enough that two sessions of the world never meet. */
export const SESSION_ID_BYTES = 16
/** 32 random bytes for a resume token. */
export const RESUME_TOKEN_BYTES = 32

/** `length` unpredictable bytes as base64url text without padding (RFC 4648, chapter 5). */
export function createId(random: Random, length: number): string {
  let binary = ''
  for (const byte of random.bytes(length)) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
