/** How the connection is, for people: what the transport says of itself, and what the device says of its network. */
import type { Observable } from 'rxjs'
import type { Environment } from '../environment/environment.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import { createStoreState, type StateTrace } from '../store/storeState.ts'
import type { TransportStatus } from '../transport/transport.ts'
import type { Connection } from './presenceClient.ts'

export interface ConnectionSource {
  readonly source: StateSource<Connection>
  /** The number of calls that wait may have changed. */
  recount(): void
  stop(): void
}

export interface ConnectionSourceOptions {
  readonly status$: Observable<TransportStatus>
  readonly environment: Environment
  /** Calls of the app that nobody has answered yet. */
  queued(): number
  report(thrown: unknown): void
  readonly trace?: StateTrace | undefined
}

/** Makes the source; it hears from now on, until it is stopped. */
export function createConnectionSource(options: ConnectionSourceOptions): ConnectionSource {
  const { environment } = options
  const device = (): Connection['device'] => (environment.isOnline() ? 'online' : 'offline')
  const state = createStoreState<Connection>({ state: 'connecting', attempt: 0, device: device() }, options)
  // While connected calls are answered in no time: nobody needs to render for that.
  const withQueue = (connection: Connection): Connection => {
    const { queued: _, ...rest } = connection
    const queued = rest.state === 'connected' ? 0 : options.queued()
    return Object.freeze(queued === 0 ? rest : { ...rest, queued })
  }
  const statuses = options.status$.subscribe((status) =>
    state.set(`connection/${status.state}`, withQueue({ ...status, device: state.get().device })),
  )
  const page = environment.pageLife$.subscribe(({ type }) => {
    if (type === 'online' || type === 'offline')
      state.set(`device/${type}`, Object.freeze({ ...state.get(), device: type }))
  })
  return {
    source: createStateSource({ read: state.get, subscribe: state.subscribe, report: options.report }),
    recount: () => {
      const next = withQueue(state.get())
      if (next.queued !== state.get().queued) state.set('connection/queued', next)
    },
    stop: () => {
      statuses.unsubscribe()
      page.unsubscribe()
    },
  }
}
