/** Where the server's parts meet. */
import { LIMITS, PresenceError, type Clock } from '@rollcall/protocol'
import { createGateway } from './gateway/createGateway.ts'
import type { Gateway } from './gateway/gateway.ts'
import { createWebSocketGateway, type WebSocketGateway } from './gateway/webSocketGateway.ts'
import { attachDoor } from './http/attachDoor.ts'
import { createStrictServer, listenOn } from './http/listening.ts'
import type { PresenceHub } from './hub/hub.ts'
import { nodeHash } from './nodePorts.ts'
import type { PresenceServer, PresenceServerOptions, ServerPresence } from './presenceServer.ts'
import { createGround, type ServerGround } from './serverGround.ts'
import { createDoor } from './serverRoutes.ts'

const DEFAULT_DRAIN_MS = 2_000
/** Over so long clients of a closing server come back: all at once they would be a storm for whoever takes them (T17). */
const DEFAULT_SPREAD_MS = 5_000
const LOOPBACK: readonly (string | undefined)[] = ['127.0.0.1', '::1', 'localhost']

function createSocketGateway(options: PresenceServerOptions, ground: ServerGround): Gateway {
  const { following, limits, times } = options
  return createGateway({
    ...ground,
    ...ground.rules,
    hash: nodeHash,
    ...(ground.metrics === undefined ? {} : { meter: ground.metrics.meter }),
    ...(following === undefined ? {} : { following }),
    ...(limits === undefined ? {} : { limits }),
    ...(times === undefined ? {} : { times }),
  })
}

/** Presence that the server holds for somebody: one session a user and room. */
function enterAs(hub: PresenceHub, ...[user, room, presence]: Parameters<PresenceServer['enterAs']>): ServerPresence {
  const keep = (shown: typeof presence) =>
    hub.keep({
      userId: user.id,
      info: user.info ?? {},
      room,
      key: `server:${room}`,
      ...(shown === undefined ? {} : { presence: shown }),
    })
  return { ...keep(presence), update: (shown) => void keep(shown) }
}

/** Tells every client to come back later, and waits until they have gone or `drainMs` is over. */
function drain(
  gateway: Gateway,
  sockets: WebSocketGateway,
  { clock, drainMs, spreadMs }: { readonly clock: Clock; readonly drainMs: number; readonly spreadMs: number },
): Promise<void> {
  sockets.refuseNew()
  gateway.drain(spreadMs)
  return new Promise((resolve) => {
    const cancel = clock.setTimer(drainMs, resolve)
    void sockets.whenEmpty().then(() => {
      cancel()
      resolve()
    })
  })
}

/**
 * Makes a server. It serves nobody before `attach` or `listen`.
 * @throws PresenceError `unsupported` where nobody tells who its users are, or an origin is not exact
 */
export function createPresenceServer(options: PresenceServerOptions): PresenceServer {
  const ground = createGround(options)
  const { hub, clock, path } = ground
  const gateway = createSocketGateway(options, ground)
  ground.metrics?.watch({
    connections: gateway.connectionCount,
    queueBytes: gateway.pendingBytes,
    sessions: hub.sessionCount,
    tables: () => ({ ...hub.tableSizes() }),
  })
  const maxMessageBytes = options.limits?.clientMessageBytes ?? LIMITS.clientMessageBytes
  const sockets = createWebSocketGateway({ ...ground, gateway, path, maxMessageBytes })
  let closing: Promise<void> | undefined
  const door = createDoor(ground, () => closing === undefined)
  /** What `attach` and `listen` did, to be undone. */
  const undo = new Set<() => void>()

  const attach: PresenceServer['attach'] = (server, { only } = {}) => {
    const detachSockets = sockets.attach(server)
    const detachDoor = only === 'socket' ? undefined : attachDoor(server, door)
    const detach = (): void => {
      if (!undo.delete(detach)) return
      detachSockets()
      detachDoor?.()
    }
    undo.add(detach)
    return detach
  }
  const end = async (drainMs: number, spreadMs: number): Promise<void> => {
    await drain(gateway, sockets, { clock, drainMs, spreadMs })
    for (const undoOne of undo) undoOne()
    sockets.dispose()
    gateway.dispose()
    hub.dispose()
    ground.metrics?.dispose()
    // A backplane that was handed in is for whoever made it to end.
    if (options.backplane === undefined) ground.backplane.dispose()
  }

  return {
    attach,
    listen: async (where) => {
      if (options.mode === 'development' && !LOOPBACK.includes(where.host))
        throw new PresenceError('unsupported', 'unable to listen; development mode is for this machine only', {
          hint: 'listen on 127.0.0.1, or let users prove who they are',
        })
      const server = createStrictServer()
      attach(server)
      const listening = await listenOn(server, where)
      undo.add(() => {
        server.close()
        server.closeAllConnections()
      })
      return listening
    },
    middleware: (request, response, next) => {
      if (door.owns(request)) void door.serve(request, response)
      else next()
    },
    close: ({ drain: drainMs = DEFAULT_DRAIN_MS, spread = DEFAULT_SPREAD_MS } = {}) =>
      (closing ??= end(drainMs, spread)),
    room: (id) => ({ members: () => hub.members(id), count: () => hub.count(id) }),
    enterAs: (user, room, presence) => enterAs(hub, user, room, presence),
    kick: (sessionId) => hub.kick(sessionId),
    revokeUser: (userId) => hub.revokeUser(userId),
    recheckAccess: (userId) => gateway.recheckAccess(userId),
    connectionCount: () => gateway.connectionCount(),
  }
}
