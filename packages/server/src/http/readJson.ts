import { LIMITS, PresenceError } from '@rollcall/protocol'
import type { IncomingMessage } from 'node:http'

const refuse = (code: 'unsupported_data' | 'too_large' | 'invalid_utf8' | 'bad_frame', reason: string): PresenceError =>
  new PresenceError(code, `unable to read the body; ${reason}`)

const tooLarge = (): PresenceError => refuse('too_large', `it is over ${LIMITS.clientMessageBytes} bytes`)

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    request.on('data', (part: Buffer) => {
      bytes += part.length
      // Read on without keeping: a socket that is closed on unread bytes is reset, and takes the answer along.
      if (bytes > LIMITS.clientMessageBytes) reject(tooLarge())
      else parts.push(part)
    })
    request.on('end', () => resolve(Buffer.concat(parts)))
    request.on('close', () => reject(refuse('bad_frame', 'it was cut off')))
    request.on('error', reject)
  })
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('invalid_utf8', 'it is no UTF-8')
  }
}

/**
 * The body of a request, as JSON of at most 16 KiB (T12, T25).
 * @throws PresenceError `unsupported_data`, `too_large`, `invalid_utf8` or `bad_frame`
 */
export async function readJson(request: IncomingMessage, alsoAccepts?: string): Promise<unknown> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json' && (type === undefined || type !== alsoAccepts))
    throw refuse('unsupported_data', 'its content type is not application/json')
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.clientMessageBytes) throw tooLarge()
  const text = decodeUtf8(await readBytes(request))
  try {
    return JSON.parse(text)
  } catch {
    throw refuse('bad_frame', 'it is no JSON')
  }
}
