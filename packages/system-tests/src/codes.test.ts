/**
 * Every code of the error catalogue that travels, produced by the server and read off a real socket or a real
 * HTTP answer. The table has one scene a code, by its type: a code without a scene does not compile.
 */
import { createPresenceServer, memory, PresenceError, type PresenceServerOptions } from '@rollcall/server'
import { ERROR_CATALOGUE, type WireErrorCode } from '@rollcall/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, dev, openSocket, type RawClient, type WireFrame } from './rawClient.ts'

/** What somebody outside can see of a code. */
interface Seen {
  /** `code` of `error` frames and of HTTP bodies, and the first word of a close reason. */
  readonly codes: readonly string[]
  readonly close?: number
  readonly http?: number
}

async function serve(options: PresenceServerOptions = {}) {
  const server = createPresenceServer({ mode: 'development', ...options })
  onTestFinished(() => server.close({ drain: 0 }))
  return { server, ...(await server.listen({ port: 0, host: '127.0.0.1' })) }
}

const codesOf = (frames: readonly WireFrame[]): readonly string[] =>
  frames.flatMap((frame) => (frame['t'] === 'error' ? [String(frame['code'])] : []))

/** Waits for the end of a connection. */
async function ending(client: RawClient): Promise<Seen> {
  const { code, reason } = await client.closed()
  const word = reason.split(';', 1)[0] ?? ''
  return { codes: [...codesOf(client.frames()), ...(word === '' ? [] : [word])], close: code }
}

/** Says frames after hello, and waits for the error frame. */
async function refusal(frames: readonly WireFrame[], options: PresenceServerOptions = {}): Promise<Seen> {
  const { url } = await serve(options)
  const client = await connect(url, dev('ada'))
  client.say(...frames)
  await client.next({ t: 'error' })
  return { codes: codesOf(client.frames()) }
}

/** A first message, and how the connection ends of it. */
async function turnedAway(hello: WireFrame, options: PresenceServerOptions = {}): Promise<Seen> {
  const { url } = await serve(options)
  const client = await openSocket(url)
  client.say(hello)
  return ending(client)
}

async function answered(path: string, init: RequestInit = {}, options: PresenceServerOptions = {}): Promise<Seen> {
  const { url } = await serve(options)
  const headers = { authorization: 'Bearer dev:ada', ...init.headers }
  const response = await fetch(url + path, { ...init, headers })
  // The shape of an HTTP error is checked here; what is missing shows as a wrong code.
  const { error } = (await response.json()) as { error?: { code?: string } }
  return { codes: [error?.code ?? ''], http: response.status }
}

/** Everything `ws` itself closes for: the code alone says it. */
async function closedByBytes(send: (client: RawClient) => void): Promise<Seen> {
  const { url } = await serve()
  const client = await connect(url, dev('ada'))
  send(client)
  const { code } = await client.closed()
  return { codes: [], close: code }
}

const hello = (id: string): WireFrame => ({ t: 'hello', v: 1, ...dev(id) })
const failing = (): never => {
  throw new Error('the database is away')
}

/** A reader who stops reading, while more than the bound is written to it. */
async function stall(): Promise<Seen> {
  const limits = { slowBytes: 65_536, outgoingBytes: 131_072, framesPerSecond: 1_000, frameBurst: 1_000 }
  const { server, url } = await serve({ limits, times: { drainMs: 300, drainCheckMs: 50 } })
  for (let index = 0; index < 400; index += 1)
    server.enterAs({ id: `bot${index}` }, 'crowd', { text: 'x'.repeat(4_000) })
  const client = await connect(url, dev('ada'))
  client.socket.pause()
  // 1.6 MB each: more than the buffers of the machine hold.
  for (let index = 0; index < 15; index += 1) client.say({ t: 'rollCall', r: 'crowd' })
  await expect.poll(() => server.connectionCount(), { timeout: 10_000 }).toBe(0)
  client.socket.resume()
  return ending(client)
}

const SCENES: { readonly [C in WireErrorCode]: () => Promise<Seen> } = {
  bad_frame: () => refusal([{ t: 'follow', ids: 7 }]),
  unsupported_data: () => closedByBytes(({ socket }) => socket.send(Buffer.from('{}'), { binary: true })),
  invalid_utf8: () => closedByBytes(({ socket }) => socket.send(Buffer.from([0xc3, 0x28]), { binary: false })),
  // A frame with a reserved bit set (RFC 6455, 5.2), past the library.
  protocol_error: () =>
    closedByBytes(({ socket }) => Reflect.get(socket, '_socket').write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]))),
  too_large: () => closedByBytes(({ socket }) => socket.send('x'.repeat(16_385))),
  too_many_fragments: () =>
    closedByBytes(({ socket }) => {
      for (let index = 0; index < 40; index += 1) socket.send('x', { fin: false })
    }),
  data_too_large: () => refusal([{ t: 'state', r: 'room', c: 1, d: { x: 'x'.repeat(5_000) } }]),
  unauthenticated: () => turnedAway({ t: 'hello', v: 1 }),
  token_expired: () =>
    turnedAway(
      { t: 'hello', v: 1, token: 'old' },
      {
        authenticate: () => {
          throw new PresenceError('token_expired', 'unable to authenticate; the token has ended')
        },
        mode: 'production',
      },
    ),
  token_revoked: async () => {
    const { server, url } = await serve()
    const client = await connect(url, dev('mallory'))
    server.revokeUser('mallory')
    return ending(client)
  },
  auth_timeout: async () => {
    const { url } = await serve({ times: { helloDeadlineMs: 50 } })
    return ending(await openSocket(url))
  },
  auth_unavailable: () => turnedAway({ t: 'hello', v: 1, token: 'any' }, { mode: 'production', authenticate: failing }),
  forbidden: () => refusal([{ t: 'rollCall', r: 'room' }], { open: false }),
  origin_not_allowed: () => answered('/realtime/presence?users=a', { headers: { origin: 'https://evil.example' } }),
  unsupported_version: () => turnedAway({ ...hello('ada'), v: 9 }),
  not_found: () => answered('/nothing'),
  method_not_allowed: () => answered('/realtime/presence', { method: 'PUT' }),
  invalid_room: () => refusal([{ t: 'rollCall', r: 'ä' }]),
  limit_exceeded: () => refusal([{ t: 'follow', ids: ['a', 'b', 'c'] }], { limits: { followsPerSession: 2 } }),
  connection_limit: () => turnedAway(hello('ada'), { limits: { connectionsPerUser: 0 } }),
  rate_limited: () =>
    refusal(
      Array.from({ length: 30 }, () => ({ t: 'follow', ids: ['a'] })),
      { limits: { followChangeBurst: 2 } },
    ),
  too_many_errors: async () => {
    const { url } = await serve()
    const client = await connect(url, dev('ada'))
    for (let index = 0; index < 10; index += 1) client.socket.send('{')
    return ending(client)
  },
  resume_invalid: async () => {
    const { url } = await serve()
    const { welcome } = await connect(url, { ...dev('ada'), resume: 'unknown' })
    // It is never said why: a fresh session is all the answer there is (T7).
    return { codes: welcome['resumed'] === false ? ['resume_invalid'] : [] }
  },
  session_replaced: async () => {
    const { url } = await serve()
    const first = await connect(url, dev('ada'))
    await connect(url, { ...dev('ada'), resume: first.welcome['resume'] })
    return ending(first)
  },
  heartbeat_timeout: async () => {
    const { url } = await serve({ times: { heartbeatMs: 50, timeoutMs: 50 } })
    const client = await openSocket(url)
    client.say(hello('deaf'))
    await client.next({ t: 'welcome' })
    client.socket.removeAllListeners('message')
    return ending(client)
  },
  slow_consumer: stall,
  state_lost: async () => {
    const { url } = await serve()
    const client = await connect(url, dev('ada'))
    // The page said that it was gone, and is not.
    const body = JSON.stringify({ resume: client.welcome['resume'] })
    await fetch(`${url}/realtime/bye`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } })
    return ending(client)
  },
  draining: async () => {
    const { server, url } = await serve()
    const client = await connect(url, dev('ada'))
    void server.close({ drain: 100 })
    return ending(client)
  },
  overloaded: () => turnedAway(hello('ada'), { limits: { unauthenticatedConnections: 0 } }),
  conflict: () => refusal([{ t: 'patch', r: 'room', c: 1, d: {} }]),
  internal: () => turnedAway(hello('ada'), { backplane: { ...memory(), recall: failing } }),
}

// `SCENES` has exactly these keys; `Object.entries` forgets it.
const scenes = Object.entries(SCENES) as readonly [WireErrorCode, (typeof SCENES)[WireErrorCode]][]

// What `ws` closes for by itself has a number and no words.
const shown = ({ codes, close, http }: Seen, code: WireErrorCode): object => ({
  code: codes.includes(code) || (codes.length === 0 && close !== undefined) ? code : codes,
  close: codes.length === 0 ? close : (close ?? ERROR_CATALOGUE[code].close),
  http: http ?? ERROR_CATALOGUE[code].http,
})

describe('every code of the catalogue, over the wire', () => {
  it.each(scenes)('%s', async (code, play) => {
    const { close, http } = ERROR_CATALOGUE[code]
    expect(shown(await play(), code)).toEqual({ code, close, http })
  })

  it('an overload is also said to frames that pile up behind a callback, with 4006', async () => {
    const { url } = await serve({ limits: { waitingFrames: 10 }, authorizeRoom: () => new Promise(() => {}) })
    const client = await connect(url, dev('ada'))
    client.say(...Array.from({ length: 20 }, () => ({ t: 'rollCall', r: 'room' })))
    expect(await ending(client)).toMatchObject({ close: 4006, codes: ['overloaded'] })
  })

  it('T23: a fault of ours on an open connection is an error with a number alone; the connection stays', async () => {
    let isBroken = false
    const store = memory()
    const backplane = { ...store, recall: (id: string) => (isBroken ? failing() : store.recall(id)) }
    const { url } = await serve({ backplane })
    const client = await connect(url, dev('ada'))
    isBroken = true
    client.say({ t: 'follow', ids: ['bob'], n: 1 })
    const told = await client.next({ t: 'error', n: 1 })
    expect(told).toMatchObject({ code: 'internal', details: { requestId: expect.any(String) } })
    expect(JSON.stringify(told)).not.toContain('database')
    isBroken = false
    await client.settled()
  })

  it('T5: kick and revokeUser end what is open, and destroy the resume tokens', async () => {
    const { server, url } = await serve()
    const [one, two] = [await connect(url, dev('mallory')), await connect(url, dev('mallory'))]
    server.kick(one.sid)
    expect(await ending(one)).toEqual({ codes: ['token_revoked'], close: 4507 })
    await two.settled()
    server.revokeUser('mallory')
    expect(await ending(two)).toEqual({ codes: ['token_revoked'], close: 4507 })
    for (const { welcome, sid } of [one, two]) {
      const again = await connect(url, { ...dev('mallory'), resume: welcome['resume'] })
      expect(again.welcome).toMatchObject({ resumed: false })
      expect(again.sid).not.toBe(sid)
    }
  })
})
