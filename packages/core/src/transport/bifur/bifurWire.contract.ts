/**
 * Bifur's end of the wire as far as it is known, as a server for tests: JSON-RPC 2.0 over
 * WebSocket, one topic, echoes, no news of sockets that die. Who a token belongs to is its text.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

export interface RpcRequest {
  readonly jsonrpc: string
  readonly id: string
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
}

/** One socket as the server sees it. */
export interface BifurSocket {
  /** Its requests so far, in order. */
  readonly requests: readonly RpcRequest[]
  readonly path: string
  /** Resolves with the first request of this method that nobody took. */
  take(method: string): Promise<RpcRequest>
  /** Raw text to the client. */
  say(text: string): void
  /** A presence event to this socket alone; takes its subscription for granted. */
  notify(event: unknown): void
  close(code: number, reason?: string): void
  /** The line is cut, without a close frame. */
  kill(): void
  readonly closed: Promise<number>
}

/** What the server does with a method instead of doing it. */
export type Misbehaviour = { readonly code: number; readonly message: string } | 'silence'

export interface BifurWire {
  readonly url: string
  readonly sockets: readonly BifurSocket[]
  /** Resolves with the first socket that nobody took. */
  take(): Promise<BifurSocket>
  /** From now on; `undefined` ends it. */
  misbehave(method: string, how: Misbehaviour | undefined): void
  setEcho(echo: 'on' | 'off'): void
  /** To everybody who subscribed. */
  publish(event: unknown): void
  stop(): Promise<void>
}

interface Seat extends BifurSocket {
  subscription: string | undefined
}

/** Values that come and are waited for, in any order. */
function createQueue<T>(): { put(value: T): void; take(fits?: (value: T) => boolean): Promise<T> } {
  const values: T[] = []
  const waiting: { readonly fits: (value: T) => boolean; readonly resolve: (value: T) => void }[] = []
  return {
    put: (value) => {
      const index = waiting.findIndex(({ fits }) => fits(value))
      const [taker] = index === -1 ? [] : waiting.splice(index, 1)
      if (taker === undefined) values.push(value)
      else taker.resolve(value)
    },
    take: (fits = () => true) => {
      const index = values.findIndex(fits)
      const [value] = index === -1 ? [] : values.splice(index, 1)
      if (value !== undefined) return Promise.resolve(value)
      return new Promise((resolve) => waiting.push({ fits, resolve }))
    },
  }
}

const notification = (subscription: string, event: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params: { subscription, result: event } })

function createSeat(socket: WebSocket, path: string, answer: (seat: Seat, request: RpcRequest) => void): Seat {
  const requests: RpcRequest[] = []
  const untaken = createQueue<RpcRequest>()
  const seat: Seat = {
    requests,
    path,
    subscription: undefined,
    take: (method) => untaken.take((request) => request.method === method),
    say: (text) => socket.send(text),
    notify: (event) => socket.send(notification(seat.subscription ?? 'none', event)),
    close: (code, reason) => socket.close(code, reason),
    kill: () => socket.terminate(),
    closed: new Promise((resolve) => socket.on('close', resolve)),
  }
  socket.on('message', (message: Buffer) => {
    const request: RpcRequest = JSON.parse(message.toString())
    requests.push(request)
    answer(seat, request)
    untaken.put(request)
  })
  return seat
}

/** Listens on a free port of this machine. */
export async function startBifurWire(): Promise<BifurWire> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  const seats: Seat[] = []
  const untaken = createQueue<Seat>()
  const misbehaviours = new Map<string, Misbehaviour>()
  const users = new Map<Seat, string>()
  let echo: 'on' | 'off' = 'on'

  const publish = (event: unknown, from?: Seat): void => {
    for (const seat of seats)
      if (seat.subscription !== undefined && (seat !== from || echo === 'on')) seat.notify(event)
  }
  const perform = (seat: Seat, { method, params }: RpcRequest): unknown => {
    const i = users.get(seat) ?? 'anonymous'
    if (method === 'authorization') users.set(seat, String(params['authorization']).replace('Bearer ', ''))
    if (method === 'presence_subscribe') return (seat.subscription = `subscription ${seats.indexOf(seat)}`)
    if (method === 'presence_unsubscribe') seat.subscription = undefined
    if (method === 'presence_rollcall') publish({ type: 'rollCall', i, session: params['session'] }, seat)
    if (method === 'presence_announce') publish({ type: 'state', i, m: params['data'] }, seat)
    if (method === 'presence_disconnect') publish({ type: 'disconnect', i, m: { session: params['session'] } }, seat)
    return true
  }
  const answer = (seat: Seat, request: RpcRequest): void => {
    const how = misbehaviours.get(request.method)
    if (how === 'silence') return
    const outcome = how === undefined ? { result: perform(seat, request) } : { error: how }
    seat.say(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...outcome }))
  }
  server.on('connection', (socket, request) => {
    const seat = createSeat(socket, request.url ?? '', answer)
    seats.push(seat)
    socket.on('close', () => {
      seat.subscription = undefined
    })
    untaken.put(seat)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${portOf(http)}/socket/test?tag=rollcall`,
    sockets: seats,
    take: () => untaken.take(),
    misbehave: (method, how) => {
      if (how === undefined) misbehaviours.delete(method)
      else misbehaviours.set(method, how)
    },
    setEcho: (next) => {
      echo = next
    },
    publish,
    stop: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

function portOf(http: Server): number {
  // A server that listens on a port has an address of this form (net.Server.address).
  return (http.address() as AddressInfo).port
}
