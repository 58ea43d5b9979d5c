/** A server of its own for each story, in this page, and clients of it: the real thing, with nothing faked but the wire's length. */
import { channel, createPresenceClient, type Info, type PresenceClient } from '@rollcall/core'
import { createLocalServer, type LocalServer } from '@rollcall/server/local'

export interface Visitor {
  readonly id: string
  readonly name: string
}

export interface World {
  readonly server: LocalServer
  /** Another tab of somebody. */
  enter(visitor: Visitor): PresenceClient<Info, Info>
}

export function createWorld(): World {
  const server = createLocalServer()
  return {
    server,
    enter: ({ id, name }) =>
      createPresenceClient<Info, Info>({
        transport: channel({ open: () => server.open() }),
        user: { id, info: { name } },
      }),
  }
}
