/** A topic of Bifur's behind a WebSocket server, for tests. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { createBifurTopic, type BifurTopic } from './bifurTopic.contract.ts'

export interface BifurWire extends BifurTopic {
  readonly url: string
  stop(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function startBifurWire(): Promise<BifurWire> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  const topic = createBifurTopic()
  server.on('connection', (socket, request) => {
    const seat = topic.join({
      path: request.url ?? '',
      say: (text) => socket.send(text),
      close: (code) => socket.close(code),
      kill: () => socket.terminate(),
    })
    socket.on('message', (message: Buffer) => seat.hear(message.toString()))
    socket.on('close', (code) => seat.left(code))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this form (net.Server.address).
  const { port } = http.address() as AddressInfo
  return {
    ...topic,
    url: `ws://127.0.0.1:${port}/socket/test?tag=rollcall`,
    stop: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
