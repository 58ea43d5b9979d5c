import type { Connection } from '@rollcall/core'
import type { ShownLink } from './holdBack.ts'

/** What a return came to; `undefined`: there was none, or the transport cannot tell. */
export type Outcome = Connection['recovery'] | undefined

/** The socket itself: away, or up with what its last return came to. */
export type Socket = 'away' | 'resumed' | 'resynced' | 'first'

/** What was shown of a link, and what its return came to. */
export interface Recall {
  readonly shown: ShownLink['state']
  readonly socket: Socket
  /** While it was shown as away, the socket was. */
  readonly isLost: boolean
  readonly outcome: Outcome
}

const AWAY: ReadonlySet<ShownLink['state']> = new Set(['reconnecting', 'offline', 'failed'])

export function socketOf({ state, recovery }: Connection): Socket {
  return state === 'connected' ? (recovery ?? 'first') : 'away'
}

export function firstRecall(shown: ShownLink['state'], socket: Socket): Recall {
  return { shown, socket, isLost: socket === 'away', outcome: undefined }
}

/** Pure. A network that was gone while the socket stood has cost nothing: that counts as resumed. */
export function recall(last: Recall, shown: ShownLink['state'], socket: Socket): Recall {
  if (last.shown === shown && last.socket === socket) return last
  const wasAway = AWAY.has(last.shown)
  const isLost = socket === 'away' || (wasAway && last.isLost)
  if (shown !== 'connected' || socket === 'away') return { shown, socket, isLost, outcome: undefined }
  if (!wasAway) return { ...last, shown, socket }
  return { shown, socket, isLost: false, outcome: returnOf(isLost, socket) }
}

function returnOf(isLost: boolean, socket: Exclude<Socket, 'away'>): Outcome {
  if (!isLost) return 'resumed'
  return socket === 'first' ? undefined : socket
}

/** `recall` with its memory: what the return came to that was seen last. */
export function createRecall(): (shown: ShownLink['state'], socket: Socket) => Outcome {
  let last: Recall | undefined
  return (shown, socket) => {
    last = last === undefined ? firstRecall(shown, socket) : recall(last, shown, socket)
    return last.outcome
  }
}
