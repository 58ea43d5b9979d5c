/** "This page is gone", said by a beacon: a socket may die with its `bye` in it (PROTOCOL.md, chapter 7). */
import { LIMITS, PresenceError } from '@rollcall/protocol'
import type { PresenceHub } from '../hub/hub.ts'
import type { HttpAnswer, HttpCall, HttpRoute } from './httpRoute.ts'

export interface ByeRouteOptions {
  readonly hub: Pick<PresenceHub, 'farewell'>
  /** Digest of a resume token. */
  readonly hash: (text: string) => string
  /** Path of the socket; the route lies below it. */
  readonly path: string
}

function readResume(body: unknown): string {
  const resume = typeof body === 'object' && body !== null && 'resume' in body ? body.resume : undefined
  if (typeof resume === 'string' && resume.length <= LIMITS.idLength) return resume
  throw new PresenceError('bad_frame', 'unable to say goodbye; the body is {"resume": "<resume token>"}')
}

/**
 * `POST …/bye`: what `bye unload` does on the socket. The resume token names the session; it lets nobody in (T7), so that
 * all one could do with a stolen one is end the session it was stolen from. The answer never says whether it was known.
 */
export function byeRoute({ hub, hash, path }: ByeRouteOptions): HttpRoute {
  const answer = async (call: HttpCall): Promise<HttpAnswer> => {
    hub.farewell(hash(readResume(await call.json())))
    return { status: 204 }
  }
  // What a beacon of text is sent as: any other type would ask the server first, from a page that is gone.
  return { method: 'POST', path: `${path}/bye`, alsoAccepts: 'text/plain', answer }
}
