/**
 * Bifur's end of the wire as far as it is known, for tests: JSON-RPC 2.0, one topic, echoes, no
 * news of sockets that die. Who a token belongs to is its text. What carries the text is given.
 */
export interface RpcRequest {
  readonly jsonrpc: string
  readonly id: string
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A socket, at the server's end. */
export interface BifurLine {
  readonly path: string
  say(text: string): void
  close(code: number): void
  /** Cuts the line, without a close frame. */
  kill(): void
}

/** One socket as the server sees it. */
export interface BifurSocket extends BifurLine {
  /** Its requests so far, in order. */
  readonly requests: readonly RpcRequest[]
  /** Resolves with the first request of this method that nobody took. */
  take(method: string): Promise<RpcRequest>
  /** A presence event to this socket alone. */
  notify(event: unknown): void
  /** Resolves with the code. */
  readonly closed: Promise<number>
}

/** The client's side of a socket. */
export interface BifurSeat {
  hear(text: string): void
  left(code: number): void
}

/** What the server does with a method instead of doing it. */
export type Misbehaviour = { readonly code: number; readonly message: string } | 'silence'

export interface BifurTopic {
  readonly sockets: readonly BifurSocket[]
  join(line: BifurLine): BifurSeat
  /** Resolves with the first socket that nobody took. */
  take(): Promise<BifurSocket>
  /** From now on; `undefined` ends it. */
  misbehave(method: string, how: Misbehaviour | undefined): void
  setEcho(echo: 'on' | 'off'): void
  /** To everybody who subscribed. */
  publish(event: unknown): void
}

interface Queue<T> {
  put(value: T): void
  /** Resolves with the first that fits and that nobody took. */
  take(fits?: (value: T) => boolean): Promise<T>
}

function createQueue<T>(): Queue<T> {
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

interface Seat extends BifurSeat {
  readonly socket: BifurSocket
  readonly subscription: string
  isSubscribed: boolean
  user: string
}

const notification = (subscription: string, event: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', method: 'presence_subscription', params: { subscription, result: event } })

function createSeat(line: BifurLine, subscription: string, answer: (seat: Seat, request: RpcRequest) => void): Seat {
  const requests: RpcRequest[] = []
  const untaken = createQueue<RpcRequest>()
  let left = (_code: number): void => {}
  const seat: Seat = {
    subscription,
    isSubscribed: false,
    user: 'anonymous',
    socket: {
      ...line,
      requests,
      take: (method) => untaken.take((request) => request.method === method),
      notify: (event) => line.say(notification(subscription, event)),
      closed: new Promise((resolve) => {
        left = resolve
      }),
    },
    hear: (text) => {
      const request: RpcRequest = JSON.parse(text)
      requests.push(request)
      answer(seat, request)
      untaken.put(request)
    },
    left: (code) => {
      seat.isSubscribed = false
      left(code)
    },
  }
  return seat
}

/** An empty topic. */
export function createBifurTopic(): BifurTopic {
  const sockets: BifurSocket[] = []
  const seats: Seat[] = []
  const untaken = createQueue<BifurSocket>()
  const misbehaviours = new Map<string, Misbehaviour>()
  let echo: 'on' | 'off' = 'on'

  const publish = (event: unknown, from?: Seat): void => {
    for (const seat of seats) if (seat.isSubscribed && (seat !== from || echo === 'on')) seat.socket.notify(event)
  }
  const perform = (seat: Seat, { method, params }: RpcRequest): unknown => {
    const i = seat.user
    const { session } = params
    if (method === 'authorization') seat.user = String(params['authorization']).replace('Bearer ', '')
    if (method === 'presence_subscribe') seat.isSubscribed = true
    if (method === 'presence_unsubscribe') seat.isSubscribed = false
    if (method === 'presence_rollcall') publish({ type: 'rollCall', i, session }, seat)
    if (method === 'presence_announce') publish({ type: 'state', i, m: params['data'] }, seat)
    if (method === 'presence_disconnect') publish({ type: 'disconnect', i, m: { session } }, seat)
    return method === 'presence_subscribe' ? seat.subscription : true
  }
  const answer = (seat: Seat, request: RpcRequest): void => {
    const how = misbehaviours.get(request.method)
    if (how === 'silence') return
    const outcome = how === undefined ? { result: perform(seat, request) } : { error: how }
    seat.socket.say(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...outcome }))
  }
  return {
    sockets,
    join: (line) => {
      const seat = createSeat(line, `subscription ${seats.length}`, answer)
      seats.push(seat)
      sockets.push(seat.socket)
      untaken.put(seat.socket)
      return seat
    },
    take: () => untaken.take(),
    misbehave: (method, how) => {
      if (how === undefined) misbehaviours.delete(method)
      else misbehaviours.set(method, how)
    },
    setEcho: (next) => {
      echo = next
    },
    publish: (event) => publish(event),
  }
}
