/** An HTTP server of our own, and where it listens. */
import { createServer, type Server } from 'node:http'

export interface ListenOptions {
  /** 0 = any free one. */
  readonly port: number
  /** Absent = every address of the machine. */
  readonly host?: string
}

export interface Listening {
  readonly port: number
  /** Where a client on this machine finds it, such as `http://127.0.0.1:8080`. */
  readonly url: string
}

// Who sends headers by the drop is cut within 15 s (T3); Node itself would look every 30 s only.
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 }

/** Bytes that are no HTTP are answered with 400, and never end the process (T24). */
export function createStrictServer(): Server {
  const server = createServer(TIMEOUTS)
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    else socket.destroy()
  })
  return server
}

function urlOf(host: string, port: number): string {
  const name = host === '::' || host === '0.0.0.0' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Listens; rejects with Node's own error where the port is taken or the address is not of this machine. */
export function listenOn(server: Server, { port, host }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject)
      const address = server.address()
      // A port was asked for, so this is no pipe.
      if (typeof address === 'object' && address !== null)
        resolve({ port: address.port, url: urlOf(host ?? address.address, address.port) })
    })
  })
}
