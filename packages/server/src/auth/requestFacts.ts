import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from './authenticator.ts'

/** What an authenticator may know of a request: everything but its cookies, on which nothing may rest (T2). */
export function requestFacts({ headers, socket }: IncomingMessage): RequestFacts {
  const { cookie: _, ...rest } = headers
  return {
    headers: rest,
    ...(socket.remoteAddress === undefined ? {} : { remoteAddress: socket.remoteAddress }),
  }
}
