/** Brings WebSockets to the gateway: upgrade, origin, subprotocol, and the bounds that `ws` itself keeps. */
import { LIMITS, SUBPROTOCOL } from '@rollcall/protocol'
import type { IncomingMessage, Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws'
import type { OriginPolicy } from '../auth/originPolicy.ts'
import { requestFacts } from '../auth/requestFacts.ts'
import type { Logger } from '../log/logger.ts'
import type { Gateway } from './gateway.ts'
import { createTextEncoder, webSocketChannel } from './webSocketChannel.ts'
import { refusalOf, refuseUpgrade, type Refusal } from './webSocketRefusal.ts'

export interface WebSocketGatewayOptions {
  readonly gateway: Gateway
  /** Path of the socket, such as `/realtime`. */
  readonly path: string
  readonly allowsOrigin: OriginPolicy
  readonly logger: Logger
  /** A fresh id for a refused request, so that its answer and its log line can be brought together. */
  readonly newRequestId: () => string
  /** Bytes of a message; default 16 KiB. */
  readonly maxMessageBytes?: number
}

export interface WebSocketGateway {
  /**
   * Serves upgrades of an HTTP server; the answer takes it off again. Upgrades of other paths are left to others
   * who listen for them, and refused where there is nobody.
   */
  attach(server: Server | SecureServer): () => void
  /** From now on upgrades are refused with 503: somebody else should be asked. */
  refuseNew(): void
  /** Resolves when the last socket has gone; at once where there is none. */
  whenEmpty(): Promise<void>
  /** Cuts what is still open. */
  dispose(): void
}

/** Fragments of one message. Ours come in one; more only help an attacker. */
const MAX_FRAGMENTS = 16
const MAX_BUFFERED_CHUNKS = 256
/** How long a peer has to answer our close before it is cut. */
const CLOSE_TIMEOUT_MS = 5_000

function createServer(maxMessageBytes: number): WebSocketServer {
  // `closeTimeout` is missing in the types of ws 8.18; ws 8.23 reads it.
  const options: ServerOptions & { closeTimeout: number } = {
    // Own path test: `{ server, path }` answers upgrades of others, such as Vite's hot reload, with 400.
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    maxFragments: MAX_FRAGMENTS,
    maxBufferedChunks: MAX_BUFFERED_CHUNKS,
    closeTimeout: CLOSE_TIMEOUT_MS,
    handleProtocols: (offers) => (offers.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  }
  return new WebSocketServer(options)
}

const closed = (socket: WebSocket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()))

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? ''

/** Makes the door. It listens on nothing by itself: {@link WebSocketGateway.attach} does. */
export function createWebSocketGateway(options: WebSocketGatewayOptions): WebSocketGateway {
  const { gateway, path, allowsOrigin, logger, newRequestId, maxMessageBytes = LIMITS.clientMessageBytes } = options
  const sockets = createServer(maxMessageBytes)
  const encode = createTextEncoder()
  let draining = false

  const refuse = (socket: Duplex, refusal: Refusal): void => {
    const requestId = newRequestId()
    logger.log('info', 'upgrade refused', { code: refusal.code, requestId })
    refuseUpgrade(socket, refusal, requestId)
  }
  const serve = (socket: WebSocket, request: IncomingMessage): void => {
    // ws closes with the right code by itself (1002, 1007, 1008, 1009); without a listener the process would end.
    socket.on('error', (error) => logger.log('debug', 'socket error', { message: error.message }))
    const onFault = (fault: unknown): void => logger.log('error', 'connection failed', { message: String(fault) })
    gateway.accept(webSocketChannel(socket, { encode, onFault }), requestFacts(request))
  }
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (draining) return refuse(socket, { code: 'draining', message: 'unable to connect; the server is going down' })
    const refusal = refusalOf(request, allowsOrigin)
    if (refusal !== undefined) return refuse(socket, refusal)
    sockets.handleUpgrade(request, socket, head, serve)
  }

  return {
    attach: (server) => {
      const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
        const isOurs = pathOf(request) === path
        if (!isOurs && server.listenerCount('upgrade') > 1) return
        // A peer that goes away in the middle of an upgrade must not end the process (T24).
        socket.on('error', (error) => logger.log('debug', 'socket error', { message: error.message }))
        if (isOurs) upgrade(request, socket, head)
        else refuse(socket, { code: 'not_found', message: `unable to connect; the socket is at ${path}` })
      }
      server.on('upgrade', onUpgrade)
      return () => server.off('upgrade', onUpgrade)
    },
    refuseNew: () => {
      draining = true
    },
    whenEmpty: () => Promise.all(Array.from(sockets.clients, closed)).then(() => {}),
    dispose: () => {
      draining = true
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
