/** What all connections of a gateway share. */
import type { Clock, Random } from '@rollcall/protocol'
import type { Authenticator } from '../auth/authenticator.ts'
import type { PresenceHub } from '../hub/hub.ts'
import { integerWall } from '../hub/integerWall.ts'
import { SERVER_LIMITS, SERVER_TIMES, type ServerLimits, type ServerTimes } from '../hub/serverLimits.ts'
import { silentLogger, type Logger } from '../log/logger.ts'
import { createAccessPolicy, type AccessPolicy } from './accessPolicy.ts'
import { silentMeter, type Meter } from '../metrics/meter.ts'
import type { GatewayOptions } from './gatewayOptions.ts'
import { createLastSeenPolicy, type LastSeenPolicy } from './lastSeenPolicy.ts'
import { createFlusher, type Flusher } from './outgoingQueue.ts'
import { createUserRegistry, type UserRegistry } from './userRegistry.ts'

export interface GatewayParts {
  readonly hub: PresenceHub
  readonly authenticator: Authenticator
  readonly following: GatewayOptions['following']
  readonly clock: Clock
  readonly random: Random
  readonly hash: (text: string) => string
  readonly logger: Logger
  readonly meter: Meter
  readonly limits: ServerLimits
  readonly times: ServerTimes
  readonly policy: AccessPolicy
  readonly lastSeen: LastSeenPolicy
  readonly flusher: Flusher
  readonly users: UserRegistry
}

export function createGatewayParts(options: GatewayOptions): GatewayParts {
  const limits = { ...SERVER_LIMITS, ...options.limits }
  const times = { ...SERVER_TIMES, ...options.times }
  const { hub, authenticator, following, random, hash, logger = silentLogger, meter = silentMeter } = options
  const clock = integerWall(options.clock)
  return {
    hub,
    authenticator,
    following,
    clock,
    random,
    hash,
    logger,
    meter,
    limits,
    times,
    policy: createAccessPolicy(options, { clock, times }),
    lastSeen: createLastSeenPolicy({
      rule: options.lastSeen,
      hub,
      report: (error) => logger.log('error', 'lastSeen failed', { message: String(error) }),
    }),
    flusher: createFlusher(clock, limits.serverMessageBytes),
    users: createUserRegistry(limits, () => clock.now()),
  }
}
