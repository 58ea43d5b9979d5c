import type { Connection } from '@rollcall/core'
import type { LinkFact } from '../announcer/linkVoice.ts'

const facts: Readonly<Record<Connection['state'], LinkFact>> = {
  connecting: 'starting',
  connected: 'up',
  reconnecting: 'away',
  disconnected: 'closed',
  failed: 'failed',
}

/** What the announcer hears of a connection. Without a network the device says so, whatever the socket believes. */
export function linkFact({ state, device }: Connection): LinkFact {
  const fact = facts[state]
  return device === 'offline' && fact !== 'failed' && fact !== 'closed' ? 'offline' : fact
}
