/** What options and defaults come to, before anything is served. */
import { createId, createRanking, PresenceError, type Clock, type Random } from '@rollcall/protocol'
import type { Authenticator } from './auth/authenticator.ts'
import { createCallbackAuthenticator } from './auth/callbackAuthenticator.ts'
import { createDevAuthenticator } from './auth/devAuthenticator.ts'
import { createOriginPolicy, type OriginPolicy } from './auth/originPolicy.ts'
import type { Backplane } from './backplane/backplane.ts'
import { memoryBackplane } from './backplane/memoryBackplane.ts'
import type { AccessRules } from './gateway/gatewayOptions.ts'
import { createPresenceHub } from './hub/createPresenceHub.ts'
import type { PresenceHub } from './hub/hub.ts'
import { SERVER_TIMES, type ServerTimes } from './hub/serverLimits.ts'
import { silentLogger, type Logger } from './log/logger.ts'
import { createServerMetrics, type ServerMetrics } from './metrics/serverMetrics.ts'
import { nodeClock, nodeRandom } from './nodePorts.ts'
import type { PresenceServerOptions } from './presenceServer.ts'

const DEFAULT_PATH = '/realtime'
const REQUEST_ID_BYTES = 9

/** What the parts share. */
export interface ServerGround {
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly backplane: Backplane
  readonly times: ServerTimes
  readonly path: string
  readonly rules: AccessRules
  readonly authenticator: Authenticator
  readonly allowsOrigin: OriginPolicy
  readonly newRequestId: () => string
  readonly hub: PresenceHub
  /** Absent where nothing is measured. */
  readonly metrics?: { readonly access: 'local' | 'open' } & ServerMetrics
}

function chooseAuthenticator({ mode, authenticate }: PresenceServerOptions): Authenticator {
  const given = typeof authenticate === 'function' ? createCallbackAuthenticator(authenticate) : authenticate
  if (mode === 'development') return createDevAuthenticator(given)
  if (given !== undefined) return given
  throw new PresenceError('unsupported', 'unable to make a server; nobody tells who its users are', {
    hint: 'give authenticate: jwt({ secret }), jwt({ jwks }) or a callback, or mode: "development"',
  })
}

type HubGround = Pick<ServerGround, 'clock' | 'random' | 'logger' | 'backplane'>

function createHub(options: PresenceServerOptions, ground: HubGround): PresenceHub {
  const { statuses = {}, activities, limits, times, hooks } = options
  const ranks = Object.entries(statuses).map(([id, rank]) => [id, typeof rank === 'number' ? rank : rank.rank])
  return createPresenceHub({
    ...ground,
    ranking: createRanking(Object.fromEntries(ranks), activities),
    report: (error) => ground.logger.log('error', 'hook failed', { message: String(error) }),
    ...(limits === undefined ? {} : { limits }),
    ...(times === undefined ? {} : { times }),
    ...(hooks === undefined ? {} : { hooks }),
  })
}

/** @throws PresenceError `unsupported` where nobody tells who the users are, or an origin is not exact */
export function createGround(options: PresenceServerOptions): ServerGround {
  const { clock = nodeClock, random = nodeRandom, logger = silentLogger } = options
  const { backplane = memoryBackplane(), path = DEFAULT_PATH, mode, metrics = 'local' } = options
  const { authorizeRoom, authorizeFollow, lastSeen, allowedOrigins, open = mode === 'development' } = options
  return {
    clock,
    random,
    logger,
    backplane,
    path,
    times: { ...SERVER_TIMES, ...options.times },
    rules: {
      open,
      ...(authorizeRoom === undefined ? {} : { authorizeRoom }),
      ...(authorizeFollow === undefined ? {} : { authorizeFollow }),
      ...(lastSeen === undefined ? {} : { lastSeen }),
    },
    authenticator: chooseAuthenticator(options),
    allowsOrigin: createOriginPolicy({
      ...(allowedOrigins === undefined ? {} : { allowedOrigins }),
      loopback: mode === 'development' ? 'allowed' : 'listed',
    }),
    newRequestId: () => createId(random, REQUEST_ID_BYTES),
    hub: createHub(options, { clock, random, logger, backplane }),
    ...(metrics === 'off' ? {} : { metrics: { access: metrics, ...createServerMetrics() } }),
  }
}
