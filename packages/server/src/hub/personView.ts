/** What others see of a person: folded from all sessions, the winner's fields as a unit, the pinned status over it. */
import {
  aggregate,
  diffStatus,
  isSameValue,
  type AggregateSession,
  type PersonChanges,
  type PersonView,
  type SelfStatus,
  type StatusFields,
} from '@rollcall/protocol'
import type { HubState } from './hubState.ts'
import { isInvisible, type Person } from './person.ts'

function* foldable(person: Person): Iterable<AggregateSession> {
  for (const { sessionId, changedAt, fields } of person.sessions) yield { ...fields, sessionId, changedAt }
}

/** Folds as the application says; what it throws must not take the hub along. */
function fold(hub: HubState, person: Person, pinned?: Person['pinned']): StatusFields | undefined {
  try {
    return hub.aggregate(foldable(person), hub.ranking, pinned)
  } catch (error) {
    hub.report(error)
    return aggregate(foldable(person), hub.ranking, pinned)
  }
}

/** `undefined`: offline, or invisible, which is the same to others (INV-32). */
export function viewOf(hub: HubState, person: Person): PersonView | undefined {
  // Not the application's to decide: it must be offline to others wherever the person says so.
  if (isInvisible(person) || person.sessions.size === 0) return undefined
  const fields = fold(hub, person, person.pinned)
  if (fields === undefined) return undefined
  return { userId: person.userId, ...infoOf(person), ...fields }
}

const infoOf = (person: Person): Pick<PersonView, 'info'> =>
  Object.keys(person.info).length === 0 ? {} : { info: person.info }

/** The exact difference of two views, or `undefined`. */
export function diffViews(from: PersonView, to: PersonView): PersonChanges | undefined {
  const changes = diffStatus(from, to)
  if (isSameValue(from.info ?? {}, to.info ?? {})) return changes
  return { ...changes, info: to.info ?? {} }
}

/** A person as followers were last told, so that the next delta fits onto it. */
export function pictureOf(person: Person): PersonView {
  if (person.told !== undefined) return person.told
  return {
    userId: person.userId,
    ...infoOf(person),
    status: 'offline',
    ...(person.lastSeenAt === undefined ? {} : { lastSeenAt: person.lastSeenAt }),
  }
}

/** One's own status as one may see it: pinned, also when invisible; else folded. */
export function selfOf(hub: HubState, person: Person): SelfStatus {
  const { pinned } = person
  if (pinned !== undefined) return { ...pinned, pinned: true }
  const fields = fold(hub, person)
  return {
    status: fields?.status ?? 'online',
    ...(fields?.statusText === undefined ? {} : { statusText: fields.statusText }),
    pinned: false,
  }
}
