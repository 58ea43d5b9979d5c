/**
 * What we know of one person we follow, and one fact give the next: the same object when nothing
 * changed. The server's socket keeps the order, so no counters are needed; a change to somebody
 * who is not online is a late one, and brings nobody back (T27).
 */
import {
  OPTIONAL_STATUS_FIELDS,
  applyStatus,
  isSameValue,
  type Info,
  type PersonChanges,
  type PersonView,
  type StatusFields,
} from '@rollcall/protocol'
import type { Person } from '../member/person.ts'

export type AnyPerson = Person<Info>

export type PersonEvent =
  /** A whole picture: of a `sync`, or of coming online. */
  | { readonly type: 'pictured'; readonly view: PersonView }
  | { readonly type: 'changed'; readonly changes: PersonChanges }
  | { readonly type: 'gone'; readonly at: number }

const NO_INFO: Info = Object.freeze({})

/** The next person; `undefined`: nothing was ever said of them. */
export function reducePerson(userId: string, known: AnyPerson | undefined, event: PersonEvent): AnyPerson | undefined {
  switch (event.type) {
    case 'pictured': {
      const { view } = event
      const lastSeenAt = view.status === 'offline' ? (view.lastSeenAt ?? null) : null
      return keep(known, person(userId, view.info ?? known?.info ?? NO_INFO, pickFields(view), lastSeenAt))
    }
    case 'changed': {
      if (known === undefined || known.status === 'offline') return known
      return keep(
        known,
        person(userId, event.changes.info ?? known.info, applyStatus(pickFields(known), event.changes), null),
      )
    }
    case 'gone':
      return keep(known, person(userId, known?.info ?? NO_INFO, { status: 'offline' }, event.at))
  }
}

function person(userId: string, info: Info, fields: StatusFields, lastSeenAt: number | null): AnyPerson {
  return { ...fields, userId, info, lastActiveAt: null, lastSeenAt }
}

function keep(known: AnyPerson | undefined, next: AnyPerson): AnyPerson {
  return known !== undefined && isSameValue(known, next) ? known : Object.freeze(next)
}

/** The shown fields; `""` is unset. */
function pickFields(view: StatusFields): StatusFields {
  const set = OPTIONAL_STATUS_FIELDS.filter((field) => view[field] !== undefined && view[field] !== '')
  return { ...Object.fromEntries(set.map((field) => [field, view[field]])), status: view.status }
}
