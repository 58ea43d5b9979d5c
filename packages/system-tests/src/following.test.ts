/** Requirements TST-PRESENCE-001, 002 and 004: people, wherever they are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, dev, type RawClient } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--dev'])
})
afterAll(() => server.stop())

async function follow(id: string, ...userIds: string[]): Promise<RawClient> {
  const follower = await connect(server.url, dev(id))
  follower.say({ t: 'follow', ids: userIds, n: 1 })
  await follower.next({ t: 'ack', n: 1 })
  return follower
}
/** Updates the status of somebody's own session, and waits until the server has taken it. */
let request = 100
async function update(client: RawClient, keys: object): Promise<void> {
  request += 1
  client.say({ t: 'statusUpdate', n: request, ...keys })
  await client.next({ t: 'ack', n: request })
}

describe('TST-PRESENCE-001: delta update delivery', () => {
  it('sends {"t":"u","id":"A","a":"Coding"} and nothing else when the activity of A changed', async () => {
    const a = await connect(server.url, dev('A'))
    const b = await follow('B', 'A')
    expect(await b.next({ t: 'sync' })).toMatchObject({ users: [{ id: 'A', s: 'online', a: '', p: '', l: '' }] })
    const before = b.frames().length
    await update(a, { a: 'Coding' })
    await b.settled()
    expect(b.frames().slice(before)).toEqual([{ t: 'u', id: 'A', a: 'Coding' }])
  })

  it('sends nothing when nothing changed (INV-33)', async () => {
    const a = await connect(server.url, dev('A1'))
    await update(a, { a: 'Coding' })
    const b = await follow('B1', 'A1')
    const before = b.frames().length
    await update(a, { a: 'Coding' })
    await b.settled()
    expect(b.frames().slice(before)).toEqual([])
  })
})

describe('TST-PRESENCE-002: non-follower isolation', () => {
  it('sends C, who does not follow A, no frame about A; not when A comes, changes or goes', async () => {
    const c = await follow('C', 'somebody-else')
    const b = await follow('B2', 'A2')
    const before = c.frames().length
    const a = await connect(server.url, dev('A2'))
    await b.next({ t: 'o', id: 'A2' })
    await update(a, { a: 'Coding', st: 'busy with tests' })
    await b.next({ t: 'u', id: 'A2' })
    a.say({ t: 'bye', reason: 'leave' })
    await b.next({ t: 'x', id: 'A2' })
    await c.settled()
    expect(c.frames().slice(before)).toEqual([])
  })

  it('stops with unfollow', async () => {
    const a = await connect(server.url, dev('A3'))
    const b = await follow('B3', 'A3')
    b.say({ t: 'unfollow', ids: ['A3'], n: 2 })
    await b.next({ t: 'ack', n: 2 })
    const before = b.frames().length
    await update(a, { a: 'Coding' })
    await b.settled()
    expect(b.frames().slice(before)).toEqual([])
  })
})

describe('TST-PRESENCE-004: multi-window aggregation', () => {
  it('shows the most active of two windows, as one person', async () => {
    const one = await connect(server.url, { ...dev('A4'), a: 'Idle', p: 'one' })
    const two = await connect(server.url, { ...dev('A4'), a: 'Coding', p: 'two' })
    const b = await follow('B4', 'A4')
    const sync = await b.next({ t: 'sync' })
    expect(sync['users']).toHaveLength(1)
    expect(sync).toMatchObject({ users: [{ id: 'A4', a: 'Coding', p: 'two' }] })

    // Closing the other one changes nothing that anybody sees.
    const before = b.frames().length
    one.say({ t: 'bye', reason: 'leave' })
    await one.closed()
    await b.settled()
    expect(b.frames().slice(before)).toEqual([])
    two.say({ t: 'bye', reason: 'leave' })
    expect(await b.next({ t: 'x', id: 'A4' })).toBeDefined()
  })

  it('takes all that is shown from the winner: a window that starts debugging brings its project along (INV-31)', async () => {
    const one = await connect(server.url, { ...dev('A5'), a: 'Coding', p: 'one' })
    const b = await follow('B5', 'A5')
    const two = await connect(server.url, { ...dev('A5'), a: 'Idle', p: 'two' })
    await update(two, { a: 'Debugging' })
    expect(await b.next({ t: 'u', id: 'A5' })).toEqual({ t: 'u', id: 'A5', a: 'Debugging', p: 'two' })
    await one.settled()
  })

  it('away is the person’s status only when all windows are', async () => {
    const one = await connect(server.url, dev('A6'))
    const two = await connect(server.url, dev('A6'))
    const b = await follow('B6', 'A6')
    const before = b.frames().length
    await update(one, { s: 'away', idle: 300_000 })
    await b.settled()
    expect(b.frames().slice(before)).toEqual([])
    await update(two, { s: 'away', idle: 300_000 })
    expect(await b.next({ t: 'u', id: 'A6' })).toEqual({ t: 'u', id: 'A6', s: 'away' })
  })
})

describe('invisible is offline (T9)', () => {
  it('followers get one x; rooms a leave; HTTP says offline; coming back is one o', async () => {
    const a = await connect(server.url, dev('A7'))
    a.say({ t: 'state', r: 'ghosts', c: 1, n: 1, d: {} })
    await a.next({ t: 'ack', n: 1 })
    const b = await follow('B7', 'A7')
    b.say({ t: 'rollCall', r: 'ghosts', n: 2 })
    await b.next({ t: 'ack', n: 2 })
    const before = b.frames().length
    await update(a, { s: 'invisible' })
    const gone = await b.next({ t: 'x', id: 'A7' })
    expect(await b.next({ t: 'disconnect', sid: a.sid })).toMatchObject({ reason: 'left' })
    await update(a, { a: 'Coding' })
    a.say({ t: 'typing', r: 'ghosts', c: 2, on: true })
    await a.settled()
    const told = await fetch(`${server.url}/realtime/presence?users=A7`, {
      headers: { authorization: 'Bearer dev:B7' },
    })
    expect(await told.json()).toMatchObject({ users: [{ id: 'A7', status: 'offline', lastSeenAt: gone['ts'] }] })
    await update(a, { s: 'online' })
    await b.settled()
    expect(b.frames().slice(before), 'an automatic status ends nothing').toHaveLength(2)
    await update(a, { s: null, pin: true })
    expect(await b.next({ t: 'o', id: 'A7' })).toMatchObject({ s: 'online', a: 'Coding' })
    await b.settled()
    const heard = b.frames().slice(before)
    expect(new Set(heard.map((frame) => frame['t']))).toEqual(new Set(['x', 'disconnect', 'o', 'state']))
    expect(heard).toHaveLength(4)
  })
})
