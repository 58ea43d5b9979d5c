import type { FrameChannel } from '@rollcall/protocol'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createOriginPolicy } from '../auth/originPolicy.ts'
import { silentLogger } from '../log/logger.ts'
import type { Gateway } from './gateway.ts'
import { createTextEncoder } from './webSocketChannel.ts'
import { createWebSocketGateway } from './webSocketGateway.ts'

/** A gateway that says back what it hears, and keeps its channels. */
function createEcho() {
  const channels: FrameChannel[] = []
  const gateway: Gateway = {
    accept: (channel) => {
      channels.push(channel)
      channel.onText((text) => {
        if (text === 'throw') throw new Error('a listener failed')
        channel.send(`heard ${text}`)
      })
    },
    pendingBytes: () => 0,
    connectionCount: () => channels.length,
    closeAll: () => {},
    recheckAccess: () => {},
    drain: () => {},
    dispose: () => {},
  }
  return { channels, gateway }
}

let server: Server
let dispose: () => Promise<void>
let url: string
let port: number
let echo: ReturnType<typeof createEcho>
let door: ReturnType<typeof createWebSocketGateway>

async function start() {
  echo = createEcho()
  door = createWebSocketGateway({
    gateway: echo.gateway,
    path: '/realtime',
    allowsOrigin: createOriginPolicy({ allowedOrigins: ['https://app.example.com'] }),
    logger: silentLogger,
    newRequestId: () => 'request-1',
  })
  const server = createServer()
  door.attach(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // `listen` on a port gives an address with a port.
  port = (server.address() as AddressInfo).port
  url = `ws://127.0.0.1:${port}/realtime`
  dispose = async () => {
    door.dispose()
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return server
}

beforeEach(async () => {
  server = await start()
})
afterEach(() => dispose())

async function open(protocols: string[] = [], headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, protocols, { headers })
  await once(socket, 'open')
  return socket
}
async function say(socket: WebSocket, text: string): Promise<string> {
  socket.send(text)
  const [answer] = await once(socket, 'message')
  return String(answer)
}
async function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  socket.on('error', () => {})
  const [code, reason] = await once(socket, 'close')
  return { code, reason: String(reason) }
}
async function refusal(address: string, protocols: string[] = [], headers: Record<string, string> = {}) {
  const socket = new WebSocket(address, protocols, { headers })
  socket.on('error', () => {})
  const [, response]: [unknown, IncomingMessage] = (await once(socket, 'unexpected-response')) as never
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return { status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) }
}

describe('createWebSocketGateway: upgrades', () => {
  it('serves a client that offers rollcall.v1, alone or among others, and one that offers none', async () => {
    expect((await open(['rollcall.v1'])).protocol).toBe('rollcall.v1')
    expect((await open(['other', 'rollcall.v1'])).protocol).toBe('rollcall.v1')
    const plain = await open()
    expect(plain.protocol).toBe('')
    expect(await say(plain, 'ä')).toBe('heard ä')
  })

  it('refuses a client that offers only other subprotocols', async () => {
    const { status, body } = await refusal(url, ['rollcall.v9'])
    expect(status).toBe(426)
    expect(body.error).toMatchObject({ code: 'unsupported_version', requestId: 'request-1' })
  })

  it.each(['https://evil.com', 'null', 'https://app.example.com.evil.com'])(
    'T2: answers 403 before the upgrade to the origin %s',
    async (origin) => {
      const { status, body } = await refusal(url, [], { origin })
      expect(status).toBe(403)
      expect(body.error.code).toBe('origin_not_allowed')
      expect(echo.channels).toHaveLength(0)
    },
  )

  it('T2: serves a listed origin', async () => {
    const socket = await open([], { origin: 'https://app.example.com' })
    expect(await say(socket, 'hi')).toBe('heard hi')
  })

  it('T1: refuses a token in the address', async () => {
    const { status, body } = await refusal(`${url}?token=secret`)
    expect(status).toBe(401)
    expect(body.error.code).toBe('unauthenticated')
  })

  it('refuses other paths where nobody else listens for upgrades, and leaves them to those who do', async () => {
    expect((await refusal(`ws://127.0.0.1:${port}/realtime/deeper`)).status).toBe(404)
    const seen: string[] = []
    server.on('upgrade', (request, socket) => {
      if (request.url !== '/hot') return
      seen.push(request.url)
      socket.end('HTTP/1.1 418 Teapot\r\nContent-Length: 2\r\n\r\n{}')
    })
    expect((await refusal(`ws://127.0.0.1:${port}/hot`)).status).toBe(418)
    expect(seen).toEqual(['/hot'])
    expect(await say(await open(), 'hi')).toBe('heard hi')
  })

  it('refuses with 503 while it drains, and goes on serving who is there', async () => {
    const socket = await open()
    door.refuseNew()
    const { status, body } = await refusal(url)
    expect(status).toBe(503)
    expect(body.error.code).toBe('draining')
    expect(await say(socket, 'hi')).toBe('heard hi')
  })

  it('T24: survives a peer that goes away in the middle of an upgrade', async () => {
    const raw = connect(port, '127.0.0.1')
    await once(raw, 'connect')
    raw.write(
      'GET /realtime HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n',
    )
    raw.resetAndDestroy()
    await once(raw, 'close')
    expect(await say(await open(), 'hi')).toBe('heard hi')
  })
})

describe('createWebSocketGateway: messages', () => {
  it('closes a binary message with 1003', async () => {
    const socket = await open()
    socket.send(Buffer.from('{}'))
    expect(await closeOf(socket)).toEqual({ code: 1003, reason: 'unsupported_data' })
  })

  it('T12: closes a message over 16 KiB with 1009, and takes one of exactly that', async () => {
    const socket = await open()
    expect(await say(socket, 'x'.repeat(16_384))).toHaveLength(16_384 + 'heard '.length)
    socket.send('x'.repeat(16_385))
    expect((await closeOf(socket)).code).toBe(1009)
  })

  it('T12: closes a message of too many fragments with 1008', async () => {
    const socket = await open()
    for (let index = 0; index < 20; index += 1) socket.send('x', { fin: false })
    expect((await closeOf(socket)).code).toBe(1008)
  })

  it('closes text that is no UTF-8 with 1007', async () => {
    const socket = await open()
    socket.send(Buffer.from([0xc3, 0x28]), { binary: false })
    expect((await closeOf(socket)).code).toBe(1007)
  })

  it('a listener that throws ends its own socket with 1011, and no other', async () => {
    const [broken, other] = [await open(), await open()]
    broken.send('throw')
    expect(await closeOf(broken)).toEqual({ code: 1011, reason: 'internal' })
    expect(await say(other, 'hi')).toBe('heard hi')
  })
})

describe('webSocketChannel', () => {
  it('closes with code and reason, the reason cut to 123 bytes between two characters; once', async () => {
    const socket = await open()
    const closed = closeOf(socket)
    echo.channels[0]?.close(4001, 'ä'.repeat(100))
    echo.channels[0]?.close(4002, 'late')
    expect(await closed).toEqual({ code: 4001, reason: 'ä'.repeat(61) })
  })

  it('tells of the close, and drops what is sent afterwards', async () => {
    const socket = await open()
    const channel = echo.channels[0]
    const closed = new Promise((resolve) => channel?.onClose(resolve))
    socket.close(1000, 'bye')
    expect(await closed).toEqual({ code: 1000, reason: 'bye' })
    channel?.send('nobody hears this')
    expect(channel?.pendingBytes()).toBe(0)
  })
})

describe('createTextEncoder', () => {
  it('makes the bytes of a text once for all who get it in a row', () => {
    const encode = createTextEncoder()
    const first = encode('grüße')
    expect(first.toString()).toBe('grüße')
    expect(encode('grüße')).toBe(first)
    expect(encode('other').toString()).toBe('other')
    expect(encode('grüße')).not.toBe(first)
  })
})
