/** When others hear of a person: `o` and `x` at once, `u` merged over a window, rooms likewise for each session. */
import { diffStatus, type Info, type PersonView } from '@rollcall/protocol'
import type { Pace } from './hub.ts'
import { broadcast, nextVersion, type HubState } from './hubState.ts'
import { createMergeGate } from './mergeGate.ts'
import type { Person } from './person.ts'
import { diffViews, viewOf } from './personView.ts'
import { patchFrame, shownOf } from './roomFrames.ts'
import { idleMsOf, type Session } from './session.ts'
import { stampEntry } from './visibility.ts'

const AT_ONCE: Pace = { delayMs: 0 }

/** Tells followers what has changed of a person, if anything has. */
export function publishPerson(hub: HubState, person: Person, { delayMs }: Pace = AT_ONCE): void {
  const view = viewOf(hub, person)
  if (view === undefined) return disappear(hub, person)
  if (person.told === undefined) return appear(hub, person, view)
  const changes = diffViews(person.told, view)
  if (changes === undefined) return
  person.gate ??= createMergeGate(hub.clock, () => tellChanges(hub, person))
  const urgent = changes.status !== undefined || changes.info !== undefined
  person.gate.changed({ windowMs: hub.times.statusMergeMs, delayMs, urgent })
}

function appear(hub: HubState, person: Person, view: PersonView): void {
  person.told = view
  person.version = nextVersion(hub)
  broadcast(person.followers, { type: 'appeared', person: view })
}

function disappear(hub: HubState, person: Person): void {
  // What was waiting will be in the next picture; and the first change after an `o` goes out at once.
  person.gate?.reset()
  if (person.told === undefined) return
  person.told = undefined
  person.version = nextVersion(hub)
  broadcast(person.followers, {
    type: 'gone',
    userId: person.userId,
    at: person.lastSeenAt ?? hub.clock.wall(),
  })
}

function tellChanges(hub: HubState, person: Person): boolean {
  const view = viewOf(hub, person)
  if (view === undefined || person.told === undefined) return false
  const changes = diffViews(person.told, view)
  if (changes === undefined) return false
  person.told = view
  person.version = nextVersion(hub)
  broadcast(person.followers, { type: 'changed', userId: person.userId, changes })
  return true
}

/** Tells the rooms that a session is in what has changed of its status: once a room. */
export function publishSession(hub: HubState, person: Person, session: Session, { delayMs }: Pace = AT_ONCE): void {
  const shown = shownOf(person, session)
  if (session.entered.size === 0) {
    session.gate?.reset()
    session.told = shown
    return
  }
  const changes = diffStatus(session.told, shown)
  if (changes === undefined) return
  session.gate ??= createMergeGate(hub.clock, () => tellRooms(hub, person, session))
  session.gate.changed({ windowMs: hub.times.statusMergeMs, delayMs, urgent: changes.status !== undefined })
}

function tellRooms(hub: HubState, person: Person, session: Session): boolean {
  const shown = shownOf(person, session)
  const changes = diffStatus(session.told, shown)
  session.told = shown
  if (changes === undefined) return false
  // Away is a matter of how long: who sees the status sees the time.
  const idle = changes.status === undefined ? {} : { idleMs: idleMsOf(session, hub.clock.now()) }
  patchRooms(hub, session, { ...changes, ...idle })
  return true
}

function patchRooms(hub: HubState, session: Session, changes: Parameters<typeof patchFrame>[2]): void {
  for (const name of session.entered) {
    const room = hub.rooms.get(name)
    const entry = room?.entries.get(session.sessionId)
    if (room === undefined || entry?.isVisible !== true) continue
    stampEntry(hub, room, entry)
    broadcast(room.viewers, patchFrame(room, session, changes), session)
  }
}

/** What the server vouches for has changed: all sessions of the person show it. */
export function publishInfo(hub: HubState, person: Person, info: Info): void {
  person.info = info
  for (const session of person.sessions) patchRooms(hub, session, { info })
}
