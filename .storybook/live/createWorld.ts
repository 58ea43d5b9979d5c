/** A server of its own for each story, in this page, and clients of it: the real thing, with nothing faked but the wire. */
import { browserEnvironment, channel, createPresenceClient, type Info, type PresenceClient } from '@rollcall/core'
import { createTestEnvironment, type TestClock } from '@rollcall/core/testing'
import { createLocalServer, type LocalServer } from '@rollcall/server/local'
import { createLine, type Line, type NetworkCondition } from './createLine.ts'

export interface Visitor {
  readonly id: string
  readonly name: string
}

export interface World {
  readonly server: LocalServer
  /** Another tab of somebody. */
  enter(visitor: Visitor): PresenceClient<Info, Info>
  /** How good the way of somebody to the server is from now on; offline, their device knows. */
  setNetwork(userId: string, condition: NetworkCondition): void
  /** So many people beside those at the screens, each a client that is in the room and looks at nothing. */
  populate(roomId: string, count: number): void
}

interface Place {
  readonly line: Line
  readonly page: ReturnType<typeof createTestEnvironment>
}

const FIRST = ['Chidi', 'Dina', 'Emre', 'Fatima', 'Goran', 'Hanna', 'Ivo', 'Jun', 'Kofi', 'Layla']
const LAST = ['Abara', 'Berg', 'Costa', 'Dvořák', 'Eze', 'Fischer', 'García', 'Haddad', 'Ito', 'Jansen']

function nameOf(index: number): string {
  return `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`
}

/** With a `clock` nothing happens by itself, and a story is the same each time it runs. */
export function createWorld(clock?: TestClock): World {
  const { random, clock: real } = browserEnvironment()
  const time = clock ?? real
  const server = createLocalServer({ clock: time })
  const places = new Map<string, Place[]>()
  const crowd: PresenceClient<Info, Info>[] = []
  const enter = ({ id, name }: Visitor): PresenceClient<Info, Info> => {
    const line = createLine(() => server.open(), time)
    const page = createTestEnvironment({ clock: time, random })
    places.set(id, [...(places.get(id) ?? []), { line, page }])
    return createPresenceClient<Info, Info>({
      transport: channel({ open: line.open }),
      user: { id, info: { name } },
      environment: page,
    })
  }
  return {
    server,
    enter,
    setNetwork: (userId, condition) => {
      for (const { line, page } of places.get(userId) ?? []) {
        line.set(condition)
        if (condition === 'offline') page.goOffline()
        else if (!page.isOnline()) page.goOnline()
      }
    },
    populate: (roomId, count) => {
      for (const one of crowd.splice(count)) one.dispose()
      while (crowd.length < count) {
        const index = crowd.length
        const one = enter({ id: `crowd-${index}`, name: nameOf(index) })
        one.room(roomId, { subscribe: false })
        crowd.push(one)
      }
    },
  }
}
