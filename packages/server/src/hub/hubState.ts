/** What the parts of the hub share: the tables and the ports. Made once a hub, handed to each part. */
import {
  aggregate,
  createId,
  createRanking,
  type Clock,
  type Random,
  type ServerFrame,
  type StatusRanking,
} from '@rollcall/protocol'
import type { Backplane } from '../backplane/backplane.ts'
import { createOutgoing, type OutgoingFrame } from './delivery.ts'
import type { Attachment, HubHooks, PresenceHubOptions } from './hub.ts'
import { integerWall } from './integerWall.ts'
import type { Person } from './person.ts'
import { createResumeTokens, type ResumeTokens } from './resume.ts'
import { createRoom, isUnused, type Room } from './room.ts'
import { SERVER_LIMITS, SERVER_TIMES, type ServerLimits, type ServerTimes } from './serverLimits.ts'
import type { Session } from './session.ts'

const EPOCH_BYTES = 9

export interface HubState {
  readonly clock: Clock
  readonly random: Random
  readonly backplane: Backplane
  readonly ranking: StatusRanking
  readonly aggregate: typeof aggregate
  readonly limits: ServerLimits
  readonly times: ServerTimes
  readonly hooks: HubHooks
  readonly report: (error: unknown) => void
  readonly epoch: string
  readonly sessions: Map<string, Session>
  readonly people: Map<string, Person>
  readonly rooms: Map<string, Room>
  readonly tokens: ResumeTokens
  /** Kept sessions (without a connection): user and key → session. */
  readonly kept: Map<string, Session>
  /** Grows with each frame told about a session or a person: what is stamped later was told later. */
  version: number
}

export function createHubState(options: PresenceHubOptions): HubState {
  return {
    clock: integerWall(options.clock),
    random: options.random,
    backplane: options.backplane,
    ranking: options.ranking ?? createRanking(),
    aggregate: options.aggregate ?? aggregate,
    limits: { ...SERVER_LIMITS, ...options.limits },
    times: { ...SERVER_TIMES, ...options.times },
    hooks: options.hooks ?? {},
    report: options.report ?? (() => {}),
    epoch: createId(options.random, EPOCH_BYTES),
    sessions: new Map(),
    people: new Map(),
    rooms: new Map(),
    tokens: createResumeTokens(),
    kept: new Map(),
    version: 1,
  }
}

export function nextVersion(hub: HubState): number {
  hub.version += 1
  return hub.version
}

/** The session that this connection still holds; `undefined` once superseded or let go (INV-39). */
export function sessionOf(hub: HubState, attachment: Attachment): Session | undefined {
  const session = hub.sessions.get(attachment.sessionId)
  return session?.attachment === attachment ? session : undefined
}

export function roomOf(hub: HubState, name: string): Room {
  const known = hub.rooms.get(name)
  if (known !== undefined) return known
  const created = createRoom(name)
  hub.rooms.set(name, created)
  return created
}

/** Forgets a room that nobody needs any more. */
export function releaseRoom(hub: HubState, room: Room): void {
  if (!isUnused(room)) return
  room.countGate?.reset()
  hub.rooms.delete(room.name)
}

/** The person's record; made from what the backplane remembers. */
export function personOf(hub: HubState, userId: string): Person {
  const known = hub.people.get(userId)
  if (known !== undefined) return known
  const memory = hub.backplane.recall(userId)
  const person: Person = {
    userId,
    info: memory?.info ?? {},
    sessions: new Set(),
    followers: new Set(),
    pinned: memory?.pinned,
    cancelPin: undefined,
    told: undefined,
    version: 0,
    pinVersion: 0,
    lastSeenAt: memory?.lastSeenAt,
    gate: undefined,
  }
  hub.people.set(userId, person)
  return person
}

/** Hands one frame to one session, where it listens. */
export function tell(session: Session, outgoing: OutgoingFrame): void {
  if (session.isListening) session.recipient?.receive(outgoing)
}

/** Hands one frame, encoded once, to all of `sessions` but one: cost K, never all (INV-36). */
export function broadcast(sessions: ReadonlySet<Session>, frame: ServerFrame, except?: Session): void {
  if (sessions.size === 0) return
  const outgoing = createOutgoing(frame)
  for (const session of sessions) if (session !== except) tell(session, outgoing)
}

/** Runs a hook of the application; what it throws harms nobody. */
export function runHook(hub: HubState, hook: (() => void) | undefined): void {
  try {
    hook?.()
  } catch (error) {
    hub.report(error)
  }
}
