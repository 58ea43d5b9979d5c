import type { Connection } from '@rollcall/core'
import type { Timely } from '../useNow.ts'

/** The state of the link with the device's network told apart from it. */
export type LinkState = Connection['state'] | 'offline'

/** What is shown of it; `idle`: connecting, and not long enough to be said. */
export interface ShownLink extends Timely {
  readonly state: LinkState | 'idle'
}

/** A first connection that takes no longer is not mentioned. */
const CONNECTING_MS = 1_000

/** A device without a network is told as such, whatever the socket still believes; a link that has ended for good stays ended. */
export function linkState({ state, device }: Connection): LinkState {
  return device === 'offline' && state !== 'failed' && state !== 'disconnected' ? 'offline' : state
}

/**
 * What to show of a link since it is in a state: a socket that comes back soon was never away, and a first connection
 * is not mentioned at once. Everything else is shown at once. The wait begins with the first reading.
 */
export function holdBack(state: LinkState, showAfterMs: number): (now: number) => ShownLink {
  const settled: ShownLink = { state, nextChangeAt: null }
  if (state !== 'reconnecting' && state !== 'connecting') return () => settled
  const [before, waitMs] =
    state === 'connecting' ? (['idle', CONNECTING_MS] as const) : (['connected', showAfterMs] as const)
  let held: ShownLink | undefined
  return (now) => {
    held ??= { state: before, nextChangeAt: now + waitMs }
    return now < (held.nextChangeAt ?? now) ? held : settled
  }
}

/**
 * `holdBack` for a link that changes: remembers the state before. Only what was up may come back soon; who first looks
 * while the link is down sees that it is.
 */
export function createLinkHold(): (state: LinkState, showAfterMs: number) => (now: number) => ShownLink {
  let last: LinkState | undefined
  let wasUp = false
  return (state, showAfterMs) => {
    if (state !== last) wasUp = last === 'connected'
    last = state
    return holdBack(state, wasUp ? showAfterMs : 0)
  }
}
