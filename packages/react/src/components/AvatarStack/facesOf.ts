import type { PersonWords } from '../../format/describePerson.ts'
import type { Status } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'
import type { StackPerson } from './arrangePeople.ts'

/** As much of a member as its faces need. */
export interface Described {
  readonly userId: string
  readonly info: unknown
  readonly status: Status
  readonly sessions: readonly { readonly sessionId: string }[]
}

interface Facing {
  readonly describe: (info: unknown, userId: string) => PersonWords
  readonly groupBy: 'user' | 'session'
  readonly strings: Strings
}

/** One face of a person, or one of each session, numbered where there are several. */
export function facesOf(
  { userId, info, status, sessions }: Described,
  { describe, groupBy, strings }: Facing,
): readonly StackPerson[] {
  const person = { userId, status, ...describe(info, userId) }
  if (groupBy === 'user') return [person]
  return sessions.map(({ sessionId }, index) => ({
    ...person,
    sessionId,
    name: sessions.length === 1 ? person.name : strings.nthSession({ name: person.name, number: index + 1 }),
  }))
}
