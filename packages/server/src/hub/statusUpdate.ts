/** `statusUpdate`: what a session says of itself, and what its person pins over all of them. */
import {
  PresenceError,
  applyStatus,
  exceedsBytes,
  isSameValue,
  type StatusChanges,
  type StatusFields,
} from '@rollcall/protocol'
import { noteIdle } from './entering.ts'
import type { Pace, StatusRequest } from './hub.ts'
import { nextVersion, type HubState } from './hubState.ts'
import type { Person, Pinned } from './person.ts'
import { setPinned } from './pinning.ts'
import { publishPerson, publishSession } from './publishing.ts'
import type { Session } from './session.ts'

/** Applies it and tells who is concerned. Refused as a whole, or taken as a whole. */
export function statusUpdate(
  hub: HubState,
  session: Session,
  request: StatusRequest,
  pace: Pace = { delayMs: 0 },
): void {
  const person = hub.people.get(session.userId)
  if (person === undefined) return
  const { own, pins } = splitRequest(request)
  const fields = ownFields(hub, session, own)
  noteIdle(hub, session, request.idleMs)
  if (!isSameValue(session.fields, fields)) {
    session.fields = fields
    session.changedAt = nextVersion(hub)
  }
  if (pins) setPinned(hub, person, pinnedBy(hub, person, session, request), session)
  publishSession(hub, person, session, pace)
  publishPerson(hub, person, pace)
}

/** Which of the changes are the session's own. `invisible` is always the person's. */
function splitRequest({ changes, pin }: StatusRequest): { own: StatusChanges; pins: boolean } {
  if (changes.status === 'offline')
    throw new PresenceError('bad_frame', 'unable to change status; offline is said by bye or by invisible')
  if (pin !== true && changes.status !== 'invisible') return { own: changes, pins: false }
  const { status, statusText, ...own } = changes
  // Ending the pinned status leaves the text, if there is one, to the session.
  const isEnding = status === null && statusText !== undefined
  return { own: isEnding ? { ...own, statusText } : own, pins: true }
}

function ownFields(hub: HubState, session: Session, own: StatusChanges): StatusFields {
  const fields = applyStatus(session.fields, own)
  const limit = hub.limits.userDataBytes
  if (fields.metadata !== undefined && exceedsBytes(JSON.stringify(fields.metadata), limit))
    throw new PresenceError('data_too_large', `unable to change status; metadata would exceed ${limit} bytes`)
  return fields
}

function pinnedBy(
  hub: HubState,
  person: Person,
  session: Session,
  { changes, until }: StatusRequest,
): Pinned | undefined {
  if (changes.status === null) return undefined
  if (until !== undefined && until <= hub.clock.wall()) return undefined
  const statusText = changes.statusText === undefined ? person.pinned?.statusText : changes.statusText
  return {
    status: changes.status ?? person.pinned?.status ?? session.fields.status,
    ...(statusText === undefined || statusText === null || statusText === '' ? {} : { statusText }),
    ...(until === undefined ? {} : { until }),
  }
}
