/** The two whole vocabularies of a connection with a server. Tabs among themselves speak `PeerFrame`. */
import type { ConnectionFrame, ConnectionRequest } from './connectionFrames.ts'
import type { MemberFrame, MemberRequest } from './memberFrames.ts'
import type { SessionFrame, SessionRequest } from './sessionFrames.ts'

/** What a client may say. */
export type ClientFrame = ConnectionRequest | SessionRequest | MemberRequest

/** What a server may say. */
export type ServerFrame = ConnectionFrame | SessionFrame | MemberFrame
