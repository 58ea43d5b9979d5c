/** A network between client and server that can be cut: neither end says goodbye. */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TcpProxy {
  /** Where clients connect to instead. */
  readonly url: string
  /** Breaks every connection now; new ones go through. */
  cut(): void
}

/** Carries bytes to `port` of this machine until the test is over. */
export async function startProxy(port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    cut()
    server.close()
  })
  // `listen` on a port gives an address with a port.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut }
}
