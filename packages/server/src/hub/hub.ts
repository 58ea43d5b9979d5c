/** The face of the hub: the server's truth about sessions, rooms and people. No sockets, no promises, no `node:*`. */
import type {
  aggregate,
  Clock,
  DisconnectRequest,
  DismissRequest,
  Info,
  MoveRequest,
  PatchRequest,
  PersonView,
  PresenceData,
  Random,
  RollCallRequest,
  SelfStatus,
  StateRequest,
  Status,
  StatusChanges,
  StatusFields,
  StatusRanking,
  TypingRequest,
} from '@rollcall/protocol'
import type { Backplane } from '../backplane/backplane.ts'
import type { Recipient } from './delivery.ts'
import type { ServerLimits, ServerTimes } from './serverLimits.ts'

/** What happens in rooms, for the application. Told after the fact; what a hook throws goes to `report`. */
export interface HubHooks {
  readonly onEnter?: (event: RoomEvent) => void
  readonly onLeave?: (event: RoomEvent) => void
  /** The last session has left the room. */
  readonly onEmpty?: (room: string) => void
}
export interface RoomEvent {
  readonly room: string
  readonly userId: string
  readonly sessionId: string
}

export interface PresenceHubOptions {
  readonly clock: Clock
  readonly random: Random
  readonly backplane: Backplane
  readonly ranking?: StatusRanking
  readonly limits?: Partial<ServerLimits>
  readonly times?: Partial<ServerTimes>
  /** How sessions fold into a person; default {@link aggregate}. Where it throws, the default decides. */
  readonly aggregate?: typeof aggregate
  readonly hooks?: HubHooks
  /** Told of what a hook or `aggregate` threw. */
  readonly report?: (error: unknown) => void
}

/** A session's own status, as `statusUpdate` and `hello` say it. */
export interface StatusRequest {
  readonly changes: StatusChanges
  readonly pin?: boolean
  readonly until?: number
  readonly idleMs?: number
}

/** Somebody at the door, who has proved who they are. */
export interface Entrance {
  readonly userId: string
  readonly info: Info
  readonly recipient: Recipient
  /** Digest of the resume token shown. */
  readonly resumeHash?: string
  /** Digest of the token that `welcome` will carry. */
  readonly nextResumeHash: string
  readonly status: StatusRequest
}

/** One connection's hold on its session. Once superseded or let go it has no effect any more (INV-39). */
export interface Attachment {
  readonly sessionId: string
  readonly userId: string
}

export interface Opened {
  readonly attachment: Attachment
  readonly resumed: boolean
  readonly self: SelfStatus
}

/** How a request is carried out. */
export interface Pace {
  /** Beyond its rate: the truth changes now, others hear after this many ms, newest value only. */
  readonly delayMs: number
}

/** A person in a room, as others may see them (PROTOCOL.md, chapter 7). */
export interface RoomMember extends StatusFields {
  readonly userId: string
  readonly info: Info
  readonly lastActiveAt: number
  readonly lastSeenAt: number
  readonly sessions: readonly RoomMemberSession[]
}
export interface RoomMemberSession {
  readonly sessionId: string
  readonly status: Status
  readonly presence: PresenceData
  readonly enteredAt: number
}
export interface RoomCount {
  readonly members: number
  readonly sessions: number
}

/** Presence without a connection: of the server itself, or of a caller of the HTTP route. */
export interface KeptPresence {
  readonly userId: string
  readonly info: Info
  readonly room?: string
  readonly presence?: PresenceData
  readonly changes?: StatusChanges
  /** Gone after this many ms without being kept again, with no further hold; absent = until `leave`. */
  readonly ttlMs?: number
  /** Which of several kept sessions of this user; the same key is the same session. */
  readonly key: string
}
export interface KeptSession {
  readonly sessionId: string
  leave(): void
}

/** What a session has by rights that can be taken away. */
export interface Holdings {
  /** Rooms seen, whole or counted. */
  readonly seen: readonly string[]
  readonly entered: readonly string[]
  readonly followed: readonly string[]
}

/** How many records the hub holds. */
export interface TableSizes {
  readonly sessions: number
  /** People with sessions or followers. */
  readonly people: number
  readonly rooms: number
  readonly resumeTokens: number
  readonly keptSessions: number
}

/**
 * One input in, deliveries out: each call changes the truth and hands frames to the recipients concerned in the
 * same turn. Refusals are thrown as PresenceError (`conflict`, `limit_exceeded`, `data_too_large`, `bad_frame`) and change nothing.
 */
export interface PresenceHub {
  /** Names this memory; new with each start. */
  readonly epoch: string
  /** `hello`: resumes or makes a session. Nothing is delivered to it before {@link PresenceHub.listen}. */
  open(entrance: Entrance): Opened
  /** From now on the connection hears; first what was missed, newest value each. Called after `welcome`, and when a slow reader has caught up. */
  listen(attachment: Attachment): void
  /** A slow reader: what would be sent is only noted until {@link PresenceHub.listen}. */
  pause(attachment: Attachment): void
  /** The first frame after `welcome` came: the old resume token is dead (two-phase, INV-40). */
  confirm(attachment: Attachment): void
  /** Everything told by now is on its way: the result is called once it is known to have arrived (a pong). */
  sent(attachment: Attachment): () => void
  /** Whether this connection still holds its session. */
  isCurrent(attachment: Attachment): boolean
  /** The connection is gone without a goodbye, last heard at `contactAt` (epoch ms): the session is held. */
  detach(attachment: Attachment, contactAt: number): void
  /** `bye`. */
  leave(attachment: Attachment, reason: 'leave' | 'unload'): void
  /** `bye unload` by another way than the connection: of the session whose newest resume token this is the digest of. */
  farewell(resumeHash: string): void
  /** A fresh token vouched for other info. */
  refreshInfo(attachment: Attachment, info: Info): void

  rollCall(attachment: Attachment, request: RollCallRequest): void
  dismiss(attachment: Attachment, request: DismissRequest): void
  state(attachment: Attachment, request: StateRequest, pace?: Pace): void
  patch(attachment: Attachment, request: PatchRequest, pace?: Pace): void
  disconnect(attachment: Attachment, request: DisconnectRequest): void
  typing(attachment: Attachment, request: TypingRequest): void
  move(attachment: Attachment, request: MoveRequest, pace?: Pace): void

  statusUpdate(attachment: Attachment, request: StatusRequest, pace?: Pace): void
  /** Follows and answers with `sync`. The ids are allowed already. */
  follow(attachment: Attachment, userIds: readonly string[]): void
  unfollow(attachment: Attachment, userIds: readonly string[]): void

  /** What the session sees, is in and follows; nothing where the connection has lost it. */
  holdings(attachment: Attachment): Holdings
  /** Takes the session out of a room, reason `kicked`, and tells it. */
  expel(attachment: Attachment, room: string): void
  /** Stops following people whom the session may not follow any more: to it they are offline from now on. */
  disown(attachment: Attachment, userIds: readonly string[]): void

  /** Members as others see them: invisible people are not among them. */
  members(room: string): readonly RoomMember[]
  /** One of them; costs their sessions, however many others are there. */
  member(room: string, userId: string): RoomMember | undefined
  count(room: string): RoomCount
  /** People as followers see them, in the order asked; somebody never seen is offline without `lastSeenAt`. */
  people(userIds: readonly string[]): readonly PersonView[]
  /** Enters or renews presence without a connection. */
  keep(presence: KeptPresence): KeptSession
  /** Ends a session: reason `kicked`, close 4507. Unknown ids change nothing. */
  kick(sessionId: string): void
  /** Ends all sessions of a user and their resume tokens: close 4507. */
  revokeUser(userId: string): void
  /** Sessions known, held ones included. */
  sessionCount(): { readonly attached: number; readonly held: number }
  /** Sizes of the hub's tables, for gauges: all are 0 again when everybody has gone (T18). */
  tableSizes(): TableSizes
  /** Ends all timers; sends nothing. */
  dispose(): void
}
