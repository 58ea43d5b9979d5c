/**
 * One session record and one event give the next record: the same object when nothing changed.
 * Order of arrival does not matter (INV-1, 2, 3): the greatest `(seq, rank)` stands, where a
 * goodbye ranks above a state of the same counter. What is dropped changes nothing at all, not
 * even when the session was last heard of.
 */
import {
  OPTIONAL_STATUS_FIELDS,
  applyStatus,
  isSameValue,
  type DisconnectFrame,
  type PatchFrame,
  type StateFrame,
  type StatusFields,
  type TypingFrame,
} from '@rollcall/protocol'
import { frozenCopy } from './frozenCopy.ts'
import { pickFields } from './pickFields.ts'
import { patchPresence } from './patchPresence.ts'
import type { GoneSession, LiveSession, SessionRecord } from './presenceState.ts'
import type { Arrival, SessionEvent } from './sessionEvent.ts'
import { NOT_TYPING, expireTyping, learnTyping, startTyping, stopTyping, type TypingInputs } from './typingInputs.ts'

/** A move of `lastActiveAt` alone is no news until it is this large: people are told of minutes, not of heartbeats. */
const ACTIVE_STEP_MS = 60_000

/** The reducer of the room, one record at a time. */
export function reduceSession(record: SessionRecord, event: SessionEvent): SessionRecord {
  switch (event.type) {
    case 'announced':
      return isNewState(record, event.frame.seq, event.arrival) ? announced(record, event.frame, event.arrival) : record
    case 'patched':
      return record?.kind === 'live' && event.frame.seq > record.seq
        ? patched(record, event.frame, event.arrival)
        : record
    case 'typed':
      return record?.kind === 'live' && event.frame.seq > record.typingSeq
        ? typed(record, event.frame, event.arrival)
        : record
    case 'left':
      return left(record, event.frame)
    case 'removed':
      return record?.kind === 'live' ? gone(record.session.sessionId, record.seq, false) : record
    case 'ticked':
      return record?.kind === 'live' ? withTyping(record, expireTyping(typingOf(record), event.now)) : record
  }
}

/** The greatest counter heard of a live session, of whatever kind of frame. */
export function lastSeq(record: LiveSession): number {
  return Math.max(record.seq, record.typingSeq)
}

function isNewState(record: SessionRecord, seq: number, arrival: Arrival): boolean {
  if (record === undefined || seq > record.seq) return true
  // A server names unchanged sessions again with an unchanged counter; only a goodbye at that counter outranks it.
  return arrival.liveness === 'authority' && seq === record.seq && !(record.kind === 'gone' && record.said)
}

function announced(record: SessionRecord, frame: StateFrame, arrival: Arrival): LiveSession {
  const known = record?.kind === 'live' ? record : undefined
  const typing =
    known !== undefined && frame.seq < known.typingSeq
      ? typingOf(known)
      : learnTyping(known === undefined ? NOT_TYPING : typingOf(known), frame.typing ?? [], arrival.now)
  const fields = pickFields(frame)
  const session: LiveSession['session'] = {
    sessionId: frame.sessionId,
    userId: frame.userId,
    status: frame.status,
    presence: keepSame(known?.session.presence, frame.presence),
    typing: typing.inputs,
    // An age is free of clock skew, but not of the time frames are on their way: the first one stands.
    enteredAt: frame.ageMs === undefined ? frame.enteredAt : (known?.session.enteredAt ?? arrival.epoch - frame.ageMs),
    lastActiveAt: arrival.epoch - frame.idleMs,
    held: frame.held ?? false,
  }
  return {
    kind: 'live',
    session: keepSession(known?.session, session),
    info: keepSame(known?.info, frame.info),
    ...withFields(known, fields, arrival),
    seq: frame.seq,
    // Who is new to us told us in its list what it is typing; older typing frames are part of that.
    typingSeq: known?.typingSeq ?? frame.seq,
    typingUntil: typing.until,
    heardAt: arrival.now,
    heardIn: arrival.generation,
  }
}

function patched(known: LiveSession, frame: PatchFrame, arrival: Arrival): LiveSession {
  const fields = changesStatus(frame) ? applyStatus(known.fields, frame) : known.fields
  const session: LiveSession['session'] = {
    sessionId: known.session.sessionId,
    userId: known.session.userId,
    status: fields.status,
    presence: patchPresence(known.session.presence, frame),
    typing: known.session.typing,
    enteredAt: known.session.enteredAt,
    lastActiveAt: frame.idleMs === undefined ? known.session.lastActiveAt : arrival.epoch - frame.idleMs,
    // It speaks, so its connection is there.
    held: false,
  }
  return {
    kind: 'live',
    session: keepSession(known.session, session),
    info: frame.info === undefined ? known.info : keepSame(known.info, frame.info),
    ...withFields(known, fields, arrival),
    seq: frame.seq,
    typingSeq: known.typingSeq,
    typingUntil: known.typingUntil,
    heardAt: arrival.now,
    heardIn: arrival.generation,
  }
}

/** The known one where the content is equal, else a copy that nobody can change. */
function keepSame<T>(known: T | undefined, next: T): T {
  return known !== undefined && isSameValue(known, next) ? known : frozenCopy(next)
}

function withFields(
  known: LiveSession | undefined,
  fields: StatusFields,
  arrival: Arrival,
): Pick<LiveSession, 'fields' | 'changedAt'> {
  if (known !== undefined && (known.fields === fields || isSameValue(known.fields, fields)))
    return { fields: known.fields, changedAt: known.changedAt }
  return { fields: frozenCopy(fields), changedAt: arrival.order }
}

/** The known session where nothing that is shown has changed; `next` is not yet seen by anybody. */
function keepSession(known: LiveSession['session'] | undefined, next: LiveSession['session']): LiveSession['session'] {
  if (known === undefined) return Object.freeze(next)
  if (
    known.presence === next.presence &&
    known.status === next.status &&
    known.typing === next.typing &&
    known.enteredAt === next.enteredAt &&
    known.held === next.held &&
    known.userId === next.userId &&
    next.lastActiveAt - known.lastActiveAt < ACTIVE_STEP_MS
  )
    return known
  // Never backwards: a frame may take longer on its way than the one before.
  return Object.freeze(next.lastActiveAt < known.lastActiveAt ? { ...next, lastActiveAt: known.lastActiveAt } : next)
}

const STATUS_KEYS = ['status', ...OPTIONAL_STATUS_FIELDS] as const

function changesStatus(frame: PatchFrame): boolean {
  return STATUS_KEYS.some((key) => frame[key] !== undefined)
}

function typed(known: LiveSession, frame: TypingFrame, arrival: Arrival): LiveSession {
  const typing = frame.on
    ? startTyping(typingOf(known), frame.input, arrival.now)
    : stopTyping(typingOf(known), frame.input)
  // A stop may be the server's word for a session whose connection is away; a start is the session's own.
  const awake = frame.on && known.session.held ? { ...known, session: { ...known.session, held: false } } : known
  const told = withTyping(awake, typing)
  return {
    ...told,
    session: Object.freeze(told.session),
    typingSeq: frame.seq,
    heardAt: arrival.now,
    heardIn: arrival.generation,
  }
}

function left(record: SessionRecord, frame: DisconnectFrame): SessionRecord {
  const { sessionId, seq } = frame
  if (record === undefined) return gone(sessionId, seq, true)
  if (record.kind === 'live') return seq >= record.seq ? gone(sessionId, seq, true) : record
  return seq > record.seq || (seq === record.seq && !record.said) ? gone(sessionId, seq, true) : record
}

function gone(sessionId: string, seq: number, said: boolean): GoneSession {
  return { kind: 'gone', sessionId, seq, said }
}

function typingOf(record: LiveSession): TypingInputs {
  return { inputs: record.session.typing, until: record.typingUntil }
}

function withTyping(record: LiveSession, typing: TypingInputs): LiveSession {
  if (typing.inputs === record.session.typing)
    return typing.until === record.typingUntil ? record : { ...record, typingUntil: typing.until }
  const session = Object.freeze({ ...record.session, typing: typing.inputs })
  return { ...record, session, typingUntil: typing.until }
}
