/** A connection that stands: how it looks at its watch, and what it does about what it sees; pure. */
import type {
  ConnectionEffect,
  ConnectionEvent,
  ConnectionMoment,
  ConnectionState,
  ConnectionStep,
} from './connectionState.ts'
import { loseToSilence } from './connectionTransitions.ts'

/** How often a connection looks at its watch, at least: finds silence, stability, and sleep by being late. */
const TICK_MS = 5_000
/** So often at least within the longest silence, where a server allows only a short one. */
const TICKS_IN_SILENCE = 5
/** Of the longest silence: after this share of it the server is asked whether it is there. */
const ASK_SHARE = 0.8
/** A tick this late means that the page or the device slept (T28). */
export const SLEEP_MS = 15_000
/** For the `pong` after a wake-up (T28). */
const VERIFY_MS = 3_000
/** A connection that lasted this long forgets the attempts it took (T17). */
const STABLE_MS = 10_000
/** How often the round trip is measured. */
const MEASURE_MS = 60_000

type Named<N extends ConnectionState['name']> = Extract<ConnectionState, { readonly name: N }>

/** Until the next look at the watch, or until the silence would be too long. */
export const wait = (silenceLimitMs: number, silentMs: number): ConnectionEffect => ({
  type: 'wait',
  ms: Math.min(TICK_MS, silenceLimitMs / TICKS_IN_SILENCE, silenceLimitMs - silentMs),
})

/** Do not believe the socket until it has answered. */
export function verify(state: Named<'connected' | 'verifying'>, { at }: ConnectionMoment): ConnectionStep {
  return {
    state: { ...state, name: 'verifying', measuredAt: at },
    effects: [{ type: 'ping' }, { type: 'wait', ms: VERIFY_MS }],
  }
}

/** A look at the watch. */
export function tick(
  state: Named<'connected'>,
  { lateMs, silentMs }: Extract<ConnectionEvent, { type: 'waited' }>,
  moment: ConnectionMoment,
): ConnectionStep {
  // Before silence: after a sleep what came in meanwhile may not have been read yet.
  if (lateMs > SLEEP_MS) return verify(state, moment)
  if (silentMs >= state.silenceLimitMs) return loseToSilence(state, moment)
  const attempts = moment.at - state.since >= STABLE_MS ? 0 : state.attempts
  // A server that hears much from us may see no reason to speak: before it counts as dead, it is asked.
  const asks = silentMs >= state.silenceLimitMs * ASK_SHARE || moment.at - state.measuredAt >= MEASURE_MS
  return {
    state: { ...state, attempts, measuredAt: asks ? moment.at : state.measuredAt },
    effects: [...(asks ? ([{ type: 'ping' }] as const) : []), wait(state.silenceLimitMs, silentMs)],
  }
}
