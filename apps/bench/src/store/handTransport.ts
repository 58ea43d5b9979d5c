/** A transport that is connected from the beginning and delivers what it is handed, as one message. */
import type { IncomingFrame, Transport, TransportConnection, TransportStatus } from '@rollcall/core'
import { BehaviorSubject, Subject } from 'rxjs'

export interface HandTransport {
  readonly transport: Transport
  deliver(frames: readonly IncomingFrame[]): void
}

/** Makes one; what is sent over it is accepted and goes nowhere. */
export function createHandTransport(): HandTransport {
  const incoming = new Subject<IncomingFrame>()
  const settled = new Subject<void>()
  const connections = new BehaviorSubject<TransportConnection>({ sessionId: 'me', userId: 'me', resumed: false })
  const status = new BehaviorSubject<TransportStatus>({ state: 'connected', attempt: 0 })
  return {
    transport: {
      liveness: 'authority',
      incoming$: incoming,
      settled$: settled,
      connections$: connections,
      status$: status,
      send: () => true,
      dispose: () => incoming.complete(),
    },
    deliver: (frames) => {
      for (const frame of frames) incoming.next(frame)
      settled.next()
    },
  }
}
