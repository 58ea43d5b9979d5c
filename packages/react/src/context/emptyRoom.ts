/** What a room reads as before it is there: frozen, so that every reader gets the same objects. */
import type { Connection } from '@rollcall/core'

/** No members, no locations, nobody typing. */
export const NOBODY: readonly never[] = Object.freeze([])
export const NO_OCCUPANCY: { readonly members: number; readonly sessions: number } = Object.freeze({
  members: 0,
  sessions: 0,
})
/** Before the first connection, and what a server renders. */
export const CONNECTING: Connection = Object.freeze({ state: 'connecting', device: 'online', attempt: 0 })
