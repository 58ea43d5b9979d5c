/** The HTTP routes of PROTOCOL.md, chapter 7, over the truth that the socket changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type RawClient } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { ALL_RIGHTS, SECRET, signToken } from './signToken.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--secret', SECRET, '--log-level', 'silent'])
})
afterAll(() => server.stop())

const tokenOf = (sub: string, rights: object = ALL_RIGHTS): string => signToken({ sub, name: sub, rights })

interface Told {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

async function call(path: string, token?: string, init: RequestInit = {}): Promise<Told> {
  const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...init.headers }
  const response = await fetch(server.url + path, { ...init, headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const get = (path: string, sub = 'reader') => call(`/realtime${path}`, tokenOf(sub))
const post = (body: object, token: string) =>
  call('/realtime/presence/update', token, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

async function enter(sub: string, room: string, presence: object): Promise<RawClient & { sid: string }> {
  const client = await connect(server.url, { token: tokenOf(sub), a: 'Coding' })
  client.say({ t: 'state', r: room, c: 1, n: 1, d: presence }, { t: 'rollCall', r: room, n: 2 })
  await client.next({ t: 'ack', n: 2 })
  return client
}

describe('GET /realtime/channels/:id/presence', () => {
  it('lists members with their sessions, and counts them', async () => {
    const ada = await enter('ada', 'doc:1', { x: 1 })
    expect(await get('/channels/doc:1/presence')).toMatchObject({
      status: 200,
      body: {
        room: 'doc:1',
        ts: expect.any(Number),
        members: [
          {
            id: 'ada',
            info: { name: 'ada' },
            status: 'online',
            activity: 'Coding',
            lastActiveAt: expect.any(Number),
            lastSeenAt: expect.any(Number),
            sessions: [{ sid: ada.sid, status: 'online', presence: { x: 1 }, enteredAt: expect.any(Number) }],
          },
        ],
      },
    })
    expect((await get('/channels/doc:1/presence?count=1')).body).toEqual({ members: 1, sessions: 1 })
    expect((await get('/channels/nobody/presence')).body['members']).toEqual([])
  })

  it('takes a room id with a slash when it is encoded, and refuses what is no room id', async () => {
    await enter('ada', 'a/b', {})
    expect((await get('/channels/a%2Fb/presence?count=1')).body).toEqual({ members: 1, sessions: 1 })
    expect(await get('/channels/%C3%A4/presence')).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_room' } },
    })
    expect(await get('/channels/%zz/presence')).toMatchObject({ status: 400 })
  })

  it('T8: asks for a token with the right to see the room', async () => {
    const path = '/realtime/channels/doc:1/presence'
    expect(await call(path)).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } })
    expect(await call(path, signToken({ sub: 'ada', exp: 1 }))).toMatchObject({
      status: 401,
      body: { error: { code: 'token_expired' } },
    })
    const rights = { rooms: { 'doc:2': ['see'] } }
    expect(await call(path, tokenOf('ada', rights))).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', requestId: expect.any(String) } },
    })
  })
})

describe('GET /realtime/presence?users=', () => {
  it('shows people wherever they are, in the order asked; somebody never seen is offline', async () => {
    await enter('ada', 'doc:1', {})
    const { body } = await get('/presence?users=nobody,ada,ada')
    expect(body['users']).toEqual([
      { id: 'nobody', status: 'offline', lastSeenAt: null },
      { id: 'ada', info: { name: 'ada' }, status: 'online', activity: 'Coding', lastSeenAt: expect.any(Number) },
    ])
  })

  it('remembers when somebody was last seen', async () => {
    const ida = await enter('ida', 'doc:3', {})
    const other = await enter('reader', 'doc:3', {})
    ida.say({ t: 'bye', reason: 'leave' })
    const { ts } = await other.next({ t: 'disconnect', sid: ida.sid })
    expect((await get('/presence?users=ida')).body).toMatchObject({ users: [{ status: 'offline', lastSeenAt: ts }] })
  })

  it('T8: somebody whom the viewer may not follow looks like somebody never seen', async () => {
    await enter('ada', 'doc:1', {})
    const token = tokenOf('reader', { follow: ['bob'] })
    const { body } = await call('/realtime/presence?users=bob,ada', token)
    expect(body['users']).toEqual([
      { id: 'bob', status: 'offline', lastSeenAt: null },
      { id: 'ada', status: 'offline', lastSeenAt: null },
    ])
    expect(await call('/realtime/presence?users=ada', token)).toMatchObject({ status: 403 })
  })

  it('T14: at most 200 people a call', async () => {
    const ids = Array.from({ length: 201 }, (_, index) => `u${index}`).join(',')
    expect(await get(`/presence?users=${ids}`)).toMatchObject({
      status: 422,
      body: { error: { code: 'limit_exceeded' } },
    })
  })
})

describe('POST /realtime/presence/update', () => {
  it('enters, updates, and ends presence without a socket', async () => {
    const watcher = await enter('watcher', 'bots', {})
    const token = tokenOf('bot')
    expect(await post({ room: 'bots', presence: { task: 'build' }, activity: 'Building' }, token)).toMatchObject({
      status: 200,
      body: { id: 'bot', info: { name: 'bot' }, activity: 'Building', sessions: [{ presence: { task: 'build' } }] },
    })
    const { sid } = await watcher.next({ t: 'state', id: 'bot' })
    await post({ room: 'bots', presence: { task: 'test' } }, token)
    await watcher.settled()
    const changes = watcher.frames().filter((frame) => frame['sid'] === sid)
    expect(changes.map((frame) => frame['d'])).toEqual([{ task: 'build' }, { task: 'test' }])
    expect(await post({ status: 'offline' }, token)).toMatchObject({
      status: 200,
      body: { id: 'bot', status: 'offline' },
    })
    expect(await watcher.next({ t: 'disconnect', sid })).toMatchObject({ reason: 'left' })
  })

  it('ends by itself after its ttl, with no further hold', async () => {
    const watcher = await enter('watcher', 'short', {})
    await post({ room: 'short', ttl: 100 }, tokenOf('brief'))
    const { sid } = await watcher.next({ t: 'state', id: 'brief' })
    expect(await watcher.next({ t: 'disconnect', sid })).toMatchObject({ reason: 'timeout' })
  })

  it('T6: acts on the token’s user, whatever the body says', async () => {
    const { body } = await post({ userId: 'ada', id: 'ada', room: 'bots' }, tokenOf('mallory'))
    expect(body['id']).toBe('mallory')
  })

  it.each<[string, number, string, object]>([
    ['what is no room id', 400, 'invalid_room', { room: 'ä' }],
    ['presence without a room', 400, 'bad_frame', { presence: {} }],
    ['presence that is no object', 400, 'bad_frame', { room: 'bots', presence: 7 }],
    ['a status that is no text', 400, 'bad_frame', { status: 7 }],
    ['a ttl below zero', 400, 'bad_frame', { ttl: -1 }],
    ['presence over 4 KiB', 413, 'data_too_large', { room: 'bots', presence: { x: 'x'.repeat(5_000) } }],
    ['a body over 16 KiB', 413, 'too_large', { room: 'bots', presence: { x: 'x'.repeat(20_000) } }],
  ])('T12, T25: refuses %s with %i %s', async (_, status, code, body) => {
    expect(await post(body, tokenOf('ada'))).toMatchObject({ status, body: { error: { code } } })
  })

  it('T8: refuses a room that the token may not enter', async () => {
    const told = await post({ room: 'bots' }, tokenOf('ada', { rooms: { bots: ['see'] } }))
    expect(told).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } })
  })
})

describe('the rest', () => {
  it('answers health and readiness without a token', async () => {
    expect(await call('/healthz')).toMatchObject({ status: 200 })
    expect(await call('/readyz')).toMatchObject({ status: 200 })
  })

  it('T25: 404, 405 with Allow, 415', async () => {
    expect(await call('/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
    const wrong = await call('/realtime/presence', tokenOf('ada'), { method: 'PUT' })
    expect(wrong).toMatchObject({ status: 405, body: { error: { code: 'method_not_allowed' } } })
    expect(wrong.headers.get('allow')).toBe('GET')
    const text = await call('/realtime/presence/update', tokenOf('ada'), { method: 'POST', body: '{}' })
    expect(text).toMatchObject({ status: 415, body: { error: { code: 'unsupported_data' } } })
  })

  it('T13: answers 429 with Retry-After beyond a burst of 100 calls of one user; others are served', async () => {
    const calls = await Promise.all(Array.from({ length: 400 }, () => get('/presence?users=a', 'hurried')))
    const refused = calls.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(calls.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(100)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    expect(refused[0]?.body).toMatchObject({ error: { code: 'rate_limited', retryAfterMs: expect.any(Number) } })
    expect((await get('/presence?users=a', 'patient')).status).toBe(200)
  })
})
