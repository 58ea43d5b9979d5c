import type { DisconnectFrame, PeerFrame } from '@rollcall/protocol'

/** What this session has said of itself, room by room, so that a goodbye can be said for it. */
export interface AnnouncedRooms {
  note(frame: PeerFrame): void
  /** One `disconnect` for each room entered, with a counter above all that was sent; forgets them. */
  takeGoodbyes(): readonly DisconnectFrame[]
}

/** Follows the frames of the session `sessionId`; others' are not its business. */
export function createAnnouncedRooms(sessionId: string): AnnouncedRooms {
  const lastSeqs = new Map<string, number>()
  return {
    note: (frame) => {
      if (frame.sessionId !== sessionId) return
      if (frame.type === 'disconnect') lastSeqs.delete(frame.room)
      else if (frame.type === 'state') lastSeqs.set(frame.room, frame.seq)
      // Typing counts in the same domain: a goodbye below it would be dropped as stale (INV-18).
      else if (frame.type === 'typing' && lastSeqs.has(frame.room)) lastSeqs.set(frame.room, frame.seq)
    },
    takeGoodbyes: () => {
      const goodbyes = [...lastSeqs].map(([room, seq]): DisconnectFrame => ({
        type: 'disconnect',
        room,
        sessionId,
        seq: seq + 1,
        reason: 'closed',
      }))
      lastSeqs.clear()
      return goodbyes
    },
  }
}
