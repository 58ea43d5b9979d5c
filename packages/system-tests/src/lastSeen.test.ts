/** How exactly people's last sign of life is shown: the same over the socket, over HTTP, and in the client. */
import { createPresenceClient, webSocket } from '@rollcall/core'
import { createPresenceServer, type LastSeenPrecision } from '@rollcall/server'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { connect, dev } from './rawClient.ts'

const HOUR = 3_600_000
/** Of hal everybody sees the hour, of hid nobody sees anything. */
const PRECISION: ReadonlyMap<string, LastSeenPrecision> = new Map([
  ['hal', 'hour'],
  ['hid', 'hidden'],
])

async function serve() {
  const server = createPresenceServer({
    mode: 'development',
    lastSeen: { precision: (_viewerId, userId) => PRECISION.get(userId) ?? 'exact' },
  })
  onTestFinished(() => server.close({ drain: 0 }))
  return server.listen({ port: 0, host: '127.0.0.1' })
}

it('is rounded, or left out, alike in x, sync and both HTTP routes', async () => {
  const { url } = await serve()
  const parties = await Promise.all(['exa', 'hal', 'hid'].map((id) => connect(url, dev(id))))
  const viewer = await connect(url, dev('viewer'))
  viewer.say({ t: 'follow', ids: ['exa', 'hal', 'hid'], n: 1 })
  await viewer.next({ t: 'ack', n: 1 })
  for (const party of parties) party.say({ t: 'state', r: 'room', c: 1, n: 1, d: {} })
  await Promise.all(parties.map((party) => party.next({ t: 'ack', n: 1 })))
  const get = async (path: string): Promise<Record<string, { id: string; lastSeenAt: number | null }[]>> =>
    (await fetch(url + path, { headers: { authorization: 'Bearer dev:viewer' } })).json()
  const here = await get('/realtime/channels/room/presence')
  expect(here['members']?.map(({ lastSeenAt }) => lastSeenAt === null || lastSeenAt % HOUR === 0)).toEqual([
    false,
    true,
    true,
  ])

  for (const party of parties) party.say({ t: 'bye', reason: 'leave' })
  const exact = await viewer.next({ t: 'x', id: 'exa' })
  expect(await viewer.next({ t: 'x', id: 'hal' })).toMatchObject({
    ts: Number(exact['ts']) - (Number(exact['ts']) % HOUR),
  })
  expect(
    await viewer.next({ t: 'sync', users: [{ id: 'hid', i: { name: 'hid' }, s: 'offline', a: '', p: '', l: '' }] }),
  ).toBeDefined()
  const gone = await get('/realtime/presence?users=exa,hal,hid')
  const { ts } = exact
  expect(gone['users']?.map(({ lastSeenAt }) => lastSeenAt)).toEqual([ts, Number(ts) - (Number(ts) % HOUR), null])
})

it('a client shows somebody hidden as gone, with their name and without a time', async () => {
  const { url } = await serve()
  const hid = await connect(url, { ...dev('hid'), a: 'Coding' })
  const client = createPresenceClient({
    user: { id: 'viewer', info: {} },
    transport: webSocket({ url: `${url}/realtime`, token: () => 'dev:viewer', WebSocket }),
  })
  onTestFinished(() => client.dispose())
  const following = client.follow(['hid'])
  onTestFinished(() => following.dispose())
  await expect.poll(() => client.user('hid').getCurrent()?.status).toBe('online')
  hid.say({ t: 'bye', reason: 'leave' })
  await expect.poll(() => client.user('hid').getCurrent()?.status).toBe('offline')
  expect(client.user('hid').getCurrent()).toMatchObject({ info: { name: 'hid' }, lastSeenAt: null })
})
