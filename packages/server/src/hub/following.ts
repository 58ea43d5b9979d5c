/** Who follows whom. A change of a person goes to their followers' connections and to nobody else (INV-36). */
import { PresenceError, type PersonView } from '@rollcall/protocol'
import { createOutgoing } from './delivery.ts'
import { nextVersion, personOf, tell, type HubState } from './hubState.ts'
import type { Person } from './person.ts'
import { pictureOf } from './personView.ts'
import type { Session } from './session.ts'

/** Follows people and sends their pictures; over the limit nothing is followed. */
export function follow(hub: HubState, session: Session, userIds: readonly string[]): void {
  const wanted = new Set(userIds)
  const added = [...wanted].filter((userId) => !session.follows.has(userId))
  if (session.follows.size + added.length > hub.limits.followsPerSession)
    throw new PresenceError(
      'limit_exceeded',
      `unable to follow; a session follows at most ${hub.limits.followsPerSession}`,
    )
  // A version of its own: a pong of before does not prove that these pictures arrived.
  const version = nextVersion(hub)
  for (const userId of wanted) {
    personOf(hub, userId).followers.add(session)
    session.follows.set(userId, version)
  }
  tellPictures(hub, session, wanted)
}

export function unfollow(hub: HubState, session: Session, userIds: Iterable<string>): void {
  for (const userId of userIds) {
    if (!session.follows.delete(userId)) continue
    const person = hub.people.get(userId)
    person?.followers.delete(session)
    if (person !== undefined) releasePerson(hub, person)
  }
}

/** Forgets somebody who is not here and whom nobody follows; the backplane remembers. */
export function releasePerson(hub: HubState, person: Person): void {
  if (person.sessions.size > 0 || person.followers.size > 0) return
  person.gate?.reset()
  person.cancelPin?.()
  hub.people.delete(person.userId)
}

/** Whole pictures, in as few `sync` frames as a message's size allows. */
function tellPictures(hub: HubState, session: Session, userIds: Iterable<string>): void {
  const people = [...userIds].flatMap((userId) => {
    const person = hub.people.get(userId)
    return person === undefined ? [] : [pictureOf(person)]
  })
  if (people.length > 0) tellSync(hub, session, people)
}

function tellSync(hub: HubState, session: Session, people: readonly PersonView[]): void {
  const outgoing = createOutgoing({ type: 'sync', people })
  if (people.length === 1 || outgoing.bytes() <= hub.limits.serverMessageBytes) return tell(session, outgoing)
  const middle = Math.ceil(people.length / 2)
  tellSync(hub, session, people.slice(0, middle))
  tellSync(hub, session, people.slice(middle))
}

/** Pictures of those who have changed, or were first told, since what surely arrived. */
export function tellMissedPeople(hub: HubState, session: Session): void {
  const missed: string[] = []
  for (const [userId, picture] of session.follows)
    if (picture > session.provenVersion || (hub.people.get(userId)?.version ?? 0) > session.provenVersion)
      missed.push(userId)
  tellPictures(hub, session, missed)
}
