/** From which pages a browser may talk to us: an exact list, for the socket and for HTTP alike (T2). */
import { PresenceError } from '@rollcall/protocol'

export interface OriginPolicyOptions {
  /** Scheme, host and port, such as `https://app.example.com`. Default: whatever host the request itself is for. */
  readonly allowedOrigins?: readonly string[]
  /** Adds every page of this machine. Default `listed`. */
  readonly loopback?: 'allowed' | 'listed'
}

/** What of a request is looked at. */
export interface OriginRequest {
  readonly origin?: string | undefined
  readonly host?: string | undefined
}

/** Whether a request may pass. One without an origin is no browser's: its token decides, no cookie is ever read. */
export type OriginPolicy = (request: OriginRequest) => boolean

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const WEB = /^https?:\/\/([^/?#@\s]+)$/

function normalise(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  const isWhole = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (url === undefined || !isWhole || !/^https?:$/.test(url.protocol) || url.hostname.includes('*'))
    throw new PresenceError('unsupported', `unable to allow the origin "${origin}"; it is no exact origin`, {
      hint: 'give scheme, host and port, such as https://app.example.com; there are no wildcards',
    })
  return url.origin
}

/** An address cannot be pointed somewhere else; a name can (DNS rebinding). */
const isAddress = (host: string): boolean => /^(localhost|[\d.]+|\[[\da-f:.]+\])(:\d{1,5})?$/.test(host)

/**
 * Makes the policy. Without a list a page may talk to the host that it came from. With loopback allowed
 * (nobody proves who they are there) that host must be an address, not a name.
 * @throws PresenceError `unsupported` where a listed origin is not exact
 */
export function createOriginPolicy({ allowedOrigins, loopback = 'listed' }: OriginPolicyOptions = {}): OriginPolicy {
  const listed = allowedOrigins === undefined ? undefined : new Set(allowedOrigins.map(normalise))
  const isOwnHost = (origin: string, host: string): boolean =>
    WEB.exec(origin)?.[1] === host && (loopback === 'listed' || isAddress(host))
  return ({ origin, host = '' }) => {
    if (origin === undefined) return true
    const asked = origin.toLowerCase()
    if (loopback === 'allowed' && LOOPBACK.test(asked)) return true
    return listed === undefined ? isOwnHost(asked, host.toLowerCase()) : listed.has(asked)
  }
}
