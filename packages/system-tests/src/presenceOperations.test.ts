/** The presence operations of a realtime client: enter, update, leave, subscribe, get, and sync after a recovery. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, dev, type RawClient, type WireFrame } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { startProxy } from './tcpProxy.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--dev'])
})
afterAll(() => server.stop())

const ROOM = 'presence-test'

/** "get": asks for everybody in the room and waits until the picture is whole. */
async function get(client: RawClient, request: number, room = ROOM): Promise<readonly WireFrame[]> {
  const before = client.frames().length
  client.say({ t: 'rollCall', r: room, n: request })
  await client.next({ t: 'ack', n: request })
  const answer = client.frames().slice(before)
  expect(answer.at(-2)).toMatchObject({ t: 'synced', r: room })
  return answer.filter((frame) => frame['t'] === 'state')
}

describe('presence operations', () => {
  it('enter, get, update and leave, as another client sees them', async () => {
    const [one, two] = [await connect(server.url, dev('one')), await connect(server.url, dev('two'))]

    one.say({ t: 'state', r: ROOM, c: 1, n: 1, d: { status: 'online' } })
    await one.next({ t: 'ack', n: 1 })
    expect(await get(two, 1)).toMatchObject([{ id: 'one', sid: one.sid, d: { status: 'online' } }])

    one.say({ t: 'patch', r: ROOM, c: 2, n: 2, d: { status: 'away' } })
    await one.next({ t: 'ack', n: 2 })
    expect(await two.next({ t: 'patch' })).toMatchObject({ sid: one.sid, d: { status: 'away' } })

    one.say({ t: 'disconnect', r: ROOM, c: 3, n: 3, d: { said: 'bye' } })
    await one.next({ t: 'ack', n: 3 })
    expect(await two.next({ t: 'disconnect' })).toMatchObject({ sid: one.sid, reason: 'left', d: { said: 'bye' } })
    expect(await get(two, 2)).toEqual([])
  })

  it('entering again with the same data is acknowledged and tells nobody', async () => {
    const [one, two] = [await connect(server.url, dev('one')), await connect(server.url, dev('two'))]
    one.say({ t: 'state', r: 'again', c: 1, n: 1, d: { x: 1 } })
    await one.next({ t: 'ack', n: 1 })
    expect(await get(two, 1, 'again')).toHaveLength(1)
    const before = two.frames().length
    one.say({ t: 'state', r: 'again', c: 2, n: 2, d: { x: 1 } })
    await one.next({ t: 'ack', n: 2 })
    await two.settled()
    expect(two.frames().slice(before)).toEqual([])
  })

  it('T27: a frame with an old counter is acknowledged and changes nothing', async () => {
    const [one, two] = [await connect(server.url, dev('one')), await connect(server.url, dev('two'))]
    one.say({ t: 'state', r: 'stale', c: 5, n: 1, d: { x: 5 } }, { t: 'patch', r: 'stale', c: 4, n: 2, d: { x: 4 } })
    await one.next({ t: 'ack', n: 2 })
    expect(await get(two, 1, 'stale')).toMatchObject([{ d: { x: 5 } }])
  })

  it('one may be in a room without seeing it, and see it without being in it', async () => {
    const [one, two] = [await connect(server.url, dev('one')), await connect(server.url, dev('two'))]
    expect(await get(two, 1, 'apart')).toEqual([])
    one.say({ t: 'state', r: 'apart', c: 1, n: 1, d: {} })
    await one.next({ t: 'ack', n: 1 })
    expect(await two.next({ t: 'state' })).toMatchObject({ sid: one.sid })
    two.say({ t: 'dismiss', r: 'apart', n: 2 })
    await two.next({ t: 'ack', n: 2 })
    const before = two.frames().length
    one.say({ t: 'patch', r: 'apart', c: 2, n: 2, d: { x: 1 } })
    await one.next({ t: 'ack', n: 2 })
    await two.settled()
    expect(two.frames().slice(before)).toEqual([])
    expect(one.frames().filter((frame) => frame['t'] === 'state')).toEqual([])
  })

  it('after a recovery, a client hears what changed and who left meanwhile', async () => {
    const proxy = await startProxy(server.port)
    const [one, three] = [await connect(server.url, dev('one')), await connect(server.url, dev('three'))]
    for (const client of [one, three]) {
      client.say({ t: 'state', r: 'recover', c: 1, n: 1, d: { x: 1 } })
      await client.next({ t: 'ack', n: 1 })
    }
    const two = await connect(proxy.url, dev('two'))
    expect(await get(two, 1, 'recover')).toHaveLength(2)
    proxy.cut()
    await two.closed()
    one.say({ t: 'patch', r: 'recover', c: 2, n: 2, d: { x: 2 } })
    three.say({ t: 'disconnect', r: 'recover', c: 2, n: 2 })
    await Promise.all([one.next({ t: 'ack', n: 2 }), three.next({ t: 'ack', n: 2 })])

    const again = await connect(proxy.url, { ...dev('two'), resume: two.welcome['resume'] })
    expect(again.welcome['resumed']).toBe(true)
    await again.settled()
    const heard = again.frames().filter((frame) => frame['r'] === 'recover')
    expect(heard.find((frame) => frame['sid'] === one.sid)).toMatchObject({ d: { x: 2 } })
    const isGone =
      heard.some((frame) => frame['t'] === 'disconnect' && frame['sid'] === three.sid) ||
      (heard.some((frame) => frame['t'] === 'synced') && !heard.some((frame) => frame['sid'] === three.sid))
    expect(isGone).toBe(true)
    expect((await get(again, 9, 'recover')).map((state) => state['sid'])).toEqual([one.sid])
  })

  it('holds a hundred members, and a newcomer gets them all at once', async () => {
    const members = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const member = await connect(server.url, dev(`member-${index}`))
        member.say({ t: 'state', r: 'crowd', c: 1, n: 1, d: { index } })
        await member.next({ t: 'ack', n: 1 })
        return member
      }),
    )
    const newcomer = await connect(server.url, dev('newcomer'))
    const states = await get(newcomer, 1, 'crowd')
    expect(new Set(states.map((state) => state['sid']))).toEqual(new Set(members.map(({ sid }) => sid)))
    expect(states).toHaveLength(100)
  })
})
