/** The client of @rollcall/core against the real server: what an application sees, on the whole path but the browser. */
import { createPresenceClient, webSocket, type PresenceClient, type StateSource } from '@rollcall/core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type ServerProcess } from './serverProcess.ts'
import { ALL_RIGHTS, SECRET, signToken } from './signToken.ts'
import { startProxy } from './tcpProxy.ts'
import { within } from './within.ts'

interface Cursor extends Readonly<Record<string, unknown>> {
  readonly x?: number
}
interface Shown extends Readonly<Record<string, unknown>> {
  readonly name?: string
}

let server: ServerProcess
beforeAll(async () => {
  server = await startServer(['--secret', SECRET, '--log-level', 'silent'])
})
afterAll(() => server.stop())

function createClient(sub: string, url: string = server.url): PresenceClient<Cursor, Shown> {
  const client = createPresenceClient<Cursor, Shown>({
    transport: webSocket({
      url: `${url}/realtime`,
      token: () => signToken({ sub, name: sub, rights: ALL_RIGHTS }),
      WebSocket,
    }),
  })
  onTestFinished(() => client.dispose())
  return client
}

/** Waits until what a source says is as wanted. */
function until<T>(what: string, source: StateSource<T>, isWanted: (value: T) => boolean): Promise<T> {
  const found = new Promise<T>((resolve) => {
    const look = (): void => {
      const value = source.getCurrent()
      if (!isWanted(value)) return
      queueMicrotask(() => unsubscribe())
      resolve(value)
    }
    const unsubscribe = source.subscribe(look)
    look()
  })
  return within(what, found)
}

describe('core clients over the real server', () => {
  it('see each other, their changes, and each other gone with a time', async () => {
    const [ada, bob] = [createClient('ada'), createClient('bob')]
    const [adas, bobs] = [ada.room('both', { initialPresence: { x: 1 } }), bob.room('both')]
    const [other] = await until('ada at bob', bobs.others, (others) => others.length === 1)
    expect(other).toMatchObject({ userId: 'ada', info: { name: 'ada' }, status: 'online', presence: { x: 1 } })

    await adas.update({ x: 2 })
    await until('the change at bob', bobs.others, ([member]) => member?.presence.x === 2)
    await adas.leave()
    await until('nobody at bob', bobs.others, (others) => others.length === 0)
    const [gone] = await until('ada among the departed', bobs.departed, (departed) => departed.length === 1)
    expect(gone).toMatchObject({ userId: 'ada', lastSeenAt: expect.any(Number) })
  })

  it('see who comes back to a room that a page gave back, as a walk through documents does, however much was said in it', async () => {
    const [gil, hal] = [createClient('gil'), createClient('hal')]
    const hals = hal.room('walk', { visible: false })
    for (const x of [1, 2, 3]) {
      const gils = gil.room('walk', { initialPresence: { x: 0 } })
      await gils.update({ x })
      await until(`gil at hal, visit ${x}`, hals.others, ([member]) => member?.presence.x === x)
      gils.dispose()
      await until('nobody at hal', hals.others, (others) => others.length === 0)
    }
    expect(hals.departed.getCurrent()).toMatchObject([{ userId: 'gil' }])
  })

  it('see typing appear and vanish', async () => {
    const [ada, bob] = [createClient('ada'), createClient('bob')]
    const [adas, bobs] = [ada.room('typing'), bob.room('typing')]
    await until('ada at bob', bobs.others, (others) => others.length === 1)
    adas.typing.keystroke('title')
    const typers = bobs.typing.typers('title')
    const [typist] = await until('ada typing', typers, (members) => members.length === 1)
    expect(typist?.userId).toBe('ada')
    expect(adas.typing.typers('title').getCurrent(), 'oneself is left out').toEqual([])
    adas.typing.stop('title')
    await until('nobody typing', typers, (members) => members.length === 0)
  })

  it('two clients of one user are one member with two sessions; closing one changes that number alone', async () => {
    const [one, two, bob] = [createClient('ada'), createClient('ada'), createClient('bob')]
    one.room('tabs')
    two.room('tabs')
    const bobs = bob.room('tabs')
    const happened: string[] = []
    const [member] = await until('two sessions', bobs.others, ([found]) => found?.sessions.length === 2)
    expect(member?.userId).toBe('ada')
    const events = bobs.events.subscribe(({ type }) => happened.push(type))
    onTestFinished(() => events.unsubscribe())
    two.dispose()
    await until('one session', bobs.others, ([found]) => found?.sessions.length === 1)
    expect(happened).not.toContain('leave')
    expect(happened).not.toContain('enter')
  })

  it('a cut socket that is back within the window is no leave and no enter at the other', async () => {
    const proxy = await startProxy(server.port)
    const [ada, bob] = [createClient('ada', proxy.url), createClient('bob')]
    const [adas, bobs] = [ada.room('cut', { initialPresence: { x: 1 } }), bob.room('cut')]
    await until('ada at bob', bobs.others, (others) => others.length === 1)
    const happened: string[] = []
    const events = bobs.events.subscribe(({ type }) => happened.push(type))
    onTestFinished(() => events.unsubscribe())

    proxy.cut()
    await until('ada to notice', ada.connection, ({ state }) => state === 'reconnecting')
    ada.retry()
    await until('ada to be back', ada.connection, ({ state }) => state === 'connected')
    await adas.update({ x: 2 })
    await until('the change at bob', bobs.others, ([member]) => member?.presence.x === 2)
    expect(happened.filter((type) => type !== 'update')).toEqual([])
  })

  it('follow somebody wherever they are: status, activity, invisible, and back', async () => {
    const [ada, bob] = [createClient('fay'), createClient('bob')]
    const fay = bob.user('fay')
    const following = bob.follow(['fay'])
    onTestFinished(() => following.dispose())
    await until('fay online', fay, (person) => person?.status === 'online')
    void ada.setActivity({ activity: 'Coding' })
    await until('fay coding', fay, (person) => person?.activity === 'Coding')
    void ada.setStatus('invisible')
    const hidden = await until('fay gone', fay, (person) => person?.status === 'offline')
    expect(hidden?.lastSeenAt).toEqual(expect.any(Number))
    await until('fay’s own true status', ada.self, ({ status }) => status === 'invisible')
    void ada.setStatus('auto')
    await until('fay back', fay, (person) => person?.status === 'online')
  })

  it('a refused token is a connection that has failed, with the reason, and no storm of attempts', async () => {
    const client = createPresenceClient({
      transport: webSocket({ url: `${server.url}/realtime`, token: 'nonsense', WebSocket }),
    })
    onTestFinished(() => client.dispose())
    const { reason, error } = await until('a failure', client.connection, ({ state }) => state === 'failed')
    expect([reason, error?.code]).toContain('unauthenticated')
  })
})
