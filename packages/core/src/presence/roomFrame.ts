import type { PeerRollCall, SessionFrame } from '@rollcall/protocol'

/** A frame that concerns one room, from a server or from another tab. */
export type RoomFrame = SessionFrame | PeerRollCall
