import { PresenceError } from '@rollcall/protocol'
import type { HttpRoute } from './httpRoute.ts'

export interface MetricsRouteOptions {
  /** `local`: only this machine itself may read, and nobody through a proxy on it. */
  readonly access: 'local' | 'open'
  readonly read: () => Promise<{ readonly type: string; readonly text: string }>
}

/** `/metrics`: what the server counts, for Prometheus. It asks for no token, so by default it is for this machine alone. */
export function metricsRoute({ access, read }: MetricsRouteOptions): HttpRoute {
  return {
    method: 'GET',
    path: '/metrics',
    answer: async ({ isLocal }) => {
      if (access === 'open' || isLocal) return { status: 200, text: await read() }
      throw new PresenceError('forbidden', 'unable to answer; metrics are for this machine alone', {
        hint: 'start the server with --metrics open to serve them to everybody who reaches it',
      })
    },
  }
}
