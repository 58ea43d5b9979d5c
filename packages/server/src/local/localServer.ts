/**
 * The server itself over in-process channels: the same hub, gateway and frames, in a page too. Stories and tests
 * talk to it through the client's `channel({ open: local.open })` transport, so no fake can drift from the real one.
 */
import {
  CLOSE_CODES,
  createChannelPair,
  type Clock,
  type DeliverLater,
  type FrameChannel,
  type Random,
} from '@rollcall/protocol'
import type { Authenticator } from '../auth/authenticator.ts'
import { createDevAuthenticator } from '../auth/devAuthenticator.ts'
import type { Backplane } from '../backplane/backplane.ts'
import { memoryBackplane } from '../backplane/memoryBackplane.ts'
import { platformClock, platformRandom } from '../environment/platformPorts.ts'
import { createGateway } from '../gateway/createGateway.ts'
import type { AccessRules, GatewayOptions } from '../gateway/gatewayOptions.ts'
import { createPresenceHub } from '../hub/createPresenceHub.ts'
import type { PresenceHub, PresenceHubOptions } from '../hub/hub.ts'
import type { Logger } from '../log/logger.ts'
import { createCarried, type Carried } from './carried.ts'

export interface LocalServerOptions
  extends
    AccessRules,
    Pick<GatewayOptions, 'following' | 'limits' | 'times'>,
    Pick<PresenceHubOptions, 'ranking' | 'hooks'> {
  readonly clock?: Clock
  readonly random?: Random
  readonly logger?: Logger
  /** Who is who. Default: everybody is who they say they are. */
  readonly authenticator?: Authenticator
  readonly backplane?: Backplane
  /** How long text is on its way; default one microtask. */
  readonly later?: DeliverLater
}

export interface LocalConnection {
  readonly sessionId: string
  readonly userId: string
}

export interface LocalServer {
  /** A new channel to the server: its client end. */
  open(): FrameChannel
  /** Connections that have had their welcome. */
  connections(): readonly LocalConnection[]
  /** Breaks the connection of a session, or `'all'`, as a failing network does: no goodbye, close code 1006. */
  cut(which: string): void
  /** Breaks all, and every new one, until {@link LocalServer.comeUp}. */
  goDown(): void
  comeUp(): void
  /** The truth itself: members, people, kick, keep. */
  readonly hub: PresenceHub
  /** See `PresenceServer.recheckAccess`. */
  recheckAccess(userId?: string): void
  dispose(): void
}

/** What browsers report where no close frame came (RFC 6455, 7.1.5). */
const ABNORMAL_CLOSE = 1006

/** Open to all and believing names, unless told otherwise: it can be reached from this process alone. */
export function createLocalServer(options: LocalServerOptions = {}): LocalServer {
  const { clock = platformClock, random = platformRandom, authenticator = createDevAuthenticator() } = options
  const { backplane = memoryBackplane(), later, ...rest } = options
  const hub = createPresenceHub({ ...rest, clock, random, backplane })
  const gateway = createGateway({
    open: options.authorizeRoom === undefined && options.authorizeFollow === undefined,
    ...rest,
    hub,
    authenticator,
    clock,
    random,
    // Whoever could read this memory could read the tokens at the clients, too: nothing is gained by a digest.
    hash: (token) => token,
  })
  const carried = new Set<Carried>()
  let isUp = true

  const cutWhere = (isMeant: (one: Carried) => boolean): void => {
    for (const one of carried) if (isMeant(one)) one.channel.close(ABNORMAL_CLOSE)
  }
  return {
    open: () => {
      const [client, server] = createChannelPair(later)
      if (!isUp) {
        server.close(ABNORMAL_CLOSE)
        return client
      }
      const one = createCarried(server, () => carried.delete(one))
      carried.add(one)
      gateway.accept(one.channel)
      return client
    },
    connections: () => [...carried].flatMap((one) => one.session() ?? []),
    cut: (which) => cutWhere((one) => which === 'all' || one.session()?.sessionId === which),
    goDown: () => {
      isUp = false
      cutWhere(() => true)
    },
    comeUp: () => {
      isUp = true
    },
    hub,
    recheckAccess: (userId) => gateway.recheckAccess(userId),
    dispose: () => {
      gateway.closeAll(CLOSE_CODES.goingAway, 'draining')
      gateway.dispose()
      hub.dispose()
      backplane.dispose()
    },
  }
}
