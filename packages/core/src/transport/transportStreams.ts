/** The three streams of the port, as every adapter needs them. */
import { Observable, ReplaySubject, Subject } from 'rxjs'
import type { IncomingFrame, Transport, TransportConnection, TransportStatus } from './transport.ts'

export interface TransportStreams extends Pick<Transport, 'incoming$' | 'connections$' | 'status$'> {
  readonly settled$: Observable<void>
  hear(frame: IncomingFrame): void
  /** The frames of one message have all been heard. An adapter that offers `settled$` says so after each. */
  settle(): void
  connected(connection: TransportConnection): void
  /** A late subscriber must not be given a connection that is gone. */
  lost(): void
  setStatus(status: TransportStatus): void
  complete(): void
}

const isSameStatus = (left: TransportStatus, right: TransportStatus): boolean =>
  left.state === right.state &&
  left.reason === right.reason &&
  left.error === right.error &&
  left.attempt === right.attempt &&
  left.retryAt === right.retryAt &&
  left.latency === right.latency &&
  left.recovery === right.recovery

/** Makes them, in the state `connecting`. */
export function createTransportStreams(): TransportStreams {
  const incoming = new Subject<IncomingFrame>()
  const connections = new Subject<TransportConnection>()
  const settled = new Subject<void>()
  // Not a BehaviorSubject: after completion a late subscriber still gets the last status.
  const statuses = new ReplaySubject<TransportStatus>(1)
  let present: TransportConnection | undefined
  let status: TransportStatus = { state: 'connecting', attempt: 0 }
  statuses.next(status)
  return {
    incoming$: incoming.asObservable(),
    connections$: new Observable((subscriber) => {
      if (present !== undefined) subscriber.next(present)
      return connections.subscribe(subscriber)
    }),
    status$: statuses.asObservable(),
    settled$: settled.asObservable(),
    hear: (frame) => incoming.next(frame),
    settle: () => settled.next(),
    connected: (connection) => {
      present = connection
      connections.next(connection)
    },
    lost: () => {
      present = undefined
    },
    setStatus: (next) => {
      if (isSameStatus(status, next)) return
      status = next
      statuses.next(next)
    },
    complete: () => {
      incoming.complete()
      settled.complete()
      connections.complete()
      statuses.complete()
    },
  }
}
