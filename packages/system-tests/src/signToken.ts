/** Tokens made by hand (RFC 7515, 7519), so that the server's library does not check itself. */
import { createHmac } from 'node:crypto'

export const SECRET = 'system tests share a secret of 32+ bytes'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000)

export interface SignOptions {
  readonly secret?: string
  readonly header?: Readonly<Record<string, unknown>>
}

/** Signs claims with HS256; `exp` is in an hour unless they say otherwise. */
export function signToken(claims: Readonly<Record<string, unknown>>, options: SignOptions = {}): string {
  const { secret = SECRET, header = { alg: 'HS256', typ: 'JWT' } } = options
  const signed = `${part(header)}.${part({ exp: nowSeconds() + 3_600, ...claims })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** May see, enter and follow all. */
export const ALL_RIGHTS = { rooms: { '*': ['see', 'enter'] }, follow: ['*'] }
