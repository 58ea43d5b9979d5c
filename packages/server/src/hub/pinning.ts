/** The status that a person has chosen over all their sessions: until an instant, or until they end it. */
import { isSameValue } from '@rollcall/protocol'
import { createOutgoing } from './delivery.ts'
import { nextVersion, tell, type HubState } from './hubState.ts'
import { isInvisible, type Person, type Pinned } from './person.ts'
import { selfOf } from './personView.ts'
import { publishPerson, publishSession } from './publishing.ts'
import { shownOf } from './roomFrames.ts'
import type { Session } from './session.ts'
import { hideEntry, showEntry } from './visibility.ts'

/** Keeps what outlives the sessions of a person. */
export function rememberPerson(hub: HubState, { userId, info, lastSeenAt, pinned }: Person): void {
  hub.backplane.remember(userId, {
    info,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(pinned === undefined ? {} : { pinned }),
  })
}

/** Sets or ends it, tells the person's sessions but `by`, and everybody concerned. */
export function setPinned(hub: HubState, person: Person, pinned: Pinned | undefined, by?: Session): void {
  if (isSameValue(person.pinned, pinned)) return
  const wasInvisible = isInvisible(person)
  person.pinned = pinned
  person.pinVersion = nextVersion(hub)
  armPinned(hub, person)
  if (isInvisible(person)) hide(hub, person)
  else if (wasInvisible) show(hub, person)
  else for (const session of person.sessions) publishSession(hub, person, session)
  publishPerson(hub, person)
  rememberPerson(hub, person)
  if (person.sessions.size > 0) tellSelf(hub, person, by)
}

function tellSelf(hub: HubState, person: Person, except: Session | undefined): void {
  const outgoing = createOutgoing({ type: 'self', self: selfOf(hub, person) })
  for (const session of person.sessions) if (session !== except) tell(session, outgoing)
}

/** Ends the pinned status at its instant; at once, and silently, where that has passed while nobody was there. */
export function armPinned(hub: HubState, person: Person): void {
  person.cancelPin?.()
  person.cancelPin = undefined
  const until = person.pinned?.until
  if (until === undefined) return
  const remainingMs = until - hub.clock.wall()
  if (remainingMs > 0) person.cancelPin = hub.clock.setTimer(remainingMs, () => setPinned(hub, person, undefined))
  else person.pinned = undefined
}

/** To everybody it is as if the person had gone this moment (INV-41). */
function hide(hub: HubState, person: Person): void {
  const at = hub.clock.wall()
  // An invisible person's last seen is this moment, unless they had left before.
  if (person.told !== undefined) person.lastSeenAt = Math.max(person.lastSeenAt ?? 0, at)
  for (const session of person.sessions) {
    session.gate?.reset()
    for (const name of session.entered) {
      const room = hub.rooms.get(name)
      const entry = room?.entries.get(session.sessionId)
      if (room !== undefined && entry !== undefined) hideEntry(hub, room, entry, { reason: 'left', at })
    }
  }
}

function show(hub: HubState, person: Person): void {
  for (const session of person.sessions) {
    session.told = shownOf(person, session)
    for (const name of session.entered) {
      const room = hub.rooms.get(name)
      const entry = room?.entries.get(session.sessionId)
      if (room !== undefined && entry !== undefined) showEntry(hub, room, entry)
    }
  }
}
