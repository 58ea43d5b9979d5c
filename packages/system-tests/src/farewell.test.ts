/** A page that is gone says so by beacon too: its socket may die with the last text in it (PROTOCOL.md, chapter 7). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, dev, type RawClient } from './rawClient.ts'
import { startServer, type ServerProcess } from './serverProcess.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--dev'])
})
afterAll(() => server.stop())

const say = (body: unknown, type = 'text/plain;charset=UTF-8') =>
  fetch(`${server.url}/realtime/bye`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': type } })

/** Bob sees Ada in a room of her own. */
async function adaAndBob(
  room: string,
): Promise<{ ada: RawClient & { welcome: Record<string, unknown> }; bob: RawClient }> {
  const ada = await connect(server.url, dev(`ada-${room}`))
  ada.say({ t: 'state', r: room, c: 1, n: 1, d: {} })
  await ada.next({ t: 'ack', n: 1 })
  const bob = await connect(server.url, dev('bob'))
  bob.say({ t: 'rollCall', r: room, n: 1 })
  await bob.next({ t: 'ack', n: 1 })
  return { ada, bob }
}

describe('POST /realtime/bye', () => {
  it('ends a session whose socket is gone without a goodbye after the unload grace, not after the hold', async () => {
    const { ada, bob } = await adaAndBob('cut')
    ada.socket.terminate()
    const { status } = await say({ resume: ada.welcome['resume'] })
    expect(status).toBe(204)
    expect(await bob.next({ t: 'disconnect' })).toMatchObject({ reason: 'closed', c: 2 })
  })

  it('answers the same to a token that nobody has, and ends nothing', async () => {
    const { ada, bob } = await adaAndBob('stays')
    expect((await say({ resume: 'stolen?' }, 'application/json')).status).toBe(204)
    await bob.settled()
    expect(bob.frames().filter(({ t }) => t === 'disconnect')).toEqual([])
    ada.say({ t: 'patch', r: 'stays', c: 2, n: 2, d: { x: 1 } })
    await ada.next({ t: 'ack', n: 2 })
  })

  it('ends nothing by the token of a page that has come back since', async () => {
    const { ada, bob } = await adaAndBob('back')
    ada.socket.terminate()
    const again = await connect(server.url, { ...dev('ada-back'), resume: ada.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true })
    await say({ resume: ada.welcome['resume'] })
    again.say({ t: 'patch', r: 'back', c: 2, n: 2, d: { x: 1 } })
    await again.next({ t: 'ack', n: 2 })
    expect(await bob.next({ t: 'patch' })).toMatchObject({ d: { x: 1 } })
  })

  it.each([
    [400, 'bad_frame', {}, 'text/plain'],
    [400, 'bad_frame', { resume: 7 }, 'application/json'],
    [415, 'unsupported_data', { resume: 'r' }, 'text/html'],
  ])('answers %i %s to a wrong call', async (status, code, body, type) => {
    const answer = await say(body, type)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ error: { code } })
  })
})
