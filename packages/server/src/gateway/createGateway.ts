/** Joins connections with the hub: whoever brings a channel is served the same way. */
import { CLOSE_CODES, formatCloseReason } from '@rollcall/protocol'
import { createConnection, type Connection } from './connection.ts'
import type { Gateway } from './gateway.ts'
import type { GatewayOptions } from './gatewayOptions.ts'
import { createGatewayParts } from './gatewayParts.ts'

/** Makes a gateway over a hub; several may share one hub. */
export function createGateway(options: GatewayOptions): Gateway {
  const parts = createGatewayParts(options)
  const connections = new Set<Connection>()
  let strangers = 0
  let isDisposed = false

  const closeAll = (code: number, reason: string): void => {
    for (const connection of connections) connection.close(code, reason)
  }
  return {
    accept: (channel, request) => {
      if (isDisposed) return channel.close(CLOSE_CODES.goingAway)
      // Sockets that never say who they are must not fill the house (T3).
      if (strangers >= parts.limits.unauthenticatedConnections)
        return channel.close(CLOSE_CODES.overloaded, formatCloseReason('overloaded'))
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
    closeAll,
    dispose: () => {
      isDisposed = true
      closeAll(CLOSE_CODES.goingAway, 'draining')
      parts.flusher.dispose()
    },
  }
}
