/** The local server with clients that count what is written to them and read nothing else. */
import { createLocalServer, type LocalServer } from '@rollcall/server/local'
import { setImmediate as nextTurn } from 'node:timers/promises'

export interface CountingClient {
  say(...frames: readonly Readonly<Record<string, unknown>>[]): void
  /** Frames written to it since the last time this was asked. */
  take(): number
}

export interface CountingServer {
  readonly server: LocalServer
  connect(id: string): CountingClient
  /** Resolves when nothing has been written for a while. */
  quiet(): Promise<void>
}

/** Above what a flush may be stretched by under load, 20 ms, and the leading edges behind it. */
const QUIET_TURNS_MS = 60

/** Its own goodbye, and the end of the server. */
const EXPECTED_CLOSES: readonly number[] = [1000, 1001]
/** Admission is not what is counted here. */
const limits = { connectionsPerSecond: 1e6, connectionBurst: 1e6, unauthenticatedConnections: 1e6 }

/** Makes one that nobody is connected to. */
export function createCountingServer(): CountingServer {
  const server = createLocalServer({ limits })
  let lastWriteAt = performance.now()
  return {
    server,
    connect: (id) => {
      const channel = server.open()
      let frames = 0
      channel.onText((text) => {
        const message: unknown = JSON.parse(text)
        frames += Array.isArray(message) ? message.length : 1
        lastWriteAt = performance.now()
      })
      channel.onClose(({ code }) => {
        if (!EXPECTED_CLOSES.includes(code)) throw new Error(`unable to count; ${id} was closed with ${code}`)
      })
      const say: CountingClient['say'] = (...said) => channel.send(JSON.stringify(said))
      say({ t: 'hello', v: 1, user: { id, name: id } })
      return {
        say,
        take: () => {
          const taken = frames
          frames = 0
          return taken
        },
      }
    },
    quiet: async () => {
      lastWriteAt = performance.now()
      while (performance.now() - lastWriteAt < QUIET_TURNS_MS) await nextTurn()
    },
  }
}
