import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestTransportContext } from '../testing/testTransportContext.ts'
import { createTestWelcome } from '../testing/testServer.ts'
import { encodeServerFrame } from '@rollcall/protocol'
import type { TransportStatus } from './transport.ts'
import { webSocket, type WebSocketLike, type WebSocketOptions } from './webSocketTransport.ts'

/** A socket whose network is the test. */
class ScriptedSocket extends EventTarget implements WebSocketLike {
  static readonly made: ScriptedSocket[] = []
  readonly sent: string[] = []
  readonly closed: (number | undefined)[] = []
  bufferedAmount = 0
  readonly url: string
  readonly protocols: string[]

  constructor(url: string, protocols: string[]) {
    super()
    this.url = url
    this.protocols = protocols
    ScriptedSocket.made.push(this)
  }
  send(text: string): void {
    this.sent.push(text)
  }
  close(code?: number): void {
    this.closed.push(code)
  }
  // Events of this test carry what the listeners of the type ask for.
  override addEventListener(type: string, listener: unknown): void {
    super.addEventListener(type, listener as (event: Event) => void)
  }
  tell(type: string, more: Readonly<Record<string, unknown>> = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), more))
  }
}

function setUp(options: Partial<WebSocketOptions> = {}) {
  ScriptedSocket.made.length = 0
  const clock = createTestClock()
  const environment = createTestEnvironment({ clock })
  const context = createTestTransportContext(environment)
  const transport = webSocket({ url: 'wss://example.org/realtime', WebSocket: ScriptedSocket, ...options })(context)
  const statuses: TransportStatus[] = []
  transport.status$.subscribe((status) => statuses.push(status))
  const socket = (): ScriptedSocket => {
    const last = ScriptedSocket.made.at(-1)
    if (last === undefined) throw new Error('no socket was made')
    return last
  }
  return { clock, environment, transport, statuses, socket }
}

afterEach(() => vi.unstubAllGlobals())

describe('webSocket', () => {
  it('offers the subprotocol, says hello once open, and keeps the token out of the address (T1)', async () => {
    const { clock, socket, statuses } = setUp({ token: 'secret' })
    await clock.advanceAsync(0)
    expect(socket().url).toBe('wss://example.org/realtime')
    expect(socket().protocols).toEqual(['rollcall.v1'])
    expect(socket().sent).toEqual([])
    socket().tell('open')
    await clock.advanceAsync(0)
    expect(socket().sent).toEqual(['{"t":"hello","v":1,"token":"secret"}'])
    socket().tell('message', { data: new ArrayBuffer(1) })
    socket().tell('message', { data: encodeServerFrame(createTestWelcome()) })
    expect(statuses.at(-1)?.state).toBe('connected')
  })

  it('tries again when the socket does not open', async () => {
    const { clock, socket, statuses } = setUp()
    await clock.advanceAsync(0)
    socket().tell('error')
    socket().tell('close', { code: 1006, reason: '' })
    await clock.advanceAsync(500)
    expect(statuses.at(1)).toMatchObject({ state: 'connecting', reason: 'unreachable', attempt: 1 })
    expect(ScriptedSocket.made).toHaveLength(2)
  })

  it('closes with a code that browsers allow, and hears nothing of the old socket any more (INV-39)', async () => {
    const { clock, socket, transport, statuses } = setUp()
    await clock.advanceAsync(0)
    socket().tell('open')
    await clock.advanceAsync(0)
    socket().tell('message', { data: encodeServerFrame(createTestWelcome()) })
    transport.dispose()
    expect(socket().sent.at(-1)).toBe('{"t":"bye","reason":"leave"}')
    expect(socket().closed).toEqual([1000])
    const told = statuses.length
    socket().tell('message', { data: encodeServerFrame(createTestWelcome()) })
    socket().tell('close', { code: 1006, reason: '' })
    expect(statuses).toHaveLength(told)
  })

  it('says by beacon too that the page is gone, since a dying socket may keep its last text; of a cached page it says nothing', async () => {
    const beacons: (readonly [string, string])[] = []
    const { clock, environment, socket } = setUp({
      url: 'ws://example.org/realtime?v=1',
      beacon: (...beacon) => beacons.push(beacon),
    })
    await clock.advanceAsync(0)
    socket().tell('open')
    await clock.advanceAsync(0)
    socket().tell('message', { data: encodeServerFrame({ ...createTestWelcome(), resume: 'r-1' }) })
    environment.leavePage({ cached: true })
    environment.returnToPage()
    expect(beacons).toEqual([])
    environment.leavePage()
    expect(beacons).toEqual([['http://example.org/realtime/bye', '{"resume":"r-1"}']])
  })

  it.each([
    ['/realtime', 'ws://localhost:5173/realtime'],
    ['https://example.org/realtime?v=1#top', 'wss://example.org/realtime?v=1'],
    [new URL('ws://example.org/x'), 'ws://example.org/x'],
    [() => Promise.resolve('/later'), 'ws://localhost:5173/later'],
  ])('makes an address of %s', async (url, address) => {
    vi.stubGlobal('location', { href: 'http://localhost:5173/presence?user=ada' })
    const { clock, socket } = setUp({ url })
    await clock.advanceAsync(0)
    expect(socket().url).toBe(address)
  })

  it('fails for good, and says how to mend it, where the address or the platform cannot do', async () => {
    const relative = setUp({ url: '/realtime' })
    await relative.clock.advanceAsync(0)
    expect(relative.statuses.at(-1)).toMatchObject({ state: 'failed', error: { code: 'unsupported' } })
    expect(relative.statuses.at(-1)?.error?.hint).toContain('wss://')

    vi.stubGlobal('WebSocket', undefined)
    const context = createTestTransportContext(createTestEnvironment({ clock: relative.clock }))
    const statuses: TransportStatus[] = []
    webSocket({ url: 'wss://example.org' })(context).status$.subscribe((status) => statuses.push(status))
    await relative.clock.advanceAsync(0)
    expect(statuses.at(-1)).toMatchObject({ state: 'failed', error: { code: 'unsupported' } })
    expect(relative.clock.pending()).toBe(0)
  })
})
