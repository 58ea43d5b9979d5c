/**
 * A TCP proxy that can cut presence sockets, since a browser's own "offline" leaves open ones alone. It tells them by
 * their request line, so that the page, and Vite's own socket (which would reload the page), live on.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

export interface CuttingProxy {
  /** Where the page is to be opened. */
  readonly origin: string
  /** How many presence sockets were cut. */
  readonly cuts: number
  /** Ends all presence sockets as a broken line would, and lets no new one through. */
  cut(): void
  /** Lets presence sockets through again. */
  mend(): void
  close(): Promise<void>
}

const PRESENCE_REQUEST = 'GET /realtime'

/** Listens on a free port and passes all on to `target`; presence sockets to `presenceServer`, where one is given. */
export async function openCuttingProxy(target: URL, presenceServer = target): Promise<CuttingProxy> {
  const sockets = new Set<Socket>()
  const presence = new Set<Socket>()
  let isCut = false
  let cuts = 0

  const server = createServer((near) => {
    sockets.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => {
      sockets.delete(near)
      presence.delete(near)
    })
    near.once('data', (head: Buffer) => {
      const isPresence = head.toString('latin1').startsWith(PRESENCE_REQUEST)
      if (isPresence && isCut) return near.resetAndDestroy()
      if (isPresence) presence.add(near)
      const { port, hostname } = isPresence ? presenceServer : target
      const far = connect(Number(port), hostname)
      far.on('error', () => near.destroy())
      far.on('close', () => near.destroy())
      near.on('close', () => far.destroy())
      far.write(head)
      return near.pipe(far).pipe(near)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo

  return {
    origin: `http://127.0.0.1:${port}`,
    get cuts() {
      return cuts
    },
    cut() {
      isCut = true
      for (const near of presence) {
        cuts += 1
        near.resetAndDestroy()
      }
    },
    mend() {
      isCut = false
    },
    async close() {
      for (const near of sockets) near.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
