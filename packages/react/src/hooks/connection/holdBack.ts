import type { Connection } from '@rollcall/core'
import type { Timely } from '../useNow.ts'

/** The state of the link with the device's network told apart from it. */
export type LinkState = Connection['state'] | 'offline'

export interface ShownLink extends Timely {
  readonly state: LinkState
}

/** A device without a network is told as such, whatever the socket still believes; a link that has ended for good stays ended. */
export function linkState({ state, device }: Connection): LinkState {
  return device === 'offline' && state !== 'failed' ? 'offline' : state
}

/**
 * What to show of a link since it is in a state: a socket that comes back soon was never away. Everything but
 * `reconnecting` is shown at once. The wait begins with the first reading.
 */
export function holdBack(state: LinkState, showAfterMs: number): (now: number) => ShownLink {
  const settled: ShownLink = { state, nextChangeAt: null }
  if (state !== 'reconnecting') return () => settled
  let held: ShownLink | undefined
  return (now) => {
    held ??= { state: 'connected', nextChangeAt: now + showAfterMs }
    return now < (held.nextChangeAt ?? now) ? held : settled
  }
}
