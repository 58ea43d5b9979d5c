/** Why an upgrade is refused, and the HTTP answer that says so. */
import { ERROR_CATALOGUE, SUBPROTOCOL, type WireErrorCode } from '@rollcall/protocol'
import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { OriginPolicy } from '../auth/originPolicy.ts'

export interface Refusal {
  readonly code: WireErrorCode
  readonly message: string
}

/** Names under which tokens are put into addresses. */
const TOKEN_PARAMETERS = ['token', 'access_token', 'jwt']

function offersOnlyOthers(header: string | undefined): boolean {
  return header !== undefined && !header.split(',').some((offer) => offer.trim() === SUBPROTOCOL)
}

/** What is wrong with an upgrade before a word was spoken; nothing for a good one. */
export function refusalOf({ headers, url = '' }: IncomingMessage, allowsOrigin: OriginPolicy): Refusal | undefined {
  if (!allowsOrigin({ origin: headers.origin, host: headers.host }))
    return { code: 'origin_not_allowed', message: 'unable to connect; this origin is not allowed' }
  const query = new URLSearchParams(url.split('?', 2)[1])
  // Addresses end up in logs, histories and referrers (T1).
  if (TOKEN_PARAMETERS.some((name) => query.has(name)))
    return { code: 'unauthenticated', message: 'unable to connect; the token belongs into hello, not into the address' }
  if (offersOnlyOthers(headers['sec-websocket-protocol']))
    return { code: 'unsupported_version', message: `unable to connect; the subprotocol is ${SUBPROTOCOL}` }
  return undefined
}

/** Answers on the raw socket and ends it. */
export function refuseUpgrade(socket: Duplex, { code, message }: Refusal, requestId: string): void {
  const status = ERROR_CATALOGUE[code].http ?? 400
  const body = JSON.stringify({ error: { code, message, requestId } })
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 503 ? ['Retry-After: 1'] : []),
  ]
  socket.once('finish', () => socket.destroy())
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
