/** Limits of the server, made small by a limits file: the codes that only show at a limit (T3, T5, T13, T14, T16). */
import type { ServerLimits, ServerTimes } from '@rollcall/server'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, openSocket, type RawClient } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { ALL_RIGHTS, nowSeconds, SECRET, signToken } from './signToken.ts'

const LIMITS: { readonly limits: Partial<ServerLimits>; readonly times: Partial<ServerTimes> } = {
  limits: { connectionsPerUser: 2, roomsPerSession: 2, followsPerSession: 3, rateViolations: 20 },
  times: { helloDeadlineMs: 1_000, heartbeatMs: 700, timeoutMs: 800, tokenWarningMs: 3_000_000, tokenGraceMs: 0 },
}

let folder: string
let server: ServerProcess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
  writeFileSync(join(folder, 'limits.json'), JSON.stringify(LIMITS))
  server = await startServer(['--secret', SECRET, '--limits', join(folder, 'limits.json'), '--log-level', 'silent'])
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const hello = (sub: string, claims: object = {}) => ({ token: signToken({ sub, rights: ALL_RIGHTS, ...claims }) })
const errors = (client: RawClient) => client.frames().filter((frame) => frame['t'] === 'error')

describe('limits, over the wire', () => {
  it('T3: closes a socket that says no hello with 4010 auth_timeout', async () => {
    const client = await openSocket(server.url)
    expect(await client.closed()).toEqual({ code: 4010, reason: 'auth_timeout' })
  })

  it('T13: refuses one connection too many of a user with 4505, and leaves the older ones alone', async () => {
    const [one, two] = [await connect(server.url, hello('many')), await connect(server.url, hello('many'))]
    const third = await openSocket(server.url)
    third.say({ t: 'hello', v: 1, ...hello('many') })
    expect(await third.closed()).toEqual({ code: 4505, reason: 'connection_limit' })
    await Promise.all([one.settled(), two.settled()])
  })

  it('T14: one room too many, one follow too many: limit_exceeded, and nothing has changed', async () => {
    const client = await connect(server.url, hello('greedy'))
    for (const [index, room] of ['a', 'b', 'c'].entries())
      client.say({ t: 'state', r: room, c: 1, n: index + 1, d: {} })
    expect(await client.next({ t: 'error', n: 3 })).toMatchObject({ code: 'limit_exceeded' })
    client.say({ t: 'follow', ids: ['u1', 'u2', 'u3', 'u4'], n: 4 }, { t: 'follow', ids: ['u1', 'u2', 'u3'], n: 5 })
    expect(await client.next({ t: 'error', n: 4 })).toMatchObject({ code: 'limit_exceeded' })
    expect(await client.next({ t: 'ack', n: 5 })).toBeDefined()
  })

  it('T13: says rate_limited with the time to wait, and closes with 4005 who goes on regardless', async () => {
    const client = await connect(server.url, hello('hasty'))
    const frames = Array.from({ length: 200 }, (_, index) => ({ t: 'follow', ids: ['u1'], n: index + 1 }))
    client.say(...frames)
    expect(await client.closed()).toMatchObject({ code: 4005, reason: expect.stringMatching(/^rate_limited/) })
    const refused = errors(client).filter((frame) => frame['code'] === 'rate_limited')
    expect(refused[0]).toMatchObject({ retryAfterMs: expect.any(Number) })
    expect(refused.length, 'one a second, not one a frame').toBeLessThan(20)
  })

  it('T16: closes with 4002 who does not answer a ping, and holds the session', async () => {
    const client = await openSocket(server.url)
    client.say({ t: 'hello', v: 1, ...hello('deaf') })
    const { sid, resume } = await client.next({ t: 'welcome' })
    // From here on nobody answers pings.
    client.socket.removeAllListeners('message')
    expect(await client.closed()).toEqual({ code: 4002, reason: 'heartbeat_timeout' })
    const again = await connect(server.url, { ...hello('deaf'), resume })
    expect(again.welcome).toMatchObject({ resumed: true, sid })
  })

  it('T5: warns before a token ends, takes a fresh one, and closes with 4004 without one; the session is held', async () => {
    const soon = nowSeconds() + 2
    const [fresh, late] = [
      await connect(server.url, hello('fresh', { exp: soon })),
      await connect(server.url, hello('late', { exp: soon })),
    ]
    expect(await late.next({ t: 'warn' })).toMatchObject({ code: 'token_expiring' })
    fresh.say({ t: 'auth', n: 1, ...hello('fresh', { name: 'Fresh' }) })
    await fresh.next({ t: 'ack', n: 1 })
    expect(await late.closed()).toEqual({ code: 4004, reason: 'token_expired' })
    await fresh.settled()
    const again = await connect(server.url, { ...hello('late'), resume: late.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true, sid: late.sid })
  })
})
