/** The transport as the client's parts see it: who we are on it, whether it is up, and who hears when that changes. */
import type { Info, PresenceError } from '@rollcall/protocol'
import { Subscription } from 'rxjs'
import { createStoreState, type StateTrace, type StoreState } from '../store/storeState.ts'
import type { IncomingFrame, OutgoingFrame, Transport, TransportConnection } from '../transport/transport.ts'
import { createRequests, type Requests } from './requests.ts'

/** Who we are. */
export interface Identity {
  readonly userId: string
  readonly info: Info
  /** Of the last connection; `undefined` before the first. */
  readonly sessionId?: string
}

export interface ClientLink {
  readonly liveness: Transport['liveness']
  readonly identity: StoreState<Identity | undefined>
  readonly requests: Requests
  isConnected(): boolean
  /** `false`: not transmitted. */
  send(frames: readonly OutgoingFrame[]): boolean
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  closeRequest(request: number): void
  /** The connection there is, for whoever comes later than it. */
  connection(): TransportConnection | undefined
  /** Begins to hear. Once, when all parts stand. */
  start(hearing: Hearing): void
  stop(): void
}

export interface Hearing {
  connected(connection: TransportConnection): void
  disconnected(): void
  received(frame: IncomingFrame): void
  /** The frames of one message have all been received. */
  settled(): void
}

export interface ClientLinkOptions {
  readonly transport: Transport
  readonly user: { readonly id: string; readonly info: Info } | undefined
  report(thrown: unknown): void
  readonly trace?: StateTrace | undefined
}

/** Makes the link; nothing is heard before `start`. */
export function createClientLink(options: ClientLinkOptions): ClientLink {
  const { transport, user } = options
  const subscriptions = new Subscription()
  const requests = createRequests()
  const identity = createStoreState<Identity | undefined>(
    user === undefined ? undefined : Object.freeze({ userId: user.id, info: user.info }),
    options,
  )
  let connection: TransportConnection | undefined

  const connect = (next: TransportConnection): void => {
    connection = next
    const userId = next.userId ?? user?.id
    // A medium that neither vouches for us nor was told who we are: nobody could tell us from others.
    if (userId === undefined) return
    identity.set(
      'client/identified',
      Object.freeze({ userId, info: next.info ?? user?.info ?? {}, sessionId: next.sessionId }),
    )
  }
  return {
    liveness: transport.liveness,
    identity,
    requests,
    isConnected: () => connection !== undefined,
    send: (frames) => connection !== undefined && (frames.length === 0 || transport.send(frames)),
    openRequest: (settle) => (transport.liveness === 'authority' ? requests.open(settle) : undefined),
    closeRequest: (request) => requests.close(request),
    connection: () => connection,
    start: (hearing) => {
      subscriptions.add(
        transport.status$.subscribe(({ state }) => {
          if (state === 'connected' || connection === undefined) return
          connection = undefined
          hearing.disconnected()
        }),
      )
      subscriptions.add(
        transport.incoming$.subscribe((frame) => {
          hearing.received(frame)
          if (transport.settled$ === undefined) hearing.settled()
        }),
      )
      if (transport.settled$ !== undefined) subscriptions.add(transport.settled$.subscribe(() => hearing.settled()))
      subscriptions.add(
        transport.connections$.subscribe((next) => {
          connect(next)
          hearing.connected(next)
        }),
      )
    },
    stop: () => {
      subscriptions.unsubscribe()
      connection = undefined
    },
  }
}
