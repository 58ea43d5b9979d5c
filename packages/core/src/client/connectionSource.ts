/** How the connection is, for people: what the transport says of itself, and what the device says of its network. */
import type { Observable } from 'rxjs'
import type { Environment } from '../environment/environment.ts'
import { createStateSource, type StateSource } from '../store/stateSource.ts'
import { createStoreState, type StateTrace } from '../store/storeState.ts'
import type { TransportStatus } from '../transport/transport.ts'
import type { Connection } from './presenceClient.ts'

export interface ConnectionSource {
  readonly source: StateSource<Connection>
  stop(): void
}

export interface ConnectionSourceOptions {
  readonly status$: Observable<TransportStatus>
  readonly environment: Environment
  report(thrown: unknown): void
  readonly trace?: StateTrace | undefined
}

/** Makes the source; it hears from now on, until it is stopped. */
export function createConnectionSource(options: ConnectionSourceOptions): ConnectionSource {
  const { environment } = options
  const device = (): Connection['device'] => (environment.isOnline() ? 'online' : 'offline')
  const state = createStoreState<Connection>({ state: 'connecting', attempt: 0, device: device() }, options)
  const statuses = options.status$.subscribe((status) =>
    state.set(`connection/${status.state}`, Object.freeze({ ...status, device: state.get().device })),
  )
  const page = environment.pageLife$.subscribe(({ type }) => {
    if (type === 'online' || type === 'offline')
      state.set(`device/${type}`, Object.freeze({ ...state.get(), device: type }))
  })
  return {
    source: createStateSource({ read: state.get, subscribe: state.subscribe, report: options.report }),
    stop: () => {
      statuses.unsubscribe()
      page.unsubscribe()
    },
  }
}
