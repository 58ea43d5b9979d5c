import { PresenceError } from '@rollcall/protocol'
import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDevAuthenticator } from '../auth/devAuthenticator.ts'
import { createOriginPolicy } from '../auth/originPolicy.ts'
import { createConsoleLogger } from '../log/consoleLogger.ts'
import { healthRoutes } from './healthRoutes.ts'
import { createHttpDoor } from './httpDoor.ts'
import type { HttpRoute } from './httpRoute.ts'

const routes: readonly HttpRoute[] = [
  ...healthRoutes({ isReady: () => true }),
  {
    method: 'GET',
    path: '/realtime/things/:id',
    answer: ({ params, query }) => ({ status: 200, body: { id: params.get('id'), query: [...query] } }),
  },
  { method: 'POST', path: '/realtime/things/:id', answer: async ({ json }) => ({ status: 200, body: await json() }) },
  { method: 'GET', path: '/realtime/me', answer: async ({ viewer }) => ({ status: 200, body: await viewer() }) },
  {
    method: 'GET',
    path: '/realtime/broken',
    answer: () => {
      throw new Error('redis://secret:6379 is down')
    },
  },
  {
    method: 'GET',
    path: '/realtime/unavailable',
    answer: () => {
      throw new PresenceError('auth_unavailable', 'unable to authenticate; nobody knows')
    },
  },
]

interface Told {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>> & { readonly error?: Readonly<Record<string, unknown>> }
}

async function start(rate: (userId: string) => number = () => 0) {
  const lines: string[] = []
  const door = createHttpDoor({
    routes,
    path: '/realtime',
    authenticator: createDevAuthenticator(),
    allowsOrigin: createOriginPolicy({ allowedOrigins: ['https://app.example.com'] }),
    rate,
    newRequestId: () => 'request-1',
    logger: createConsoleLogger({ level: 'debug', write: (line) => lines.push(line) }),
  })
  const server = createServer((request, response) => {
    if (door.owns(request)) void door.serve(request, response)
    else response.writeHead(299).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // `listen` on a port gives an address with a port.
  const { port } = server.address() as AddressInfo
  const call = async (path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Told> => {
    const request = send({ host: '127.0.0.1', port, path, ...options })
    request.end(body)
    const [response]: IncomingMessage[] = await once(request, 'response')
    if (response === undefined) throw new Error('no answer')
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part)
    const text = Buffer.concat(parts).toString()
    return { status: response.statusCode, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
  }
  const post = (body: string | Buffer, type = 'application/json') =>
    call('/realtime/things/a', { method: 'POST', headers: { 'content-type': type } }, body)
  return { call, post, lines }
}

describe('createHttpDoor', () => {
  it('answers /healthz and /readyz', async () => {
    const { call } = await start()
    expect(await call('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
    const { status, headers } = await call('/readyz')
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers.connection).toBe('keep-alive')
  })

  it('answers HEAD as GET, without the body', async () => {
    const { call } = await start()
    const { headers } = await call('/healthz')
    expect(await call('/healthz', { method: 'HEAD' })).toMatchObject({
      status: 200,
      headers: { 'content-length': headers['content-length'] },
      body: {},
    })
  })

  it('decodes the named segment, and reads the query without nesting (T11)', async () => {
    const { call } = await start()
    const { body } = await call('/realtime/things/doc%2F1?a[__proto__]=1&b=2')
    expect(body).toEqual({
      id: 'doc/1',
      query: [
        ['a[__proto__]', '1'],
        ['b', '2'],
      ],
    })
  })

  it('T25: answers 400 to broken percent-encoding', async () => {
    const { call } = await start()
    expect(await call('/realtime/things/%zz')).toMatchObject({ status: 400, body: { error: { code: 'bad_frame' } } })
  })

  it('T25: answers 404 below its own path and leaves other addresses to others', async () => {
    const { call } = await start()
    const { status, body } = await call('/realtime/nothing')
    expect(status).toBe(404)
    expect(body).toEqual({
      error: { code: 'not_found', message: expect.any(String), requestId: 'request-1' },
    })
    expect((await call('/other')).status).toBe(299)
  })

  it('T25: answers 405 with Allow to another method', async () => {
    const { call } = await start()
    const { status, headers, body } = await call('/realtime/things/a', { method: 'DELETE' })
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, POST')
    expect(body.error?.['code']).toBe('method_not_allowed')
  })

  it('reads a JSON body of up to 16 KiB', async () => {
    const { post } = await start()
    expect(await post('{"ä":1}')).toMatchObject({ status: 200, body: { ä: 1 } })
    expect((await post(`"${'x'.repeat(16_382)}"`)).status).toBe(200)
  })

  it.each([
    [415, 'unsupported_data', '{}', 'text/plain'],
    [413, 'too_large', `"${'x'.repeat(16_383)}"`, 'application/json'],
    [413, 'too_large', 'x'.repeat(3_000_000), 'application/json'],
    [400, 'bad_frame', '{', 'application/json'],
    [400, 'invalid_utf8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'application/json'],
  ])('T12, T25: answers %i %s', async (status, code, body, type) => {
    const { post } = await start()
    expect(await post(body, type)).toMatchObject({ status, body: { error: { code } } })
  })

  it('T12: counts the bytes of a body without a length', async () => {
    const { call } = await start()
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const told = await call('/realtime/things/a', { method: 'POST', headers }, 'x'.repeat(20_000))
    expect(told).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
  })

  it('asks for a bearer token, and says who it is', async () => {
    const { call } = await start()
    expect(await call('/realtime/me')).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } })
    expect(await call('/realtime/me?token=dev:ada')).toMatchObject({ status: 401 })
    const told = await call('/realtime/me', { headers: { authorization: 'Bearer dev:ada' } })
    expect(told).toMatchObject({ status: 200, body: { userId: 'ada' } })
  })

  it('T13: answers 429 with Retry-After beyond the rate', async () => {
    const { call } = await start(() => 1_500)
    const { status, headers, body } = await call('/realtime/me', { headers: { authorization: 'Bearer dev:ada' } })
    expect(status).toBe(429)
    expect(headers['retry-after']).toBe('2')
    expect(body.error).toMatchObject({ code: 'rate_limited', retryAfterMs: 1_500 })
  })

  it('T23: tells a fault of ours by its request id alone, and logs what it was', async () => {
    const { call, lines } = await start()
    const { status, body } = await call('/realtime/broken')
    expect(status).toBe(500)
    expect(body.error).toEqual({ code: 'internal', message: expect.any(String), requestId: 'request-1' })
    expect(JSON.stringify(body)).not.toContain('redis')
    expect(lines).toEqual([
      'error request refused status=500 requestId="request-1" message="redis://secret:6379 is down"',
    ])
    const unavailable = await call('/realtime/unavailable')
    expect(unavailable).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
  })

  it('T2: lets listed origins read, and refuses others', async () => {
    const { call } = await start()
    const listed = await call('/healthz', { headers: { origin: 'https://app.example.com' } })
    expect(listed.headers['access-control-allow-origin']).toBe('https://app.example.com')
    expect(listed.headers['access-control-allow-credentials']).toBeUndefined()
    const other = await call('/healthz', { headers: { origin: 'https://evil.com' } })
    expect(other).toMatchObject({ status: 403, body: { error: { code: 'origin_not_allowed' } } })
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
    expect(other.headers.vary).toBe('origin')
  })

  it('T2: answers a preflight of a listed origin', async () => {
    const { call } = await start()
    const told = await call('/realtime/things/a', {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.com', 'access-control-request-method': 'POST' },
    })
    expect(told.status).toBe(204)
    expect(told.headers).toMatchObject({
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
    })
  })
})
