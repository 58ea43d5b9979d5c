/** What a route is: a row of the table that the HTTP door looks requests up in. */
import type { Viewer } from '../auth/authenticator.ts'

export interface HttpCall {
  /** Values of the path's `:name` segments, percent-decoded. */
  readonly params: ReadonlyMap<string, string>
  readonly query: URLSearchParams
  /** Whether it comes from this machine itself: from a loopback address, and not by way of a proxy. */
  readonly isLocal: boolean
  /**
   * Who is asking.
   * @throws PresenceError `unauthenticated` and its kin, or `rate_limited`
   */
  viewer(): Promise<Viewer>
  /**
   * The body.
   * @throws PresenceError `unsupported_data`, `too_large`, `invalid_utf8` or `bad_frame`
   */
  json(): Promise<unknown>
}

export interface HttpAnswer {
  readonly status: number
  /** Becomes JSON; absent = no content. */
  readonly body?: unknown
  /** Instead of `body`: text as it stands. */
  readonly text?: { readonly type: string; readonly text: string }
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpRoute {
  readonly method: 'GET' | 'POST'
  /** Such as `/realtime/channels/:id/presence`; a `:name` stands for one segment. */
  readonly path: string
  /** A content type that bodies may have besides `application/json`. What they hold is JSON all the same. */
  readonly alsoAccepts?: string
  answer(call: HttpCall): HttpAnswer | Promise<HttpAnswer>
}

/** Values of the `:name` segments still percent-encoded, or nothing where `path` is another one. */
export function matchPath(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params = new Map<string, string>()
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':') && value !== '') params.set(segment.slice(1), value)
    else if (segment !== value) return undefined
  }
  return params
}
