/** The port "who is this": a token, or in development a name, becomes a viewer. */
import type { Info } from '@rollcall/protocol'

/** What a token lets its user do (PROTOCOL.md, chapter 8). Absent rights fall back to the server's policy. */
export interface Rights {
  /** Room id, or prefix ending in `*` → what is allowed there. */
  readonly rooms?: Readonly<Record<string, readonly ('see' | 'enter')[]>>
  /** User ids one may follow; `*` is everybody. */
  readonly follow?: readonly string[]
}

/** Somebody who proved who they are. */
export interface Viewer {
  readonly userId: string
  readonly info: Info
  readonly rights?: Rights
  /** When the token ends, epoch ms; absent = never. */
  readonly expiresAt?: number
}

/** What a client shows of itself: in `hello`, in `auth`, or in an `Authorization` header. */
export interface Credentials {
  readonly token?: string
  /** Believed in development mode only. */
  readonly user?: { readonly id: string; readonly name?: string }
  /** The HTTP request that they came with, or that became the socket; absent in-process. */
  readonly request?: RequestFacts
}

/** What is known of a request beside its token. Cookies are not among it: nothing here may rest on them (T2). */
export interface RequestFacts {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Address of the peer; a proxy's, where there is one. */
  readonly remoteAddress?: string
}

export interface Authenticator {
  /**
   * @throws PresenceError `unauthenticated`, `token_expired`, `token_revoked`, or `auth_unavailable`
   * where it could not be found out
   */
  authenticate(credentials: Credentials): Viewer | Promise<Viewer>
}
