import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createPresenceServer } from './createPresenceServer.ts'
import type { PresenceServerOptions } from './presenceServer.ts'

const HOST = '127.0.0.1'

async function start(options: PresenceServerOptions = { mode: 'development' }) {
  const server = createPresenceServer(options)
  onTestFinished(() => server.close({ drain: 0 }))
  const { url, port } = await server.listen({ port: 0, host: HOST })
  return { server, url, port }
}

/** A client that has said hello, and keeps every frame it gets. */
async function connect(port: number, hello: object) {
  const socket = new WebSocket(`ws://${HOST}:${port}/realtime`, { headers: { cookie: 'a=1', 'x-tenant': 'seven' } })
  onTestFinished(() => socket.terminate())
  const frames: Record<string, unknown>[] = []
  const waiting: { type: string; resolve: (frame: Record<string, unknown>) => void }[] = []
  socket.on('message', (message) => {
    const text = Buffer.isBuffer(message) ? message.toString() : ''
    for (const frame of [JSON.parse(text)].flat()) {
      frames.push(frame)
      for (const { resolve } of waiting.filter(({ type }) => type === frame.t)) resolve(frame)
    }
  })
  const next = (type: string): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      const found = frames.find((frame) => frame['t'] === type)
      if (found === undefined) waiting.push({ type, resolve })
      else resolve(found)
    })
  await once(socket, 'open')
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  socket.send(JSON.stringify({ t: 'hello', v: 1, ...hello }))
  return { socket, next, closed, say: (frame: object) => socket.send(JSON.stringify(frame)) }
}

describe('createPresenceServer', () => {
  it('in production, needs somebody who tells who its users are', () => {
    expect(() => createPresenceServer({})).toThrow(expect.objectContaining({ code: 'unsupported' }))
  })

  it('in development mode, listens on this machine only', async () => {
    const server = createPresenceServer({ mode: 'development' })
    await expect(server.listen({ port: 0 })).rejects.toMatchObject({ code: 'unsupported' })
    await expect(server.listen({ port: 0, host: '0.0.0.0' })).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('rejects with Node’s own error where the port is taken', async () => {
    const { port } = await start()
    const other = createPresenceServer({ mode: 'development' })
    await expect(other.listen({ port, host: HOST })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('hands token and request to the callback, without cookies', async () => {
    const seen: unknown[] = []
    const { port } = await start({
      authenticate: (token, request) => {
        seen.push(token, request?.headers['x-tenant'], request?.headers['cookie'], request?.remoteAddress)
        return { id: 'ada', info: { name: 'Ada' } }
      },
    })
    const client = await connect(port, { token: 'abc' })
    expect(await client.next('welcome')).toMatchObject({ id: 'ada', i: { name: 'Ada' } })
    expect(seen).toEqual(['abc', 'seven', undefined, HOST])
  })

  it('T8: without a policy refuses everything, and names the three ways', async () => {
    const { port, url } = await start({ authenticate: () => ({ id: 'ada' }) })
    const client = await connect(port, { token: 'abc' })
    client.say({ t: 'rollCall', r: 'lobby', n: 1 })
    const { code, message } = await client.next('error')
    expect(code).toBe('forbidden')
    expect(message).toMatch(/rights.*authorizeRoom.*--open/)
    const told = await fetch(`${url}/realtime/channels/lobby/presence`, { headers: { authorization: 'Bearer abc' } })
    expect(told.status).toBe(403)
  })

  it('F32: HTTP asks the same callback, and says auth_unavailable where it fails', async () => {
    const { url } = await start({ open: true, authenticate: () => Promise.reject(new Error('no database')) })
    const told = await fetch(`${url}/realtime/channels/lobby/presence`, { headers: { authorization: 'Bearer abc' } })
    expect(told.status).toBe(503)
    expect(await told.json()).toMatchObject({ error: { code: 'auth_unavailable' } })
  })

  it('shows members, and enters a room on somebody’s behalf until it leaves', async () => {
    const { server, port } = await start()
    const client = await connect(port, { user: { id: 'ada' } })
    client.say({ t: 'rollCall', r: 'lobby', n: 1 })
    await client.next('synced')
    const bot = server.enterAs({ id: 'bot', info: { name: 'Bot' } }, 'lobby', { task: 'build' })
    expect(await client.next('state')).toMatchObject({ id: 'bot', i: { name: 'Bot' }, d: { task: 'build' } })
    bot.update({ task: 'test' })
    expect(server.room('lobby').members()).toMatchObject([
      { userId: 'bot', sessions: [{ presence: { task: 'test' } }] },
    ])
    expect(server.room('lobby').count()).toEqual({ members: 1, sessions: 1 })
    bot.leave()
    expect(await client.next('disconnect')).toMatchObject({ sid: bot.sessionId, reason: 'left' })
    expect(server.room('lobby').members()).toEqual([])
  })

  it('kicks a session, and revokes a user', async () => {
    const { server, port } = await start()
    const [ada, bob] = [await connect(port, { user: { id: 'ada' } }), await connect(port, { user: { id: 'bob' } })]
    await bob.next('welcome')
    server.kick(String((await ada.next('welcome'))['sid']))
    expect(await ada.closed).toEqual({ code: 4507, reason: 'token_revoked' })
    server.revokeUser('bob')
    expect(await bob.closed).toEqual({ code: 4507, reason: 'token_revoked' })
  })

  it('closing tells every client when to come back, is not ready meanwhile, and then ends', async () => {
    const { server, port, url } = await start()
    const client = await connect(port, { user: { id: 'ada' } })
    await client.next('welcome')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    // A client that does not answer the close keeps the server draining until its time is over.
    client.socket.pause()
    const closing = server.close({ drain: 300 })
    const ready = await fetch(`${url}/readyz`)
    expect(ready.status).toBe(503)
    client.socket.resume()
    expect(await client.closed).toEqual({ code: 4001, reason: expect.stringMatching(/^draining;retry=\d{1,4}$/) })
    await closing
    expect(server.connectionCount()).toBe(0)
    await expect(fetch(`${url}/healthz`)).rejects.toBeInstanceOf(TypeError)
    await server.close()
  })
})

describe('attach', () => {
  it('serves its own addresses on somebody else’s server, and gives them back', async () => {
    const http = createServer((_, response) => response.end('theirs'))
    http.listen(0, HOST)
    await once(http, 'listening')
    onTestFinished(() => {
      http.closeAllConnections()
      http.close()
    })
    // `listen` on a port gives an address with a port.
    const { port } = http.address() as AddressInfo
    const text = async (path: string) => (await fetch(`http://${HOST}:${port}${path}`)).text()
    const server = createPresenceServer({ mode: 'development', path: '/presence' })
    const detach = server.attach(http)
    expect(await text('/')).toBe('theirs')
    expect(await text('/healthz')).toBe('{"status":"ok"}')
    expect(await text('/presence/nothing')).toContain('not_found')
    detach()
    expect(await text('/healthz')).toBe('theirs')
    server.attach(http)
    await server.close()
    expect(await text('/healthz')).toBe('theirs')
  })
})
