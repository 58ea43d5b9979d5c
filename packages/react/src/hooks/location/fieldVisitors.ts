import type { RegisteredClient, RegisteredRoom, RegisteredUserPresence } from '../../context/register.ts'
import { combineSources } from '../combineSources.ts'
import type { Readable } from '../useStateSource.ts'
import type { FieldPlace } from './fieldReporter.ts'

/** Who else is at a field, or somewhere below it: one entry per person, whatever their number of tabs. */
export function createVisitorSource(
  client: RegisteredClient,
  room: RegisteredRoom,
  place: FieldPlace,
): Readable<readonly RegisteredUserPresence[]> {
  const { self } = client
  const locations = room.locations(place)
  return combineSources([locations, self], () => {
    const myId = self.getCurrent().userId
    const visitors = new Map<string, RegisteredUserPresence>()
    for (const presence of locations.getCurrent()) {
      const { id } = presence.user
      if (id !== myId && !visitors.has(id)) visitors.set(id, presence)
    }
    return [...visitors.values()]
  })
}

/** The same visits, entry by entry. */
export function sameVisitors(a: readonly RegisteredUserPresence[], b: readonly RegisteredUserPresence[]): boolean {
  return a.length === b.length && a.every((presence, index) => presence === b[index])
}
