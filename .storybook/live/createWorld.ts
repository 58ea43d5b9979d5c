/** A server of its own for each story, in this page, and clients of it: the real thing, with nothing faked but the wire. */
import { browserEnvironment, channel, createPresenceClient, type Info, type PresenceClient } from '@rollcall/core'
import { createTestEnvironment, type TestClock } from '@rollcall/core/testing'
import { createLocalServer, type LocalServer } from '@rollcall/server/local'
import { type ClockMode, createStoryClock } from './createStoryClock.ts'
import { createLine, type Line, type NetworkCondition } from './createLine.ts'
import { crowdName } from './crowdName.ts'

export interface Visitor {
  readonly id: string
  readonly name: string
}

/** What the toolbar says about a world. The network is Ada’s; "server down" is everybody’s. */
export interface Weather {
  readonly clock: ClockMode
  readonly network: NetworkCondition | 'server down'
  readonly people: number
}

export interface World {
  readonly server: LocalServer
  /** Another tab of somebody. */
  enter(visitor: Visitor): PresenceClient<Info, Info>
  /** Somebody touches something: a tab of theirs that nobody touches is away after a while. */
  touch(userId: string): void
  /** How good the way of somebody to the server is from now on; offline, their device knows. */
  setNetwork(userId: string, condition: NetworkCondition): void
  /** So many people beside those at the screens, each a client that is in the room and looks at nothing. */
  populate(roomId: string, count: number): void
  /** Changes what differs from the weather of before, so that every screen of a story may call it. */
  follow(weather: Weather): void
}

interface Place {
  readonly line: Line
  readonly page: ReturnType<typeof createTestEnvironment>
}

/** The room of every story. */
export const ROOM_ID = 'story'

/** With a test clock nothing happens by itself, and a story is the same each time it runs. */
export function createWorld(clock?: TestClock): World {
  const { random, clock: outside } = browserEnvironment()
  const storyClock = clock === undefined ? createStoryClock(outside) : undefined
  const time = clock ?? storyClock ?? outside
  const server = createLocalServer({ clock: time })
  const places = new Map<string, Place[]>()
  const conditions = new Map<string, NetworkCondition>()
  const crowd: PresenceClient<Info, Info>[] = []
  let weather: Weather = { clock: 'live', network: 'good', people: 0 }

  const meet = ({ line, page }: Place, condition: NetworkCondition): void => {
    line.set(condition)
    if (condition === 'offline') page.goOffline()
    else if (!page.isOnline()) page.goOnline()
  }
  const enter = ({ id, name }: Visitor): PresenceClient<Info, Info> => {
    const line = createLine(() => server.open(), time)
    const page = createTestEnvironment({ clock: time, random })
    const place = { line, page }
    places.set(id, [...(places.get(id) ?? []), place])
    meet(place, conditions.get(id) ?? 'good')
    return createPresenceClient<Info, Info>({
      transport: channel({ open: line.open }),
      user: { id, info: { name } },
      environment: page,
    })
  }
  const setNetwork: World['setNetwork'] = (userId, condition) => {
    conditions.set(userId, condition)
    for (const place of places.get(userId) ?? []) meet(place, condition)
  }
  const populate: World['populate'] = (roomId, count) => {
    for (const one of crowd.splice(count)) one.dispose()
    while (crowd.length < count) {
      const index = crowd.length
      const one = enter({ id: `crowd-${index}`, name: crowdName(index) })
      one.room(roomId, { subscribe: false })
      crowd.push(one)
    }
  }
  const setServer = (network: Weather['network']): void => {
    if (network === 'server down') return server.goDown()
    server.comeUp()
    setNetwork('ada', network)
  }
  return {
    server,
    enter,
    setNetwork,
    populate,
    touch: (userId) => {
      for (const { page } of places.get(userId) ?? []) page.input()
    },
    follow: (next) => {
      const before = weather
      weather = next
      if (next.clock !== before.clock) {
        storyClock?.set(next.clock)
        // As a page that comes back: what is written of instants is read again.
        window.dispatchEvent(new Event('pageshow'))
      }
      if (next.network !== before.network) setServer(next.network)
      if (next.people !== before.people) populate(ROOM_ID, next.people)
    },
  }
}
