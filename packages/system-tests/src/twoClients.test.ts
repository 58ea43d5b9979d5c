import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, dev } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--dev'])
})
afterAll(() => server.stop())

/** Enters a room of the test's own and sees it. */
async function enter(id: string, room: string, presence: object = {}) {
  const client = await connect(server.url, dev(id))
  client.say({ t: 'rollCall', r: room, n: 1 }, { t: 'state', r: room, c: 1, n: 2, d: presence })
  await client.next({ t: 'ack', n: 2 })
  return client
}

describe('two clients in a room, over the real server', () => {
  it('see each other: who was there before, and who comes', async () => {
    const ada = await enter('ada', 'see', { x: 1 })
    expect(await ada.next({ t: 'synced', r: 'see' })).toBeDefined()
    const bob = await enter('bob', 'see', { x: 2 })
    expect(await bob.next({ t: 'state', id: 'ada' })).toMatchObject({
      sid: ada.sid,
      i: { name: 'ada' },
      s: 'online',
      d: { x: 1 },
    })
    expect(await ada.next({ t: 'state', id: 'bob' })).toMatchObject({ sid: bob.sid, d: { x: 2 } })
  })

  it('hear changes as patches, never as leaving and entering', async () => {
    const [ada, bob] = [await enter('ada', 'patch', { x: 1, y: 1 }), await enter('bob', 'patch')]
    await bob.next({ t: 'state', id: 'ada' })
    ada.say({ t: 'patch', r: 'patch', c: 2, n: 3, d: { x: 2 }, rm: ['y'] })
    await ada.next({ t: 'ack', n: 3 })
    expect(await bob.next({ t: 'patch', sid: ada.sid })).toMatchObject({ d: { x: 2 }, rm: ['y'] })
    await bob.settled()
    expect(bob.frames().filter((frame) => frame['t'] === 'disconnect')).toEqual([])
    expect(bob.frames().filter((frame) => frame['t'] === 'state')).toHaveLength(1)
  })

  it('see typing appear and vanish; the typist does not', async () => {
    const [ada, bob] = [await enter('ada', 'typing'), await enter('bob', 'typing')]
    ada.say({ t: 'typing', r: 'typing', c: 2, in: 'title', on: true })
    expect(await bob.next({ t: 'typing', on: true })).toMatchObject({ sid: ada.sid, in: 'title' })
    ada.say({ t: 'typing', r: 'typing', c: 3, in: 'title', on: false })
    expect(await bob.next({ t: 'typing', on: false })).toMatchObject({ sid: ada.sid, in: 'title' })
    await ada.settled()
    expect(ada.frames().filter((frame) => frame['t'] === 'typing')).toEqual([])
  })

  it('see somebody gone who says goodbye, with the time at which they were last seen', async () => {
    const [ada, bob] = [await enter('ada', 'bye'), await enter('carol', 'bye')]
    await ada.next({ t: 'state', id: 'carol' })
    ada.say({ t: 'follow', ids: ['carol'], n: 3 })
    await ada.next({ t: 'ack', n: 3 })
    bob.say({ t: 'bye', reason: 'leave' })
    const gone = await ada.next({ t: 'disconnect', sid: bob.sid })
    expect(gone).toMatchObject({ reason: 'left', ts: expect.any(Number) })
    expect(await ada.next({ t: 'x', id: 'carol' })).toMatchObject({ ts: gone['ts'] })
  })

  it('see two tabs of one person as one member with two sessions; closing one changes that number alone', async () => {
    const [tab, other] = [await enter('ada', 'tabs', { tab: 1 }), await enter('ada', 'tabs', { tab: 2 })]
    const bob = await enter('bob', 'tabs')
    const sessions = [await bob.next({ t: 'state', sid: tab.sid }), await bob.next({ t: 'state', sid: other.sid })]
    expect(sessions.map((state) => state['id'])).toEqual(['ada', 'ada'])

    const count = async () =>
      (
        await fetch(`${server.url}/realtime/channels/tabs/presence?count=1`, {
          headers: { authorization: 'Bearer dev:bob' },
        })
      ).json()
    expect(await count()).toEqual({ members: 2, sessions: 3 })
    bob.say({ t: 'follow', ids: ['ada'], n: 3 })
    await bob.next({ t: 'ack', n: 3 })
    other.say({ t: 'bye', reason: 'leave' })
    expect(await bob.next({ t: 'disconnect' })).toMatchObject({ sid: other.sid, reason: 'left' })
    expect(await count()).toEqual({ members: 2, sessions: 2 })
    await bob.settled()
    expect(bob.frames().filter((frame) => frame['t'] === 'x')).toEqual([])
  })

  it('keep rooms apart', async () => {
    const [ada, bob] = [await enter('ada', 'here'), await enter('bob', 'there')]
    await bob.settled()
    await ada.settled()
    expect([...ada.frames(), ...bob.frames()].filter((frame) => frame['t'] === 'state')).toEqual([])
  })
})
