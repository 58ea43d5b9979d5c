import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type InlineConfig, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { rollcall } from './vitePlugin.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rollcall-vite-'))
  await writeFile(join(root, 'index.html'), '<h1>the page</h1>')
})
afterAll(() => rm(root, { recursive: true }))

const config = (server: InlineConfig['server'] = {}): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [rollcall()],
  server: { host: '127.0.0.1', port: 0, watch: null, ...server },
})

async function start(): Promise<ViteDevServer> {
  const vite = await createServer(config())
  await vite.listen()
  onTestFinished(() => vite.close())
  return vite
}

function portOf({ httpServer }: ViteDevServer): number {
  const address = httpServer?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function hello(port: number): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/realtime`, 'rollcall.v1', {
    headers: { origin: 'http://localhost:5173' },
  })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  socket.send(JSON.stringify({ t: 'hello', v: 1, user: { id: 'ada', name: 'Ada' } }))
  const [text] = await once(socket, 'message')
  return String(text)
}

describe('rollcall(), the Vite plugin', () => {
  it('serves the socket and the routes on Vite’s port, before the page', async () => {
    const port = portOf(await start())
    expect(await hello(port)).toContain('"welcome"')
    const health = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect(await health.json()).toEqual({ status: 'ok' })
    const unknown = await fetch(`http://127.0.0.1:${port}/realtime/nothing`, { headers: { accept: 'text/html' } })
    expect(unknown.status).toBe(404)
    const page = await fetch(`http://127.0.0.1:${port}/presence`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('the page')
  })

  it('leaves hot reload its own socket', async () => {
    const port = portOf(await start())
    const hot = new WebSocket(`ws://127.0.0.1:${port}/`, 'vite-ping')
    onTestFinished(() => hot.terminate())
    await once(hot, 'open')
    expect(hot.protocol).toBe('vite-ping')
  })

  it('comes back with Vite after a restart, on the same port', async () => {
    const vite = await start()
    const port = portOf(vite)
    expect(await hello(port)).toContain('"welcome"')
    await vite.restart()
    const again = portOf(vite)
    expect(await hello(again)).toContain('"welcome"')
  })

  it('does nothing in middleware mode, where the port is somebody else’s', async () => {
    const vite = await createServer(config({ middlewareMode: true }))
    onTestFinished(() => vite.close())
    expect(vite.httpServer).toBeNull()
  })
})
