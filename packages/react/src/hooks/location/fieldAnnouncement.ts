/** What is said of who else is at the field that has my focus. */
import type { Announcer } from '../../announcer/createAnnouncer.ts'
import type { RegisteredUserPresence } from '../../context/register.ts'
import type { PersonWords } from '../../format/describePerson.ts'
import type { Readable } from '../useStateSource.ts'
import type { FieldEvent } from './attendance.ts'

export interface FieldAnnouncement {
  /** Speaks from when the focus has come until it is gone; whatever else happens is no matter of speech. */
  hear(event: FieldEvent): void
}

export interface FieldAnnouncementOptions {
  /** A name that no other field has. */
  readonly field: string
  readonly visitors: Readable<readonly RegisteredUserPresence[]>
  readonly describe: (info: unknown, userId: string) => PersonWords
}

/** Silent until the focus comes. */
export function createFieldAnnouncement(
  announcer: Announcer,
  { field, visitors, describe }: FieldAnnouncementOptions,
): FieldAnnouncement {
  let stop: (() => void) | undefined
  const look = (): void => {
    const people = visitors
      .getCurrent()
      .map(({ user: { id, info } }) => ({ userId: id, name: describe(info, id).name }))
    announcer.hear({ type: 'field', fact: { field, people } })
  }
  const end = (): void => {
    if (stop === undefined) return
    stop()
    stop = undefined
    announcer.hear({ type: 'field', fact: { field: undefined, people: [] } })
  }
  return {
    hear: (event) => {
      if (event === 'blurred') end()
      if (event !== 'focused' || stop !== undefined) return
      stop = visitors.subscribe(look)
      look()
    },
  }
}
