/** `GET /metrics`: what the server counts, read as Prometheus reads it, and who may. */
import { createPresenceServer, type PresenceServerOptions } from '@rollcall/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, dev } from './rawClient.ts'
import { runServer } from './serverProcess.ts'

async function serve(options: PresenceServerOptions = {}) {
  const server = createPresenceServer({ mode: 'development', ...options })
  onTestFinished(() => server.close({ drain: 0 }))
  const { url } = await server.listen({ port: 0, host: '127.0.0.1' })
  return { server, url }
}

/** Lines of the exposition format: name and labels → value. */
async function read(url: string): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ')
      return [line.slice(0, space), Number(line.slice(space + 1))]
    }),
  )
}

describe('GET /metrics', () => {
  it('T18: counts connections, sessions held, frames by type, fan-out and closes; tables are empty again afterwards', async () => {
    const { url } = await serve({ times: { resumeWindowMs: 300 } })
    const alice = await connect(url, dev('alice'))
    const followers = await Promise.all(['bob', 'cleo', 'dora'].map((id) => connect(url, dev(id))))
    for (const follower of followers) {
      follower.say({ t: 'follow', ids: ['alice'], n: 1 })
      await follower.next({ t: 'ack', n: 1 })
    }
    alice.say({ t: 'statusUpdate', a: 'Coding' }, { t: 'nonsense' })
    for (const follower of followers) await follower.next({ t: 'u' })
    alice.socket.terminate()
    await expect.poll(async () => (await read(url)).get('rollcall_sessions{state="held"}')).toBe(1)
    const numbers = await read(url)
    expect(Object.fromEntries(numbers)).toMatchObject({
      rollcall_connections: 3,
      rollcall_queue_bytes: 0,
      'rollcall_sessions{state="attached"}': 3,
      'rollcall_frames_received_total{type="hello"}': 4,
      'rollcall_frames_received_total{type="follow"}': 3,
      'rollcall_frames_received_total{type="malformed"}': 1,
      'rollcall_frames_sent_total{type="welcome"}': 4,
      'rollcall_frames_sent_total{type="changed"}': 3,
      'rollcall_connections_ended_total{reason="gone"}': 1,
      'rollcall_fan_out_connections_bucket{le="1"}': expect.any(Number),
    })
    // One change, one frame, three connections.
    const spread = (le: string): number => numbers.get(`rollcall_fan_out_connections_bucket{le="${le}"}`) ?? 0
    expect(spread('3') - spread('1')).toBe(1)
    expect(numbers.get('rollcall_memory_bytes{kind="rss"}')).toBeGreaterThan(1e6)
    expect(numbers.get('rollcall_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0)
    for (const follower of followers) follower.say({ t: 'bye', reason: 'leave' })
    await expect
      .poll(async () => [...(await read(url))].filter(([name]) => name.startsWith('rollcall_records')))
      .toSatisfy((records: [string, number][]) => records.length === 5 && records.every(([, size]) => size === 0))
  })

  it('counts bytes that a reader does not take', async () => {
    const { server, url } = await serve()
    for (let index = 0; index < 300; index += 1)
      server.enterAs({ id: `b${index}` }, 'crowd', { text: 'x'.repeat(4_000) })
    const reader = await connect(url, dev('reader'))
    reader.socket.pause()
    for (let index = 0; index < 8; index += 1) reader.say({ t: 'rollCall', r: 'crowd' })
    await expect.poll(async () => (await read(url)).get('rollcall_queue_bytes')).toBeGreaterThan(100_000)
  })

  it('is for this machine alone, and for nobody who comes by way of a proxy, unless it was opened', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const { url } = await serve()
    const refused = await fetch(`${url}/metrics`, { headers })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      error: { code: 'forbidden', message: expect.stringContaining('--metrics open') },
    })
    const open = await serve({ metrics: 'open' })
    expect((await fetch(`${open.url}/metrics`, { headers })).status).toBe(200)
    const off = await serve({ metrics: 'off' })
    expect((await fetch(`${off.url}/metrics`)).status).toBe(404)
  })

  it('the command refuses to guess who may read', async () => {
    const { code, output } = await runServer(['--dev', '--metrics', 'everybody'])
    expect(code).toBe(2)
    expect(output).toContain('--metrics is one of local, open, off')
  })
})
