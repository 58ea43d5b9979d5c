/** The records of a room: events go through the reducer, and what that changes goes to the members, the departed and the listeners of events. */
import type { LeaveReason, PresenceData } from '@rollcall/protocol'
import type { StateTrace } from '../store/storeState.ts'
import type { Departed } from './departed.ts'
import type { AnyMember } from './foldMember.ts'
import type { MemberTable } from './memberTable.ts'
import { classifyChange, type PresenceEvent } from './presenceEvent.ts'
import { reduceSession } from './presenceReducer.ts'
import type { LiveSession, SessionRecord } from './presenceState.ts'
import { nameChange } from './nameChange.ts'
import type { SessionEvent } from './sessionEvent.ts'
import { createTombstones } from './tombstones.ts'

/** What goes with an event into what is told of it. */
export interface Circumstances {
  /** Epoch ms, server's clock. */
  readonly at: number
  readonly reason?: LeaveReason
  /** Of somebody who comes: was here before we looked. */
  readonly wasHere?: boolean
  readonly lastWord?: PresenceData
  /** Of somebody who goes: the last sign of life, epoch ms. Default: now. */
  readonly lastSeenAt?: number
}

export interface SessionTable {
  get(sessionId: string): SessionRecord
  /** Takes an event to its record; `true` if it was not dropped. */
  apply(sessionId: string, event: SessionEvent, circumstances: Circumstances): boolean
  /** Puts our own session's record, which no frame of others may touch; `undefined` takes it away. */
  putOwn(next: LiveSession | undefined, circumstances: Circumstances): void
  /** Records of others. */
  live(): Iterable<LiveSession>
  sessionCount(): number
  tombstoneCount(): number
  /** Forgets all others silently: the room is looked at no longer. */
  clear(): void
}

export interface SessionTableOptions {
  readonly members: MemberTable
  readonly departed: Departed
  emit(event: PresenceEvent): void
  /** Where nobody listens no member is folded for an event. */
  isObserved(): boolean
  /** Told of each change of another's session that can be seen. */
  readonly trace?: StateTrace | undefined
  /** Remembered sessions that have gone; beyond it the oldest are forgotten (INV-20). Default 10,000. */
  readonly tombstoneCap?: number
}

const DEFAULT_TOMBSTONE_CAP = 10_000

/** Makes an empty room. */
export function createSessionTable(options: SessionTableOptions): SessionTable {
  const { members, departed } = options
  const records = new Map<string, LiveSession>()
  const tombstones = createTombstones(options.tombstoneCap ?? DEFAULT_TOMBSTONE_CAP)
  let own: LiveSession | undefined

  const tell = (
    type: PresenceEvent['type'],
    member: AnyMember | undefined,
    session: LiveSession['session'],
    circumstances: Circumstances,
  ): void => {
    if (member === undefined || !options.isObserved()) return
    const { at, reason, lastWord } = circumstances
    const ending = type === 'leave' || type === 'update'
    options.emit({
      type,
      member,
      session,
      at,
      ...(ending && reason !== undefined ? { reason } : {}),
      ...(type === 'leave' && lastWord !== undefined ? { presence: lastWord } : {}),
    })
  }
  const replaceOfPerson = (
    userId: string,
    previous: LiveSession | undefined,
    next: LiveSession | undefined,
    circumstances: Circumstances,
  ): void => {
    const wasPresent = members.has(userId)
    // Once the last session is gone nobody can fold the person any more.
    const isLast = wasPresent && next === undefined && members.member(userId)?.sessions.length === 1
    const before = isLast ? members.member(userId) : undefined
    members.replace(previous, next)
    const session = (next ?? previous)?.session
    if (session === undefined) return
    if (before !== undefined && !members.has(userId)) {
      departed.left(before, circumstances.lastSeenAt ?? circumstances.at)
      tell('leave', before, session, circumstances)
    } else if (!wasPresent) {
      departed.returned(userId)
      tell(circumstances.wasHere === true ? 'present' : 'enter', readIfObserved(userId), session, circumstances)
    } else {
      const change = classifyChange(previous, next)
      // A reason tells why a session ended: of an update it stands only where the person's other sessions stay.
      const told = next === undefined ? circumstances : { at: circumstances.at }
      if (change !== undefined) tell(change, readIfObserved(userId), session, told)
    }
  }
  const readIfObserved = (userId: string): AnyMember | undefined =>
    options.isObserved() ? members.member(userId) : undefined
  const replace = (
    previous: LiveSession | undefined,
    next: LiveSession | undefined,
    circumstances: Circumstances,
  ): void => {
    const [from, to] = [previous?.session.userId, next?.session.userId]
    if (from !== undefined && from !== to) replaceOfPerson(from, previous, undefined, circumstances)
    if (to !== undefined) replaceOfPerson(to, from === to ? previous : undefined, next, circumstances)
  }
  const keep = (sessionId: string, next: SessionRecord): void => {
    if (next?.kind === 'live') {
      records.set(sessionId, next)
      tombstones.delete(sessionId)
    } else if (next !== undefined) {
      records.delete(sessionId)
      tombstones.put(next)
    }
  }
  const get = (sessionId: string): SessionRecord => records.get(sessionId) ?? tombstones.get(sessionId)
  return {
    get,
    apply: (sessionId, event, circumstances) => {
      const previous = get(sessionId)
      const next = reduceSession(previous, event)
      if (next === previous) return false
      keep(sessionId, next)
      const [before, after] = [asLive(previous), asLive(next)]
      if (before !== undefined || after !== undefined) replace(before, after, circumstances)
      if (options.trace !== undefined && before?.session !== after?.session)
        options.trace(nameChange(event, before, circumstances.reason), after?.session ?? before?.session)
      return true
    },
    putOwn: (next, circumstances) => {
      const previous = own
      if (previous === next) return
      own = next
      replace(previous, next, circumstances)
    },
    live: () => records.values(),
    sessionCount: () => records.size + (own === undefined ? 0 : 1),
    tombstoneCount: () => tombstones.size(),
    clear: () => {
      for (const record of records.values()) members.replace(record, undefined)
      records.clear()
    },
  }
}

function asLive(record: SessionRecord): LiveSession | undefined {
  return record?.kind === 'live' ? record : undefined
}
