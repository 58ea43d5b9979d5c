/**
 * One tab or device of a person. attached → held (its connection is away) → gone. The record is
 * owned by the hub and changed in place; nothing outside the hub holds one.
 */
import type { StatusFields } from '@rollcall/protocol'
import type { Recipient } from './delivery.ts'
import type { Attachment } from './hub.ts'
import type { MergeGate } from './mergeGate.ts'

/** The two counters of a (room, session). */
export interface Counters {
  /** Greatest `c` the client has sent: what is not greater is stale (T27). */
  client: number
  /** `c` of the last frame that the server sent about it. */
  server: number
}

export interface Session {
  readonly sessionId: string
  readonly userId: string
  /** What it says of itself. */
  fields: StatusFields
  /** What rooms were last told: its own fields under the person's pinned status. */
  told: StatusFields
  /** Order of the last change of a status key, for the fold. */
  changedAt: number
  /** Monotonic instant of its last input. */
  activeAt: number
  attachment: Attachment | undefined
  recipient: Recipient | undefined
  /** Off between `open` and `listen`, and for slow readers: nothing is sent, and what was missed is found by version. */
  isListening: boolean
  /** Everything told up to this version has surely arrived. */
  provenVersion: number
  /** Version at which it stopped hearing: what came into sight later it cannot know. */
  awayVersion: number
  /** Version at which `welcome` told it its person's pinned status. */
  welcomedVersion: number
  /** Until when a token that has been used already is refused: while its winner may still say its first frame. */
  exclusiveUntil: number
  /** Last sign of life, epoch ms; of an attached session the connection knows better. */
  contactAt: number
  /** Without a connection on purpose, entered by the server or over HTTP: its key among the kept ones. Never shown as held. */
  readonly keptAs: string | undefined
  cancelExpiry: (() => void) | undefined
  readonly entered: Set<string>
  /** Rooms seen, whole or counted → version of the picture that was sent. */
  readonly watching: Map<string, number>
  /** People followed → version of the picture that was sent. */
  readonly follows: Map<string, number>
  readonly counters: Map<string, Counters>
  gate: MergeGate | undefined
}

/** A new session, attached to nothing yet. */
export function createSession(options: Pick<Session, 'sessionId' | 'userId' | 'keptAs'>, now: number): Session {
  const fields: StatusFields = { status: 'online' }
  return {
    ...options,
    fields,
    told: fields,
    changedAt: 0,
    activeAt: now,
    attachment: undefined,
    recipient: undefined,
    isListening: false,
    provenVersion: 0,
    awayVersion: 0,
    welcomedVersion: 0,
    exclusiveUntil: Number.NEGATIVE_INFINITY,
    contactAt: 0,
    cancelExpiry: undefined,
    entered: new Set(),
    watching: new Map(),
    follows: new Map(),
    counters: new Map(),
    gate: undefined,
  }
}

/** Last sign of life, epoch ms. */
export function lastContactAt(session: Session): number {
  return session.recipient?.lastContactAt() ?? session.contactAt
}

/** Whether a client's counter is not newer than the last one: such a frame is dropped, and acked (T27). */
export function isStale(session: Session, room: string, seq: number): boolean {
  return seq <= (session.counters.get(room)?.client ?? 0)
}

/** Takes note of a client's counter. Counters of rooms left longest ago are forgotten beyond `keptRooms`. */
export function noteSeq(
  session: Session,
  room: string,
  options: { readonly seq: number; readonly keptRooms: number },
): void {
  const counters = session.counters.get(room) ?? { client: 0, server: 0 }
  counters.client = options.seq
  session.counters.set(room, counters)
  if (session.counters.size <= session.entered.size + options.keptRooms) return
  for (const name of session.counters.keys())
    if (name !== room && !session.entered.has(name)) {
      session.counters.delete(name)
      return
    }
}

/** The next counter of a frame about this session in this room. */
export function nextSeq(session: Session, room: string): number {
  const counters = session.counters.get(room) ?? { client: 0, server: 0 }
  counters.server += 1
  session.counters.set(room, counters)
  return counters.server
}

/** The counter of the last frame that was sent about it. */
export function lastSeq(session: Session, room: string): number {
  return Math.max(1, session.counters.get(room)?.server ?? 0)
}

/** Longer idle times are told as this: the wire has safe integers only, whatever a client claims. */
const LONGEST_IDLE_MS = 2 ** 40

/** Ms since its last input, as it goes on the wire. */
export function idleMsOf(session: Session, now: number): number {
  return Math.min(LONGEST_IDLE_MS, Math.max(0, Math.round(now - session.activeAt)))
}
