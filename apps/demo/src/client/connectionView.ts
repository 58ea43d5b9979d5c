/** What the page shows of its own connection: the truth, and what of it a person should be bothered with. */
import type { Connection } from '@rollcall/core'

export interface ConnectionView {
  /** As it is. */
  readonly state: Connection['state']
  /** As it is drawn. A trouble shorter than `TROUBLE_SHOWN_AFTER_MS` is not. */
  readonly shown: Connection['state'] | 'offline'
  /** What is known of others may be old: drawn frozen, never taken away. */
  readonly stale: boolean
  /** All that is known of it. */
  readonly connection: Connection
}

/** Most interruptions are over before anybody has read about them (PROTOCOL.md, chapter 6). */
export const TROUBLE_SHOWN_AFTER_MS = 3000

/** @param lasting whether the trouble has gone on for `TROUBLE_SHOWN_AFTER_MS` */
export function viewConnection(connection: Connection, lasting: boolean): ConnectionView {
  const { state, device } = connection
  if (state === 'reconnecting') {
    const trouble = device === 'offline' ? 'offline' : 'reconnecting'
    return { state, shown: lasting ? trouble : 'connected', stale: lasting, connection }
  }
  return { state, shown: state, stale: state === 'failed' || state === 'disconnected', connection }
}
