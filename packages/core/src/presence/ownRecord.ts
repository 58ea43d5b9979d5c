/** Our own session as a record beside the others': made from what we say, never from what we hear. */
import { isSameValue, type PresenceData } from '@rollcall/protocol'
import { frozenCopy } from './frozenCopy.ts'
import type { Speaker } from './ownFrames.ts'
import type { LiveSession } from './presenceState.ts'
import type { Arrival } from './sessionEvent.ts'

export interface OwnSession {
  readonly speaker: Speaker
  readonly presence: PresenceData
  readonly typing: readonly string[]
  readonly enteredAt: number
}

const keepSame = <T>(known: T | undefined, next: T): T =>
  known !== undefined && isSameValue(known, next) ? known : frozenCopy(next)

/** The next own record; parts of equal content keep their identity, and the whole where nothing changed. */
export function ownRecord(known: LiveSession | undefined, own: OwnSession, arrival: Arrival): LiveSession {
  const { speaker } = own
  const next: LiveSession['session'] = {
    sessionId: speaker.sessionId,
    userId: speaker.userId,
    status: speaker.fields.status,
    presence: keepSame(known?.session.presence, own.presence),
    typing: keepSame(known?.session.typing, own.typing),
    enteredAt: own.enteredAt,
    // Told to others with each frame; on our own page it is news only together with something else.
    lastActiveAt: known?.session.lastActiveAt ?? arrival.epoch - speaker.idleMs,
    held: false,
  }
  const session = known !== undefined && isSameValue(known.session, next) ? known.session : Object.freeze(next)
  const info = keepSame(known?.info, speaker.info)
  const fields = keepSame(known?.fields, speaker.fields)
  if (known !== undefined && known.session === session && known.info === info && known.fields === fields) return known
  return {
    kind: 'live',
    session,
    info,
    fields,
    changedAt: known?.fields === fields ? known.changedAt : arrival.order,
    seq: 0,
    typingSeq: 0,
    typingUntil: [],
    heardAt: arrival.now,
    heardIn: arrival.generation,
  }
}
