/**
 * How long sessions of other programs (Studios) have done nothing. They say so by a wall clock of
 * their own, which is never compared with ours: what counts is when we saw that word change. They
 * announce every 30 s whether or not anybody touched them; without this they would never rest.
 */
import type { Clock } from '@rollcall/protocol'
import { isRecord } from './readRpcMessage.ts'

export interface StrangerIdle {
  /** Ms since `locations` of the session told of activity that was new to us; 0 at first. */
  note(sessionId: string, locations: unknown): number
  forget(sessionId: string): void
}

/** Beyond this many the longest unheard count as active again; anybody can invent sessions. */
const MAX_WATCHED = 10_000

/** Watches nobody yet. */
export function createStrangerIdle(clock: Clock): StrangerIdle {
  const sessions = new Map<string, { readonly word: string; readonly since: number }>()
  return {
    note: (sessionId, locations) => {
      const word = readActivity(locations)
      const known = sessions.get(sessionId)
      const since = known?.word === word ? known.since : clock.now()
      const [eldest] = sessions.keys()
      if (known === undefined && sessions.size >= MAX_WATCHED && eldest !== undefined) sessions.delete(eldest)
      // Set anew each time: the order of the map is who was heard last.
      sessions.delete(sessionId)
      sessions.set(sessionId, { word, since })
      return Math.round(clock.now() - since)
    },
    forget: (sessionId) => sessions.delete(sessionId),
  }
}

function readActivity(locations: unknown): string {
  if (!Array.isArray(locations)) return ''
  return locations.map((location) => (isRecord(location) ? String(location['lastActiveAt']) : '')).join()
}
