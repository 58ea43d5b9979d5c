/**
 * `@sanity/bifur-client` over one channel, without its blind spots: it takes a refusal for a
 * success without a value, waits for ever for an answer that never comes, and ends its streams
 * over a malformed notification (docs/decisions/0005-bifur-client.md).
 */
import { createClient, type RequestMethod } from '@sanity/bifur-client'
import { createId, type Clock, type PresenceError, type Random } from '@rollcall/protocol'
import { BehaviorSubject, Subscription } from 'rxjs'
import { toPresenceError } from './bifurError.ts'
import { createClientSocket } from './clientSocket.ts'
import { createOutstandingCalls } from './outstandingCalls.ts'
import { readRpcMessage } from './readRpcMessage.ts'

export interface BifurCalls {
  request(method: RequestMethod, params: Readonly<Record<string, unknown>>): void
  /** Again, on the same socket. */
  authorize(token: string): void
  /** Text of the socket. */
  read(text: string): void
  latency(): number | undefined
  /** Ends the subscription if `send` still gets through. Nothing is told after that. */
  end(): void
}

export interface BifurCallsOptions {
  readonly clock: Clock
  readonly random: Random
  /** `''`: none, as where a cookie vouches for us. */
  readonly token: string
  readonly send: (text: string) => void
  /** A presence event, unread. */
  readonly event: (event: unknown) => void
  readonly answered: (method: string) => void
  readonly refused: (method: string, error: PresenceError) => void
  /** The socket is dead, whatever it says. */
  readonly unanswered: (method: string) => void
  readonly unreadable: (reason: string) => void
}

/** 15 bytes are 20 characters, as many as the client's own ids have. */
const REQUEST_ID_BYTES = 15

/** Authorizes if there is a token, then subscribes. */
export function createBifurCalls(options: BifurCallsOptions): BifurCalls {
  const calls = createOutstandingCalls(options.clock, options.unanswered)
  const { socket, hear, close } = createClientSocket((text) => {
    calls.sent(text)
    options.send(text)
  })
  const tokens = new BehaviorSubject<string | null>(options.token === '' ? null : options.token)
  const client = createClient(new BehaviorSubject(socket), {
    token$: tokens,
    // Their alphabet has no underscore.
    getNextRequestId: () => createId(options.random, REQUEST_ID_BYTES).replaceAll('_', '-'),
  })
  const lines = new Subscription()
  // Keeps the authorized connection: without a subscriber the client would authorize anew before each request.
  lines.add(client.heartbeats.subscribe())
  lines.add(client.listen('presence').subscribe((event) => options.event(event)))

  const answer = (id: string, text: string, refusal: Parameters<typeof toPresenceError>[1] | undefined): void => {
    const method = calls.answered(id)
    if (method === undefined) return
    // First, since it may end us: the client would go on as if it were authorized and subscribed.
    if (refusal !== undefined) options.refused(method, toPresenceError(method, refusal))
    hear(text)
    if (refusal === undefined) options.answered(method)
  }
  return {
    request: (method, params) => {
      lines.add(client.request(method, params).subscribe())
    },
    authorize: (token) => tokens.next(token),
    read: (text) => {
      const message = readRpcMessage(text)
      if (message.type === 'rubbish') options.unreadable(message.reason)
      else if (message.type === 'answer') answer(message.id, text, message.refusal)
      else hear(text)
    },
    latency: () => calls.latency(),
    end: () => {
      lines.unsubscribe()
      close()
      calls.stop()
    },
  }
}
