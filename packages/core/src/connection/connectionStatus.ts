import type { PresenceError } from '@rollcall/protocol'
import type { ConnectionState, Recovery } from './connectionState.ts'

/** What a person or program wants to know of a connection; the transport's port passes it on as it is. */
export interface ConnectionStatus {
  readonly state: 'connecting' | 'connected' | 'reconnecting' | 'disconnected' | 'failed'
  readonly reason?: string
  readonly error?: PresenceError
  readonly attempt: number
  readonly retryAt?: number
  readonly latency?: number
  readonly recovery?: Recovery
}

export interface ConnectionMeasures {
  /** When the wait of the state `waiting` ends, epoch ms. */
  readonly retryAt?: number | undefined
  /** Round trip, ms. */
  readonly latency?: number | undefined
}

/** The machine's state in five words. */
export function toConnectionStatus(state: ConnectionState, measures: ConnectionMeasures): ConnectionStatus {
  const { latency, retryAt } = measures
  const why = {
    ...(state.end === undefined ? {} : { reason: state.end.reason }),
    ...(state.end?.error === undefined ? {} : { error: state.end.error }),
  }
  switch (state.name) {
    case 'connected':
    case 'verifying':
      return {
        state: 'connected',
        attempt: 0,
        ...(latency === undefined ? {} : { latency }),
        ...(state.recovery === undefined ? {} : { recovery: state.recovery }),
      }
    case 'failed':
      return { state: 'failed', attempt: state.attempts, ...why }
    case 'disposed':
      return { state: 'disconnected', attempt: 0, ...why }
    case 'idle':
    case 'offline':
    case 'waiting':
    case 'opening':
    case 'greeting':
    case 'left': {
      const times = state.name === 'waiting' && retryAt !== undefined ? { retryAt } : {}
      return { state: state.wasConnected ? 'reconnecting' : 'connecting', attempt: state.attempts, ...why, ...times }
    }
  }
}
