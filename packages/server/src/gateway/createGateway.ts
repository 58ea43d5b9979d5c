/** Joins connections with the hub: whoever brings a channel is served the same way. */
import { CLOSE_CODES, formatCloseReason } from '@rollcall/protocol'
import { createConnection, type Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import type { GatewayOptions } from './gatewayOptions.ts'
import { createGatewayParts } from './gatewayParts.ts'
import { createTokenBucket, takeToken } from './rateLimit.ts'

/** Shorter than a client's own backoff would be after a few tries, long enough to be worth it. */
const RETRY_AFTER_MS = 1_000

/** Makes a gateway over a hub; several may share one hub. */
export function createGateway(options: GatewayOptions): Gateway {
  const parts = createGatewayParts(options)
  const connections = new Set<Connection>()
  const { clock, limits } = parts
  const admission = createTokenBucket(
    { perSecond: limits.connectionsPerSecond, burst: limits.connectionBurst },
    clock.now(),
  )
  let strangers = 0
  let isDisposed = false

  const closeAll = (code: number, reason: string): void => {
    for (const connection of connections) connection.close(code, reason)
  }
  return {
    accept: (channel, request) => {
      if (isDisposed) return channel.close(CLOSE_CODES.goingAway)
      // After a restart everybody comes at once: a few at a time is sooner for all (T17).
      const waitMs = takeToken(admission, clock.now())
      // And sockets that never say who they are must not fill the house (T3).
      if (waitMs > 0 || strangers >= limits.unauthenticatedConnections)
        return channel.close(CLOSE_CODES.overloaded, formatCloseReason('overloaded', Math.max(waitMs, RETRY_AFTER_MS)))
      let isStranger = true
      strangers += 1
      const noLonger = (): void => {
        if (isStranger) strangers -= 1
        isStranger = false
      }
      const connection = createConnection({
        channel,
        parts,
        ...(request === undefined ? {} : { request }),
        onGreeted: noLonger,
        onEnd: () => {
          noLonger()
          connections.delete(connection)
        },
      })
      connections.add(connection)
    },
    connectionCount: () => connections.size,
    pendingBytes: () => {
      let bytes = 0
      for (const connection of connections) bytes += connection.pendingBytes()
      return bytes
    },
    recheckAccess: (userId) => {
      for (const connection of connections) connection.recheckAccess(userId)
    },
    closeAll,
    drain: (spreadMs) => {
      for (const connection of connections)
        connection.close(CLOSE_CODES.draining, 'draining', parts.random.fraction() * spreadMs)
    },
    dispose: () => {
      isDisposed = true
      closeAll(CLOSE_CODES.goingAway, 'draining')
      parts.flusher.dispose()
    },
  }
}
