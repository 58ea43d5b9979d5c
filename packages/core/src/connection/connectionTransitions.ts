/** The ways into and out of a connection that several events take; pure. */
import { CLOSE_CODES } from '@rollcall/protocol'
import { backoffDelay } from './backoff.ts'
import { endOfSilence, type ConnectionEnd } from './connectionEnd.ts'
import type { ConnectionEffect, ConnectionMoment, ConnectionState, ConnectionStep } from './connectionState.ts'

/** Token and socket together; mobile networks take several seconds for either. */
const OPENING_MS = 15_000

/** What outlives a state. */
export const known = ({
  epoch,
  attempts,
  wasConnected,
  end,
}: ConnectionState): Pick<ConnectionState, 'epoch' | 'attempts' | 'wasConnected' | 'end'> => ({
  epoch,
  attempts,
  wasConnected,
  ...(end === undefined ? {} : { end }),
})
export const stay = (state: ConnectionState): ConnectionStep => ({ state, effects: [] })
export const drop = (code: number = CLOSE_CODES.normal): ConnectionEffect => ({ type: 'drop', code })
export const STOP_WAITING: ConnectionEffect = { type: 'stopWaiting' }

/** Only from a state without a channel. */
export function open(state: ConnectionState): ConnectionStep {
  const epoch = state.epoch + 1
  return {
    state: { ...known(state), name: 'opening', epoch },
    effects: [
      { type: 'open', epoch },
      { type: 'wait', ms: OPENING_MS },
    ],
  }
}

/** From a state without a channel: open, unless the device says that it would be in vain. */
export const openIfOnline = (state: ConnectionState, { online }: ConnectionMoment): ConnectionStep =>
  online ? open(state) : { state: { ...known(state), name: 'offline' }, effects: [STOP_WAITING] }

/** Ends until somebody asks. */
export function fail(state: ConnectionState, end: ConnectionEnd): ConnectionStep {
  return { state: { ...known(state), end, name: 'failed' }, effects: [drop(), STOP_WAITING] }
}

export interface Loss {
  readonly end: ConnectionEnd
  /** The server named the time of return. */
  readonly orderedMs?: number | undefined
  /** The first attempt need not wait: the fault was this socket's, not the server's. */
  readonly soon?: boolean
  readonly code?: number
}

/** Ends this connection or attempt and decides when the next one is. */
export function lose(state: ConnectionState, loss: Loss, moment: ConnectionMoment): ConnectionStep {
  const after = { ...known(state), attempts: state.attempts + 1, end: loss.end }
  if (!moment.online) return { state: { ...after, name: 'offline' }, effects: [drop(loss.code), STOP_WAITING] }
  if (loss.soon === true && state.attempts === 0) {
    const opened = open({ ...after, name: 'idle' })
    return { state: opened.state, effects: [drop(loss.code), ...opened.effects] }
  }
  const delayMs = backoffDelay(state.attempts, moment.chance, loss.orderedMs)
  return {
    state: { ...after, name: 'waiting', delayMs, ordered: loss.orderedMs !== undefined },
    effects: [drop(loss.code), { type: 'wait', ms: delayMs }],
  }
}

/** The socket counts as dead, whether or not it says so: its `close` may come minutes late (reliability T16). */
export const loseToSilence = (state: ConnectionState, moment: ConnectionMoment): ConnectionStep =>
  lose(state, { end: endOfSilence(), soon: true, code: CLOSE_CODES.heartbeatTimeout }, moment)
