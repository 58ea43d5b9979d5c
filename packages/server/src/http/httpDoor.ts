/** The HTTP door: looks a request up in the table of routes and answers in JSON, whatever happens. */
import { PresenceError } from '@rollcall/protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticator, Viewer } from '../auth/authenticator.ts'
import type { OriginPolicy } from '../auth/originPolicy.ts'
import { requestFacts } from '../auth/requestFacts.ts'
import type { Logger } from '../log/logger.ts'
import { errorAnswer } from './errorAnswer.ts'
import { matchPath, type HttpAnswer, type HttpCall, type HttpRoute } from './httpRoute.ts'
import { readJson } from './readJson.ts'
import type { RequestRate } from './requestRate.ts'

export interface HttpDoorOptions {
  readonly routes: readonly HttpRoute[]
  /** Every address below it is ours, so that an unknown one is answered with 404. */
  readonly path: string
  readonly authenticator: Authenticator
  readonly allowsOrigin: OriginPolicy
  readonly rate: RequestRate
  readonly newRequestId: () => string
  readonly logger: Logger
}

export interface HttpDoor {
  /** Whether this address is one of ours. */
  owns(request: IncomingMessage): boolean
  /** Answers, always; never throws. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? ''

function decodeParams(params: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  try {
    return new Map([...params].map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    throw new PresenceError('bad_frame', 'unable to read the address; its percent-encoding is broken')
  }
}

/** Lets the page read the answer where its origin is allowed; caches keep the answers of others apart either way. */
function corsHeaders({ headers }: IncomingMessage, allowsOrigin: OriginPolicy): Record<string, string> {
  const { origin, host } = headers
  if (origin === undefined || !allowsOrigin({ origin, host })) return { vary: 'origin' }
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after, allow',
    vary: 'origin',
  }
}

function preflightAnswer(methods: readonly string[]): HttpAnswer {
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    },
  }
}

/** What a proxy says of whom it speaks for; whoever comes that way has this machine's address, and is not of it. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

function isLocal({ headers, socket }: IncomingMessage): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  return (address === '::1' || address.startsWith('127.')) && !PROXY_HEADERS.some((name) => name in headers)
}

function send(response: ServerResponse, { status, body, text: plain, headers = {} }: HttpAnswer): void {
  const text = plain?.text ?? (body === undefined ? undefined : JSON.stringify(body))
  const type = plain?.type ?? 'application/json'
  response.writeHead(status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    ...headers,
  })
  response.end(text)
}

/** Makes the door. */
export function createHttpDoor(options: HttpDoorOptions): HttpDoor {
  const { routes, path, authenticator, allowsOrigin, rate, newRequestId, logger } = options

  const authenticate = async (request: IncomingMessage): Promise<Viewer> => {
    const token = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1]
    const viewer = await authenticator.authenticate({
      ...(token === undefined ? {} : { token }),
      request: requestFacts(request),
    })
    const waitMs = rate(viewer.userId)
    if (waitMs === 0) return viewer
    throw new PresenceError('rate_limited', 'unable to answer; too many calls', {
      details: { retryAfterMs: Math.ceil(waitMs) },
    })
  }

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    if (!allowsOrigin({ origin: request.headers.origin, host: request.headers.host }))
      throw new PresenceError('origin_not_allowed', 'unable to answer; this origin is not allowed')
    const found = routes.flatMap((route) => {
      const params = matchPath(route.path, pathOf(request))
      return params === undefined ? [] : [{ route, params }]
    })
    if (found.length === 0) throw new PresenceError('not_found', 'unable to answer; there is nothing at this address')
    const methods = found.map(({ route }) => route.method)
    if (request.method === 'OPTIONS') return preflightAnswer(methods)
    // RFC 9110: what answers GET answers HEAD, too, and Node leaves the body out. Probes of load balancers ask so.
    const asked = request.method === 'HEAD' ? 'GET' : request.method
    const match = found.find(({ route }) => route.method === asked)
    if (match === undefined)
      throw new PresenceError('method_not_allowed', `unable to answer; use ${methods.join(' or ')}`, {
        details: { allow: methods },
      })
    const call: HttpCall = {
      params: decodeParams(match.params),
      query: new URLSearchParams(request.url?.split('?', 2)[1]),
      isLocal: isLocal(request),
      viewer: () => authenticate(request),
      json: () => readJson(request, match.route.alsoAccepts),
    }
    return match.route.answer(call)
  }

  const explain = (thrown: unknown): HttpAnswer => {
    const requestId = newRequestId()
    const told = errorAnswer(thrown, requestId)
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    logger.log(told.status >= 500 ? 'error' : 'debug', 'request refused', { status: told.status, requestId, message })
    const allow = thrown instanceof PresenceError ? thrown.details?.['allow'] : undefined
    return Array.isArray(allow) ? { ...told, headers: { ...told.headers, allow: allow.join(', ') } } : told
  }

  return {
    owns: (request) => {
      const asked = pathOf(request)
      return asked === path || asked.startsWith(`${path}/`) || routes.some((route) => matchPath(route.path, asked))
    },
    serve: async (request, response) => {
      const told = await answer(request).catch(explain)
      // Bytes of a refused body may still be on their way; the connection is not used again.
      const close = request.complete ? {} : { connection: 'close' }
      request.resume()
      send(response, { ...told, headers: { ...corsHeaders(request, allowsOrigin), ...close, ...told.headers } })
    },
  }
}
