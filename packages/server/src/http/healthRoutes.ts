import type { HttpRoute } from './httpRoute.ts'

export interface HealthRoutesOptions {
  /** Whether this server can serve: it is not draining, and what it stands on answers. */
  readonly isReady: () => boolean
}

/** `/healthz`: the process is alive. `/readyz`: it may be sent new clients. */
export function healthRoutes({ isReady }: HealthRoutesOptions): readonly HttpRoute[] {
  return [
    { method: 'GET', path: '/healthz', answer: () => ({ status: 200, body: { status: 'ok' } }) },
    {
      method: 'GET',
      path: '/readyz',
      answer: () =>
        isReady() ? { status: 200, body: { status: 'ready' } } : { status: 503, body: { status: 'draining' } },
    },
  ]
}
