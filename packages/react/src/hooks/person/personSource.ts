import type { PresencePerson, RegisteredClient, RegisteredRoom } from '../../context/register.ts'
import { combineSources } from '../combineSources.ts'
import type { Readable } from '../useStateSource.ts'

const NOBODY_THERE: Readable<undefined> = { getCurrent: () => undefined, subscribe: () => () => {} }

/**
 * Somebody by id. In a room: one of its people, or of those who left it lately; outside of one: anybody, who is
 * followed while somebody listens. No id, nobody.
 */
export function personSource(
  client: RegisteredClient,
  room: RegisteredRoom | undefined,
  userId: string | undefined,
): Readable<PresencePerson | undefined> {
  if (userId === undefined) return NOBODY_THERE
  if (room === undefined) return client.user(userId)
  const { departed } = room
  const member: Readable<PresencePerson | undefined> = room.member(userId)
  const found = combineSources([member, departed], () => {
    return member.getCurrent() ?? departed.getCurrent().find((person) => person.userId === userId)
  })
  return member.initial === undefined ? found : { ...found, initial: member.initial }
}
