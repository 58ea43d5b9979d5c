/** What a client may not do: exact codes, and nobody else notices (chapter "Error codes"; T1–T4, T10–T12). */
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { connect, openSocket, type RawClient, type WireFrame } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { ALL_RIGHTS, nowSeconds, SECRET, signToken } from './signToken.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--secret', SECRET, '--origin', 'https://app.example.com', '--log-level', 'silent'])
})
afterAll(() => server.stop())

const hello = (sub: string, claims: object = {}): WireFrame => ({
  token: signToken({ sub, rights: ALL_RIGHTS, ...claims }),
})

// Somebody who behaves, connected from before to after each offence.
let control: RawClient
let heardBefore: number
beforeEach(async () => {
  control = await connect(server.url, hello('control'))
  control.say({ t: 'rollCall', r: 'control', n: 1 }, { t: 'state', r: 'control', c: 1, n: 2, d: {} })
  await control.next({ t: 'ack', n: 2 })
  heardBefore = control.frames().length
})
async function expectUndisturbed(): Promise<void> {
  await control.settled()
  expect(control.frames().slice(heardBefore), 'the control connection hears nothing of it').toEqual([])
  expect(server.isAlive()).toBe(true)
}
afterEach(expectUndisturbed)

describe('before hello', () => {
  it.each<[string, string]>([
    ['text that is no JSON', 'nonsense'],
    ['JSON that is no frame', '7'],
    ['a frame without a type', '{}'],
    ['an unknown type', '{"t":"dance"}'],
    ['a frame other than hello', '{"t":"rollCall","r":"a"}'],
    ['a hello with a wrong type', '{"t":"hello","v":"one"}'],
    ['a batch that begins with another frame', '[{"t":"ping"},{"t":"hello","v":1}]'],
  ])('T10: closes %s with 4502 bad_frame', async (_, text) => {
    const client = await openSocket(server.url)
    client.socket.send(text)
    expect(await client.closed()).toEqual({ code: 4502, reason: 'bad_frame' })
    expect(client.frames()).toMatchObject([{ t: 'error', code: 'bad_frame' }])
  })

  it('closes another version of the protocol with 4506 unsupported_version', async () => {
    const client = await openSocket(server.url)
    client.say({ t: 'hello', v: 2, ...hello('ada') })
    expect(await client.closed()).toEqual({ code: 4506, reason: 'unsupported_version' })
  })

  it('T12: closes a frame over 16 KiB with 1009', async () => {
    const client = await openSocket(server.url)
    client.say({ t: 'hello', v: 1, token: 'x'.repeat(20_000) })
    expect((await client.closed()).code).toBe(1009)
  })
})

describe('tokens (T4)', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each<[string, WireFrame]>([
    ['no token', {}],
    ['something that is no token', { token: 'nonsense' }],
    ['another secret', { token: signToken({ sub: 'ada' }, { secret: 'another secret of at least 32 bytes' }) }],
    ['the algorithm none', { token: `${part({ alg: 'none' })}.${part({ sub: 'ada', exp: nowSeconds() + 60 })}.` }],
    ['no sub', { token: signToken({}) }],
    ['no exp', { token: signToken({ sub: 'ada', exp: undefined }) }],
    ['a token that is not valid yet', { token: signToken({ sub: 'ada', nbf: nowSeconds() + 600 }) }],
    ['a name that is believed in development only', { user: { id: 'ada' } }],
    ['a token over 8 KiB', { token: signToken({ sub: 'ada', filler: 'x'.repeat(7_000) }) }],
  ])('closes %s with 4500 unauthenticated', async (_, credentials) => {
    const client = await openSocket(server.url)
    client.say({ t: 'hello', v: 1, ...credentials })
    expect(await client.closed()).toEqual({ code: 4500, reason: 'unauthenticated' })
    expect(client.frames()).toMatchObject([{ t: 'error', code: 'unauthenticated' }])
  })

  it('closes an expired token with 4004 token_expired, after which a client comes back with a fresh one', async () => {
    const client = await openSocket(server.url)
    client.say({ t: 'hello', v: 1, token: signToken({ sub: 'ada', exp: nowSeconds() - 60 }) })
    expect(await client.closed()).toEqual({ code: 4004, reason: 'token_expired' })
  })

  it('T5: a refreshed token of another user ends the connection with 4500', async () => {
    const client = await connect(server.url, hello('ada'))
    client.say({ t: 'auth', n: 1, token: signToken({ sub: 'eve' }) })
    expect(await client.closed()).toEqual({ code: 4500, reason: 'unauthenticated' })
  })

  it('T8: refuses what the token gives no right to, and stays', async () => {
    const rights = { rooms: { 'doc:*': ['see'] }, follow: ['bob'] }
    const client = await connect(server.url, hello('ada', { rights }))
    client.say(
      { t: 'rollCall', r: 'doc:1', n: 1 },
      { t: 'state', r: 'doc:1', c: 1, n: 2, d: {} },
      { t: 'rollCall', r: 'other', n: 3 },
      { t: 'follow', ids: ['bob', 'carol'], n: 4 },
    )
    expect(await client.next({ t: 'ack', n: 1 })).toBeDefined()
    expect(await client.next({ t: 'error', n: 2 })).toMatchObject({ code: 'forbidden' })
    expect(await client.next({ t: 'error', n: 3 })).toMatchObject({ code: 'forbidden' })
    expect(await client.next({ t: 'error', n: 4 })).toMatchObject({ code: 'forbidden', details: { ids: ['carol'] } })
    await client.settled()
  })
})

describe('after hello', () => {
  const bad: readonly [string, WireFrame, string][] = [
    ['a second hello', { t: 'hello', v: 1 }, 'bad_frame'],
    ['an unknown type', { t: 'dance' }, 'bad_frame'],
    ['a key of the wrong type', { t: 'state', r: 'a', c: '1', d: {} }, 'bad_frame'],
    ['a room id with other characters', { t: 'rollCall', r: 'ä ö' }, 'invalid_room'],
    ['presence over 4 KiB', { t: 'state', r: 'a', c: 1, d: { x: 'x'.repeat(5_000) } }, 'data_too_large'],
    ['a patch in a room not entered', { t: 'patch', r: 'a', c: 1, d: {} }, 'conflict'],
    ['typing in a room not entered', { t: 'typing', r: 'a', c: 1, on: true }, 'conflict'],
    ['leaving a room not entered', { t: 'disconnect', r: 'a', c: 1 }, 'conflict'],
    ['more ids than a frame may name', { t: 'follow', ids: Array.from({ length: 201 }, String) }, 'limit_exceeded'],
    ['offline as a status', { t: 'statusUpdate', s: 'offline' }, 'bad_frame'],
  ]
  it.each(bad)('answers %s with its code, and stays', async (_, frame, code) => {
    const client = await connect(server.url, hello('ada'))
    client.say({ ...frame, n: 9 })
    expect(await client.next({ t: 'error' })).toMatchObject({ code, n: 9, message: expect.any(String) })
    await client.settled()
  })

  it('one bad frame of a batch does not stop the rest', async () => {
    const client = await connect(server.url, hello('ada'))
    client.say({ t: 'state', r: 'b', c: 1, n: 1, d: {} }, { t: 'dance', n: 2 }, { t: 'dismiss', r: 'b', n: 3 })
    expect(await client.next({ t: 'ack', n: 1 })).toBeDefined()
    expect(await client.next({ t: 'error', n: 2 })).toMatchObject({ code: 'bad_frame' })
    expect(await client.next({ t: 'ack', n: 3 })).toBeDefined()
  })

  it('T11: refuses keys that reach a prototype, at any depth', async () => {
    const client = await connect(server.url, hello('ada'))
    client.socket.send('{"t":"state","r":"a","c":1,"n":1,"d":{"a":{"__proto__":{"polluted":true}}}}')
    expect(await client.next({ t: 'error', n: 1 })).toMatchObject({ code: 'bad_frame' })
  })

  it('T10: answers nine unreadable frames; the tenth within a minute closes with 4508', async () => {
    const client = await connect(server.url, hello('ada'))
    for (let index = 0; index < 10; index += 1) client.socket.send('nonsense')
    expect(await client.closed()).toEqual({ code: 4508, reason: 'too_many_errors' })
    expect(client.frames().filter((frame) => frame['code'] === 'bad_frame').length).toBeGreaterThanOrEqual(9)
  })

  it('closes a binary message with 1003', async () => {
    const client = await connect(server.url, hello('ada'))
    client.socket.send(Buffer.from('{"t":"ping"}'))
    expect(await client.closed()).toEqual({ code: 1003, reason: 'unsupported_data' })
  })

  it('T12: closes an over-long message with 1009, and text that is no UTF-8 with 1007', async () => {
    const [long, broken] = [await connect(server.url, hello('ada')), await connect(server.url, hello('ada'))]
    long.socket.send('x'.repeat(16_385))
    expect((await long.closed()).code).toBe(1009)
    broken.socket.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect((await broken.closed()).code).toBe(1007)
  })

  it('leaves the session of an offender held, like any other that broke (T16)', async () => {
    const client = await connect(server.url, hello('ada'))
    client.socket.send(Buffer.from('binary'))
    await client.closed()
    const again = await connect(server.url, { ...hello('ada'), resume: client.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true, sid: client.sid })
  })
})

describe('before the upgrade', () => {
  async function status(path: string, options: { origin?: string; protocol?: string }): Promise<number | undefined> {
    const { protocol = 'rollcall.v1', ...rest } = options
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, protocol, rest)
    socket.on('error', () => {})
    const [, response] = await once(socket, 'unexpected-response')
    socket.terminate()
    return response.statusCode
  }

  it.each(['https://evil.com', 'https://app.example.com.evil.com', 'http://app.example.com', 'null'])(
    'T2: answers the origin %s with 403',
    async (origin) => {
      expect(await status('/realtime', { origin })).toBe(403)
    },
  )

  it('T2: serves the listed origin', async () => {
    const client = await openSocket(server.url, { origin: 'https://app.example.com' })
    client.say({ t: 'hello', v: 1, ...hello('ada') })
    expect(await client.next({ t: 'welcome' })).toMatchObject({ id: 'ada' })
  })

  it('T1: answers a token in the address with 401, another subprotocol with 426, another path with 404', async () => {
    expect(await status(`/realtime?token=${signToken({ sub: 'ada' })}`, {})).toBe(401)
    expect(await status('/realtime', { protocol: 'rollcall.v9' })).toBe(426)
    expect(await status('/elsewhere', {})).toBe(404)
  })

  it.each([
    ['bytes that are no HTTP', '\u0000\u0001\u0002\r\n\r\n'],
    [
      'an upgrade without a key',
      'GET /realtime HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
    ['a header without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`],
  ])('T24: survives %s', async (_, bytes) => {
    const socket = connectTcp(server.port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(bytes)
    socket.resume()
    await once(socket, 'close')
    expect(server.isAlive()).toBe(true)
  })
})
