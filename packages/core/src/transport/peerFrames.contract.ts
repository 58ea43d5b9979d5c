import { decodePeerMessage, encodePeerFrame, type StateFrame } from '@rollcall/protocol'
import type { TransportSubject } from '../testing/transportContract.ts'

/** A whole state, as a session says it. */
export function peerState(room: string, sessionId: string, seq = 1): StateFrame {
  return {
    type: 'state',
    room,
    sessionId,
    userId: 'ada',
    seq,
    status: 'online',
    info: {},
    presence: {},
    idleMs: 0,
    enteredAt: 0,
  }
}

/** What subjects between tabs have in common. */
export const PEER_SUBJECT: Omit<TransportSubject, 'open'> = {
  frame: (room, sessionId) => peerState(room, sessionId),
  textThere: (room) => encodePeerFrame(peerState(room, 'another')),
  goodbye: 'disconnect',
}

/** The frames in messages between tabs. */
export function readPeerMessages(messages: readonly unknown[]): readonly { type: string; room: string }[] {
  return messages.flatMap((message) => decodePeerMessage(message)).flatMap(({ frame }) => frame ?? [])
}
