/** What each state of our own link looks like and is called. */
import type { StatusShape, StatusTone } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import { failureOf } from './failureOf.ts'

/**
 * `idle`: not connected yet, and not long enough to be said; keeps the place · `offline`: the device has no network ·
 * `resumed`, `resynced`: connected again a moment ago, with nothing missed, or with everything asked for again ·
 * `failed`: will not try by itself · `closed`: the app has ended it.
 */
export type ConnectionState =
  | 'idle'
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'offline'
  | 'resumed'
  | 'resynced'
  | 'failed'
  | 'closed'

interface ConnectionLooks {
  readonly shape: StatusShape
  readonly tone: StatusTone
}

const WAITING: ConnectionLooks = { shape: 'broken-ring', tone: 'neutral' }
const UP: ConnectionLooks = { shape: 'disc', tone: 'positive' }

/** Amber, not red, while it may come back by itself. */
export const connectionLooks: Readonly<Record<ConnectionState, ConnectionLooks>> = {
  idle: WAITING,
  connecting: WAITING,
  connected: UP,
  resumed: UP,
  resynced: UP,
  reconnecting: { shape: 'broken-ring', tone: 'warning' },
  offline: { shape: 'slashed-ring', tone: 'warning' },
  failed: { shape: 'barred-disc', tone: 'negative' },
  closed: { shape: 'ring', tone: 'neutral' },
}

/** The word beside the shape. `code`: why it failed, which is explained where a person can do something about it. */
export function connectionWord(state: ConnectionState, code: string | undefined, strings: Strings): string {
  const { connection } = strings
  switch (state) {
    case 'idle':
      return connection.connecting
    case 'offline':
      return connection.deviceOffline
    case 'closed':
      return connection.disconnected
    case 'resumed':
    case 'resynced':
      return strings[state]
    case 'failed': {
      const failure = failureOf(code)
      return failure === undefined ? connection.failed : strings.failures[failure]
    }
    case 'connecting':
    case 'connected':
    case 'reconnecting':
      return connection[state]
  }
}
