/**
 * Whether to connect, wait, resume or give up: (state, event) → (state, effects), pure. Doing it
 * is `connection.ts`. Every way out of a state with a channel drops that channel, so there are
 * never two.
 */
import { CLOSE_CODES, PresenceError, closeIntent } from '@rollcall/protocol'
import { NO_ANSWER } from './connectionEnd.ts'
import type { ConnectionEvent, ConnectionMoment, ConnectionState, ConnectionStep } from './connectionState.ts'
import {
  STOP_WAITING,
  drop,
  fail,
  known,
  lose,
  loseToSilence,
  open,
  openIfOnline,
  stay,
} from './connectionTransitions.ts'
import { SLEEP_MS, tick, verify, wait } from './connectionWatch.ts'

/** From `hello` to `welcome`: twice what a server gives its authentication. */
const GREETING_MS = 10_000
/** The machine before `started`. */
export const INITIAL_CONNECTION: ConnectionState = { name: 'idle', epoch: 0, attempts: 0, wasConnected: false }

function closed(
  state: ConnectionState,
  event: Extract<ConnectionEvent, { type: 'closed' }>,
  moment: ConnectionMoment,
): ConnectionStep {
  if (state.name !== 'greeting' && state.name !== 'connected' && state.name !== 'verifying') return stay(state)
  const intent = closeIntent(event.code)
  // A token that cannot change would be refused again.
  if (intent === 'stop' || (intent === 'authenticate' && !moment.canRenewToken)) return fail(state, event.end)
  const soon = event.code === CLOSE_CODES.heartbeatTimeout || event.code === CLOSE_CODES.stateLost
  return lose(state, { end: event.end, orderedMs: event.orderedMs, soon }, moment)
}

function waited(
  state: ConnectionState,
  event: Extract<ConnectionEvent, { type: 'waited' }>,
  moment: ConnectionMoment,
): ConnectionStep {
  switch (state.name) {
    case 'waiting':
      return openIfOnline(state, moment)
    case 'opening':
    case 'greeting':
      return lose(state, { end: NO_ANSWER }, moment)
    case 'connected':
      return tick(state, event, moment)
    case 'verifying':
      return event.lateMs > SLEEP_MS ? verify(state, moment) : loseToSilence(state, moment)
    case 'idle':
    case 'offline':
    case 'left':
    case 'failed':
    case 'disposed':
      return stay(state)
  }
}

/** Something says that time has passed, or that the network changed: do not believe the socket, do not wait on. */
function wake(state: ConnectionState, moment: ConnectionMoment): ConnectionStep {
  if (state.name === 'connected') return verify(state, moment)
  if (state.name === 'waiting' && !state.ordered) return openIfOnline(state, moment)
  if (state.name === 'offline' && moment.online) return open(state)
  return stay(state)
}

function goOffline(state: ConnectionState, moment: ConnectionMoment): ConnectionStep {
  // Devices err: a socket that still answers is kept.
  if (state.name === 'connected') return verify(state, moment)
  if (state.name === 'waiting') return { state: { ...known(state), name: 'offline' }, effects: [STOP_WAITING] }
  return stay(state)
}

const hasGreeted = (state: ConnectionState): boolean =>
  state.name === 'greeting' || state.name === 'connected' || state.name === 'verifying'

function leave(state: ConnectionState, name: 'left' | 'disposed'): ConnectionStep {
  const bye = { type: 'bye', reason: name === 'left' ? 'unload' : 'leave' } as const
  return { state: { ...known(state), name }, effects: [...(hasGreeted(state) ? [bye] : []), drop(), STOP_WAITING] }
}

function welcome(
  state: ConnectionState,
  event: Extract<ConnectionEvent, { type: 'welcomed' }>,
  { at }: ConnectionMoment,
): ConnectionStep {
  if (state.name !== 'greeting') return stay(state)
  const { epoch, attempts } = state
  const { silenceLimitMs, resumed } = event
  const recovery = state.wasConnected ? ({ recovery: resumed ? 'resumed' : 'resynced' } as const) : {}
  const standing = { wasConnected: true, since: at, silenceLimitMs, measuredAt: -Infinity, ...recovery }
  return {
    state: { name: 'connected', epoch, attempts, ...standing },
    effects: [{ type: 'announce' }, wait(silenceLimitMs, 0)],
  }
}

function opening(state: ConnectionState, event: Extract<ConnectionEvent, { epoch: number }>, moment: ConnectionMoment) {
  if (state.name !== 'opening' || event.epoch !== state.epoch) return stay(state)
  if (event.type === 'openFailed') {
    const { error } = event.end
    return error instanceof PresenceError && !error.retryable
      ? fail(state, event.end)
      : lose(state, { end: event.end }, moment)
  }
  const effects = [{ type: 'greet' }, { type: 'wait', ms: GREETING_MS }] as const
  return { state: { ...known(state), name: 'greeting' as const }, effects }
}

/** What an event does. Events that do not fit the state change nothing. */
export function connectionMachine(
  state: ConnectionState,
  event: ConnectionEvent,
  moment: ConnectionMoment,
): ConnectionStep {
  if (state.name === 'disposed') return stay(state)
  switch (event.type) {
    case 'started':
      return state.name === 'idle' ? openIfOnline(state, moment) : stay(state)
    case 'opened':
    case 'openFailed':
      return opening(state, event, moment)
    case 'welcomed':
      return welcome(state, event, moment)
    case 'ponged':
      return state.name === 'verifying'
        ? { state: { ...state, name: 'connected' }, effects: [wait(state.silenceLimitMs, 0)] }
        : stay(state)
    case 'closed':
      return closed(state, event, moment)
    case 'waited':
      return waited(state, event, moment)
    case 'wokeUp':
    case 'wentOnline':
      return wake(state, moment)
    case 'wentOffline':
      return goOffline(state, moment)
    case 'pageLeft':
      return state.name === 'idle' || state.name === 'failed' ? stay(state) : leave(state, 'left')
    case 'pageReturned':
      return state.name === 'left' ? openIfOnline(state, moment) : wake(state, moment)
    case 'retryAsked':
      return state.name === 'failed' || state.name === 'waiting' || state.name === 'offline' ? open(state) : stay(state)
    case 'disposed':
      return leave(state, 'disposed')
  }
}
