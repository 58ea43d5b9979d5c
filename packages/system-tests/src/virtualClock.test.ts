/** Whole clients and the server itself in one process, on a virtual clock: times to the ms, and every frame counted. */
import { channel, createPresenceClient } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer, type LocalServerOptions } from '@rollcall/server/local'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

// For a machine that has other things to do; on a quiet one it takes two seconds.
vi.setConfig({ testTimeout: 40_000 })

type Wire = Readonly<Record<string, unknown>>

/** A connection spoken to in wire text, that answers pings and counts what it hears. */
interface Wired {
  say(...frames: readonly Wire[]): void
  /** What came since the last look. */
  heard(): readonly Wire[]
  /** Messages ever: several frames of one turn come in one. */
  messages(): number
}

function world(options: Omit<LocalServerOptions, 'clock' | 'random' | 'later'> = {}) {
  const clock = createTestClock()
  const server = createLocalServer({
    ...options,
    clock,
    random: createTestRandom(1),
    later: (deliver) => void clock.defer(deliver),
  })
  onTestFinished(() => server.dispose())
  const join = (id: string): Wired => {
    const line = server.open()
    let heard: Wire[] = []
    let messages = 0
    line.onText((text) => {
      messages += 1
      for (const frame of [JSON.parse(text) as Wire | Wire[]].flat()) {
        if (frame['t'] === 'ping') line.send('{"t":"pong"}')
        else heard.push(frame)
      }
    })
    const say = (...frames: readonly Wire[]): void => {
      line.send(JSON.stringify(frames.length === 1 ? frames[0] : frames))
      clock.runDeferred()
    }
    say({ t: 'hello', v: 1, user: { id } })
    return {
      say,
      messages: () => messages,
      heard: () => {
        clock.runDeferred()
        const frames = heard
        heard = []
        return frames
      },
    }
  }
  const createClient = (id: string, seed: number) => {
    const environment = createTestEnvironment({ clock, random: createTestRandom(seed) })
    const client = createPresenceClient({
      user: { id, info: { name: id } },
      transport: channel({ open: server.open }),
      environment,
    })
    onTestFinished(() => client.dispose())
    return { client, environment }
  }
  return { clock, server, join, createClient }
}

describe('away, end to end', () => {
  it('a follower sees u {s:"away"} after 300 s without input, and one u when the person is back', async () => {
    const { clock, join, createClient } = world()
    const bob = join('bob')
    bob.say({ t: 'follow', ids: ['alice'] })
    const { environment } = createClient('alice', 2)
    await clock.advanceAsync(10_000)
    environment.input()
    await clock.advanceAsync(0)
    bob.heard()
    await clock.advanceAsync(299_999)
    expect(bob.heard(), 'not a moment too early').toEqual([])
    await clock.advanceAsync(1)
    expect(bob.heard()).toEqual([{ t: 'u', id: 'alice', s: 'away' }])
    await clock.advanceAsync(600_000)
    expect(bob.heard(), 'said once').toEqual([])
    environment.input()
    await clock.advanceAsync(0)
    expect(bob.heard()).toEqual([{ t: 'u', id: 'alice', s: 'online' }])
  })

  it('another client that follows shows it', async () => {
    const { clock, createClient } = world()
    createClient('alice', 2)
    const { client } = createClient('bob', 3)
    const following = client.follow(['alice'])
    await clock.advanceAsync(1_000)
    expect(following.getCurrent().get('alice')).toMatchObject({ status: 'online' })
    await clock.advanceAsync(300_000)
    expect(following.getCurrent().get('alice')).toMatchObject({ status: 'away' })
    following.dispose()
  })
})

describe('the cost of a status', () => {
  it('of a person in 100 rooms: one frame a room and viewer, one u a follower, nothing for others', async () => {
    const { clock, join, createClient } = world({ limits: { roomsPerSession: 100, frameBurst: 1_000 } })
    const { client } = createClient('alice', 2)
    const rooms = Array.from({ length: 100 }, (_, index) => `room${index}`)
    for (const room of rooms) client.room(room, { initialPresence: {} })
    await clock.advanceAsync(5_000)
    const [all, some, follower, other] = [join('all'), join('some'), join('follower'), join('other')]
    all.say(...rooms.map((r) => ({ t: 'rollCall', r })))
    some.say(...rooms.slice(0, 10).map((r) => ({ t: 'rollCall', r })))
    follower.say({ t: 'follow', ids: ['alice'] })
    other.say({ t: 'state', r: 'room0', c: 1, d: {} })
    await clock.advanceAsync(100)
    const states = all.heard().filter(({ t, id }) => t === 'state' && id === 'alice')
    expect(states).toHaveLength(100)
    for (const party of [some, follower, other]) party.heard()
    const before = all.messages()

    void client.setStatus('busy')
    await clock.advanceAsync(0)
    const [atAll, atSome] = [all.heard(), some.heard()]
    expect(atAll).toHaveLength(100)
    expect(new Set(atAll.map(({ r }) => r))).toEqual(new Set(rooms))
    for (const frame of [...atAll, ...atSome])
      expect(frame).toEqual({
        t: 'patch',
        r: expect.any(String),
        sid: expect.any(String),
        c: expect.any(Number),
        s: 'busy',
        idle: expect.any(Number),
      })
    expect(all.messages() - before, 'one write').toBe(1)
    expect(atSome).toHaveLength(10)
    expect(follower.heard()).toEqual([{ t: 'u', id: 'alice', s: 'busy' }])
    expect(other.heard()).toEqual([])
    await clock.advanceAsync(5_000)
    expect([all, some, follower, other].flatMap((party) => party.heard())).toEqual([])
  })

  it.each([10, 1_000, 10_000])(
    'INV-36: one frame a follower connection and not a byte for others, with %i others connected',
    (count) => {
      const crowd = { connectionBurst: 20_000, unauthenticatedConnections: 20_000 }
      const { join } = world({ limits: crowd })
      const alice = join('alice')
      const others = Array.from({ length: count }, (_, index) => join(`other${index}`))
      const followers = ['bob', 'bob', 'cleo'].map(join)
      for (const follower of followers) follower.say({ t: 'follow', ids: ['alice'] })
      for (const party of [...followers, ...others]) party.heard()
      const before = others.map((other) => other.messages())
      alice.say({ t: 'statusUpdate', a: 'Coding' })
      expect(followers.map((follower) => follower.heard())).toEqual(
        followers.map(() => [{ t: 'u', id: 'alice', a: 'Coding' }]),
      )
      expect(others.map((other) => other.messages())).toEqual(before)
    },
  )
})
