/** The HTTP door of a server: its routes and their rules. */
import { createAccessPolicy, refusedRoom } from './gateway/accessPolicy.ts'
import { boundedCall } from './gateway/boundedCall.ts'
import { createLastSeenPolicy } from './gateway/lastSeenPolicy.ts'
import { byeRoute } from './http/byeRoute.ts'
import { healthRoutes } from './http/healthRoutes.ts'
import { createHttpDoor, type HttpDoor } from './http/httpDoor.ts'
import { metricsRoute } from './http/metricsRoute.ts'
import type { PresenceAccess } from './http/presenceAccess.ts'
import { presenceRoutes } from './http/presenceRoutes.ts'
import { presenceUpdateRoute } from './http/presenceUpdateRoute.ts'
import { createRequestRate } from './http/requestRate.ts'
import { nodeHash } from './nodePorts.ts'
import type { ServerGround } from './serverGround.ts'

/** Calls of one user (PROTOCOL.md, chapter 7). */
const REQUESTS = { perSecond: 50, burst: 100 }

/** The rules of the socket, for HTTP. */
function createAccess({ rules, clock, times, hub, logger }: ServerGround): PresenceAccess {
  const policy = createAccessPolicy(rules, { clock, times })
  const lastSeen = createLastSeenPolicy({
    rule: rules.lastSeen,
    hub,
    report: (error) => logger.log('error', 'lastSeen failed', { message: String(error) }),
  })
  return {
    lastSeen: (viewer, userId, at) => lastSeen.shown(viewer.userId, userId, at),
    requireRoom: async (viewer, room, action) => {
      if (!(await policy.mayOpen(viewer, room, action))) throw refusedRoom(policy, room, action)
    },
    allowedPeople: async (viewer, userIds) => policy.followable(viewer, userIds),
  }
}

/** The HTTP routes over the hub, under the same rules as the socket. */
export function createDoor(ground: ServerGround, isReady: () => boolean): HttpDoor {
  const { authenticator, clock, times, metrics } = ground
  const options = { ...ground, access: createAccess(ground) }
  return createHttpDoor({
    ...ground,
    authenticator: {
      authenticate: (credentials) =>
        boundedCall(() => authenticator.authenticate(credentials), {
          clock,
          timeoutMs: times.callbackMs,
          operation: 'authenticate',
        }),
    },
    rate: createRequestRate({ clock, ...REQUESTS }),
    routes: [
      ...healthRoutes({ isReady }),
      ...presenceRoutes(options),
      presenceUpdateRoute(options),
      byeRoute({ ...ground, hash: nodeHash }),
      ...(metrics === undefined ? [] : [metricsRoute(metrics)]),
    ],
  })
}
