/** Where in the app somebody is, in the shape Sanity gave it. */
import type { Info } from '@rollcall/protocol'

/** A step of a path: a key, an index, a keyed array item, or a range. */
export type PathSegment = string | number | { readonly _key: string } | readonly [from: number | '', to: number | '']

export interface PresenceLocation {
  readonly type: 'document'
  readonly documentId: string
  readonly path: readonly PathSegment[]
  /** ISO 8601 instant of the last activity there. */
  readonly lastActiveAt: string
  /** ISO 8601 instant at which they came there; who came first holds a lock. Ours: Sanity's own reports lack it. */
  readonly since?: string
  readonly selection?: unknown
}

/** What one session reports: several locations at once, or `[]` for "here, but nowhere". */
export interface UserPresence<I = Info> {
  readonly user: { readonly id: string; readonly info: I }
  readonly sessionId: string
  readonly locations: readonly PresenceLocation[]
}

/** Which locations: of a document, and below a path. Absent = all. */
export interface LocationQuery {
  readonly documentId?: string
  readonly path?: readonly PathSegment[]
}
