/** Requirement TST-PRESENCE-003, and what surrounds it: connections that break without a goodbye. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, dev, type RawClient, type WireFrame } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { startProxy } from './tcpProxy.ts'

let server: ServerProcess
let hasty: ServerProcess
beforeAll(async () => {
  ;[server, hasty] = await Promise.all([startServer(['--dev']), startServer(['--dev', '--window', '200ms'])])
})
afterAll(() => Promise.all([server.stop(), hasty.stop()]))

const ROOM = 'doc'

/** Sees the room and follows; waits until both stand. */
async function watch(url: string, id: string, userId: string): Promise<RawClient> {
  const follower = await connect(url, dev(id))
  follower.say({ t: 'rollCall', r: ROOM, n: 1 }, { t: 'follow', ids: [userId], n: 2 })
  await follower.next({ t: 'ack', n: 2 })
  return follower
}

/** What says that somebody came or went. */
const comings = (client: RawClient, since: number): readonly WireFrame[] =>
  client
    .frames()
    .slice(since)
    .filter((frame) => ['o', 'x', 'u', 'sync', 'state', 'disconnect'].includes(String(frame['t'])))

describe('TST-PRESENCE-003: session resumption', () => {
  it('INV-37: who resumes hears nothing again of what had arrived: its pictures neither, a moment after they came', async () => {
    const ada = await connect(server.url, dev('ada-twice'))
    ada.say({ t: 'state', r: 'twice', c: 1, d: {} })
    const bob = await connect(server.url, dev('bob-twice'))
    bob.say({ t: 'rollCall', r: 'twice', n: 1 }, { t: 'follow', ids: ['ada-twice'], n: 2 })
    await bob.next({ t: 'ack', n: 2 })
    // The server has pinged behind its pictures; another word of ours follows the pong.
    await bob.settled()
    bob.socket.terminate()
    const again = await connect(server.url, { ...dev('bob-twice'), resume: bob.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true })
    await again.settled()
    expect(again.frames().map(({ t }) => t)).toEqual(['welcome'])
  })

  it('F1: a socket cut and back within the window sends nothing to followers or to the room', async () => {
    const proxy = await startProxy(server.port)
    const ada = await connect(proxy.url, dev('ada'))
    ada.say({ t: 'state', r: ROOM, c: 1, n: 1, d: { x: 1 } })
    await ada.next({ t: 'ack', n: 1 })
    const bob = await watch(server.url, 'bob', 'ada')
    const before = bob.frames().length
    proxy.cut()
    await ada.closed()

    const again = await connect(proxy.url, { ...dev('ada'), resume: ada.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true, sid: ada.sid, epoch: ada.welcome['epoch'] })
    await bob.settled()
    expect(comings(bob, before)).toEqual([])

    // The session goes on: its room stands, and its counter goes on where it was.
    again.say({ t: 'patch', r: ROOM, c: 2, n: 1, d: { x: 2 } })
    expect(await bob.next({ t: 'patch', sid: ada.sid })).toMatchObject({ d: { x: 2 } })
  })

  it('gets what it missed while it was away', async () => {
    const proxy = await startProxy(server.port)
    const watcher = await connect(proxy.url, dev('walter'))
    watcher.say({ t: 'rollCall', r: 'missed', n: 1 })
    await watcher.next({ t: 'ack', n: 1 })
    proxy.cut()
    await watcher.closed()
    const ada = await connect(server.url, dev('ada'))
    ada.say({ t: 'state', r: 'missed', c: 1, n: 1, d: { x: 1 } })
    await ada.next({ t: 'ack', n: 1 })
    const again = await connect(server.url, { ...dev('walter'), resume: watcher.welcome['resume'] })
    expect(again.welcome['resumed']).toBe(true)
    expect(await again.next({ t: 'state', sid: ada.sid })).toMatchObject({ d: { x: 1 } })
  })

  it('T7: the token works once, for its own user only, and nobody is told why it did not', async () => {
    const proxy = await startProxy(server.port)
    const ada = await connect(proxy.url, dev('anna'))
    proxy.cut()
    await ada.closed()
    const { resume } = ada.welcome
    const eve = await connect(server.url, { ...dev('eve'), resume })
    expect(eve.welcome).toMatchObject({ resumed: false, id: 'eve' })
    const again = await connect(server.url, { ...dev('anna'), resume })
    expect(again.welcome).toMatchObject({ resumed: true, sid: ada.sid })
    await again.settled()
    const replay = await connect(server.url, { ...dev('anna'), resume })
    expect(replay.welcome['resumed']).toBe(false)
    expect(replay.sid).not.toBe(ada.sid)
    expect(eve.frames().filter((frame) => frame['t'] === 'error')).toEqual([])
  })

  it('F6: a welcome that never arrived does not cost the session', async () => {
    const proxy = await startProxy(server.port)
    const ada = await connect(proxy.url, dev('alma'))
    proxy.cut()
    await ada.closed()
    const { resume } = ada.welcome
    const lost = await connect(proxy.url, { ...dev('alma'), resume })
    expect(lost.welcome['resumed']).toBe(true)
    // Not a frame was said after that welcome, as if it had been lost on the way.
    proxy.cut()
    await lost.closed()
    const again = await connect(server.url, { ...dev('alma'), resume })
    expect(again.welcome).toMatchObject({ resumed: true, sid: ada.sid })
  })

  it('F5: takes over from a socket that is still open, and closes that one', async () => {
    const ada = await connect(server.url, dev('agnes'))
    const again = await connect(server.url, { ...dev('agnes'), resume: ada.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true, sid: ada.sid })
    expect(await ada.closed()).toEqual({ code: 4503, reason: 'session_replaced' })
  })

  it('F2: not back within the window is exactly one x and one leave, with the time of the last sign of life', async () => {
    const proxy = await startProxy(hasty.port)
    const ada = await connect(proxy.url, dev('ada'))
    ada.say({ t: 'state', r: ROOM, c: 1, n: 1, d: {} })
    await ada.next({ t: 'ack', n: 1 })
    const bob = await watch(hasty.url, 'bob', 'ada')
    const before = bob.frames().length
    proxy.cut()
    const gone = await bob.next({ t: 'x', id: 'ada' })
    expect(await bob.next({ t: 'disconnect' })).toMatchObject({ sid: ada.sid, reason: 'timeout', ts: gone['ts'] })
    expect(gone['ts']).toBeLessThanOrEqual(Date.now() - 150)

    const again = await connect(hasty.url, { ...dev('ada'), resume: ada.welcome['resume'] })
    expect(again.welcome['resumed']).toBe(false)
    await bob.next({ t: 'o', id: 'ada' })
    await bob.settled()
    expect(comings(bob, before).map((frame) => frame['t'])).toEqual(['disconnect', 'x', 'o'])
  })
})
