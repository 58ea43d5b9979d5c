import type { MemoryNetwork } from './memoryNetwork.ts'
import { createPeerTransport } from './peerTransport.ts'
import type { TransportFactory } from './transport.ts'

/** Any number of clients in one process, as peers: for tests, stories and for trying things out. */
export function memory(network: MemoryNetwork): TransportFactory {
  return (context) =>
    createPeerTransport(context, {
      open: (events) => {
        const port = network.join({
          hear: (message) => events.heard(message),
          linkChanged: (link) => (link === 'up' ? events.up() : events.down()),
        })
        return { post: (message) => port.post(message), close: () => port.leave() }
      },
    })
}
