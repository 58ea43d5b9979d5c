/** attached → held → gone, and back by resume. Closes and timers of superseded connections find no session (INV-39). */
import { CLOSE_CODES, SESSION_ID_BYTES, createId, isSameValue, type LeaveReason } from '@rollcall/protocol'
import { createOutgoing } from './delivery.ts'
import { leaveRoom } from './entering.ts'
import { releasePerson, tellMissedPeople, unfollow } from './following.ts'
import type { Attachment, Entrance, Opened } from './hub.ts'
import { personOf, tell, type HubState } from './hubState.ts'
import { isInvisible, type Person } from './person.ts'
import { selfOf } from './personView.ts'
import { armPinned, rememberPerson } from './pinning.ts'
import { publishInfo, publishPerson } from './publishing.ts'
import { shownOf } from './roomFrames.ts'
import { dismiss, tellMissed } from './rollCall.ts'
import { createSession, lastContactAt, type Session } from './session.ts'
import { statusUpdate } from './statusUpdate.ts'

/** `hello`: resumes where the token is good and of this user, else makes a fresh session; never says why. */
export function open(hub: HubState, entrance: Entrance): Opened {
  const { userId, info, resumeHash, nextResumeHash, recipient, status } = entrance
  const found = resumable(hub, entrance)
  const person = personOf(hub, userId)
  // May refuse: before anything has changed hands.
  if (found !== undefined) statusUpdate(hub, found, status)
  const session = found ?? join(hub, person)
  supersede(hub, session)
  const attachment: Attachment = { sessionId: session.sessionId, userId }
  session.attachment = attachment
  session.recipient = recipient
  hub.tokens.issue(session.sessionId, nextResumeHash, found === undefined ? undefined : resumeHash)
  session.exclusiveUntil = hub.clock.now() + hub.times.helloDeadlineMs
  if (!isSameValue(person.info, info)) publishInfo(hub, person, info)
  if (found === undefined) welcomeIn(hub, person, session, status)
  else publishPerson(hub, person)
  session.welcomedVersion = hub.version
  return { attachment, resumed: found !== undefined, self: selfOf(hub, person) }
}

/** A new session in the tables, not yet counted into its person. */
export function join(hub: HubState, person: Person, keptAs?: string): Session {
  const sessionId = createId(hub.random, SESSION_ID_BYTES)
  const session = createSession({ sessionId, userId: person.userId, keptAs }, hub.clock.now())
  session.provenVersion = hub.version
  session.changedAt = hub.version
  hub.sessions.set(sessionId, session)
  if (person.sessions.size === 0) armPinned(hub, person)
  return session
}

/**
 * Its first status is applied before it counts: who arrives invisible is never seen, and the first `o` is whole.
 * Where it is refused, a session that nobody has heard of is not left behind.
 */
export function welcomeIn(hub: HubState, person: Person, session: Session, status: Entrance['status']): void {
  try {
    statusUpdate(hub, session, status)
  } catch (refusal) {
    hub.sessions.delete(session.sessionId)
    hub.tokens.forget(session.sessionId)
    releasePerson(hub, person)
    throw refusal
  }
  person.sessions.add(session)
  session.told = shownOf(person, session)
  publishPerson(hub, person)
}

function resumable(hub: HubState, { resumeHash, userId }: Entrance): Session | undefined {
  const found = resumeHash === undefined ? undefined : hub.tokens.find(resumeHash)
  const session = found === undefined ? undefined : hub.sessions.get(found.sessionId)
  if (found === undefined || session?.userId !== userId) return undefined
  // One winner: whoever shows the same token while the winner may still say its first frame loses.
  const isWon = !found.isNewest && session.recipient !== undefined && hub.clock.now() < session.exclusiveUntil
  return isWon ? undefined : session
}

/** Takes the session out of an older connection's hands and ends that one. */
function supersede(hub: HubState, session: Session): void {
  const { recipient } = session
  release(hub, session)
  session.cancelExpiry?.()
  session.cancelExpiry = undefined
  recipient?.close(CLOSE_CODES.sessionReplaced, 'session_replaced')
}

function release(hub: HubState, session: Session): void {
  pause(hub, session)
  session.contactAt = lastContactAt(session)
  session.attachment = undefined
  session.recipient = undefined
}

/** From now on nothing is sent: what is missed is found by version when it listens again. */
export function pause(hub: HubState, session: Session): void {
  if (session.isListening) session.awayVersion = hub.version
  session.isListening = false
}

/** From now on it hears; first what it has missed. */
export function listen(hub: HubState, session: Session): void {
  if (session.isListening) return
  session.isListening = true
  const person = hub.people.get(session.userId)
  if (person !== undefined && person.pinVersion > Math.max(session.provenVersion, session.welcomedVersion))
    tell(session, createOutgoing({ type: 'self', self: selfOf(hub, person) }))
  for (const name of session.watching.keys()) {
    const room = hub.rooms.get(name)
    if (room !== undefined) tellMissed(hub, session, room)
  }
  tellMissedPeople(hub, session)
}

/** The connection is gone without a goodbye: nobody is told, the session is held. */
export function hold(
  hub: HubState,
  session: Session,
  { contactAt, forMs }: { contactAt: number; forMs: number },
): void {
  release(hub, session)
  session.contactAt = contactAt
  expireAfter(hub, session, { forMs, reason: 'timeout' })
}

/** Gone after `forMs`, unless it comes back. */
export function expireAfter(
  hub: HubState,
  session: Session,
  { forMs, reason }: { readonly forMs: number; readonly reason: LeaveReason },
): void {
  session.cancelExpiry?.()
  session.cancelExpiry = hub.clock.setTimer(forMs, () => end(hub, session, reason))
}

/** Gone: out of its rooms, out of its person, followed by nothing. `x` carries its last sign of life (INV-38). */
export function end(hub: HubState, session: Session, reason: LeaveReason): void {
  if (!hub.sessions.delete(session.sessionId)) return
  const at = lastContactAt(session)
  release(hub, session)
  session.cancelExpiry?.()
  session.gate?.reset()
  hub.tokens.forget(session.sessionId)
  if (session.keptAs !== undefined) hub.kept.delete(session.keptAs)
  for (const name of session.watching.keys()) dismiss(hub, session, { room: name })
  for (const name of session.entered) leaveRoom(hub, session, name, { reason, at })
  unfollow(hub, session, session.follows.keys())
  const person = hub.people.get(session.userId)
  if (person === undefined) return
  person.sessions.delete(session)
  if (!isInvisible(person)) person.lastSeenAt = Math.max(person.lastSeenAt ?? 0, at)
  publishPerson(hub, person)
  if (person.sessions.size === 0) rememberPerson(hub, person)
  releasePerson(hub, person)
}
