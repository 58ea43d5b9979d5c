/**
 * Rooms that were given back, until the server has heard our goodbye. One that was lost with its connection is said again
 * on the resumed one: the session lives on, and would stay in a room that nobody here is in any more.
 */
import type { PresenceError } from '@rollcall/protocol'
import type { OutgoingFrame } from '../transport/transport.ts'
import type { SeqCounter } from './seqCounter.ts'

export interface Partings {
  /** A goodbye is said; what it returns hears the answer. */
  begin(room: string): (error?: PresenceError) => void
  /** Comes before the rooms that are there: one that was taken again speaks for itself. */
  connected(connection: { readonly resumed: boolean }): void
}

export interface PartingsOptions {
  readonly counter: SeqCounter
  send(frames: readonly OutgoingFrame[]): boolean
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  /** Whether somebody here has the room again. */
  isTaken(room: string): boolean
}

/** Nothing was given back yet. */
export function createPartings({ counter, send, openRequest, isTaken }: PartingsOptions): Partings {
  const unheard = new Map<string, object>()
  const begin = (room: string): (() => void) => {
    const goodbye = {}
    unheard.set(room, goodbye)
    // Any answer will do: whoever is refused because they are not in the room is out of it.
    return () => {
      if (unheard.get(room) === goodbye) unheard.delete(room)
    }
  }
  return {
    begin,
    connected: ({ resumed }) => {
      const rooms = resumed ? [...unheard.keys()].filter((room) => !isTaken(room)) : []
      unheard.clear()
      for (const room of rooms) {
        const request = openRequest(begin(room))
        const asked = request === undefined ? {} : { request }
        send([
          { type: 'disconnect', room, seq: counter.next(), ...asked },
          { type: 'dismiss', room },
        ])
      }
    },
  }
}
