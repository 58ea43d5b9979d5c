/** In development: what an app does wrong around a room, and cannot see. */
import { checkStatus } from './checkStatus.ts'
import { isDevelopment } from './isDevelopment.ts'
import type { RegisteredClient, RegisteredRoom } from './register.ts'
import { warnOnce } from './warnOnce.ts'

/** Who is in which room of this page, by which clients; one entry for each `<PresenceRoom>`. */
const present = new Map<string, RegisteredClient[]>()

/** Watches until the returned function is called; does nothing in production. */
export function watchForMistakes(client: RegisteredClient, room: RegisteredRoom): () => void {
  if (!isDevelopment()) return () => {}
  let place: string | undefined
  const leave = (): void => {
    const clients = place === undefined ? undefined : present.get(place)
    const index = clients?.indexOf(client) ?? -1
    if (index >= 0) clients?.splice(index, 1)
    if (clients?.length === 0 && place !== undefined) present.delete(place)
    place = undefined
  }
  const look = (): void => {
    const { userId } = client.self.getCurrent()
    const next = userId === '' ? undefined : JSON.stringify([userId, room.id])
    if (next === place) return
    leave()
    if (next === undefined) return
    place = next
    const clients = present.get(next) ?? []
    present.set(next, [...clients, client])
    if (clients.some((other) => other !== client)) warnOfTwo(client, userId, room.id)
  }
  look()
  const stopLooking = client.self.subscribe(look)
  const statuses = room.events.subscribe(({ member }) => checkStatus(member.status, client.statuses))
  return () => {
    stopLooking()
    statuses.unsubscribe()
    leave()
  }
}

function warnOfTwo(client: RegisteredClient, userId: string, roomId: string): void {
  warnOnce(
    client,
    `two in ${roomId}`,
    `two clients of "${userId}" are in the room "${roomId}" of this page, and count as two sessions; make one client ` +
      'per page, outside of components, and give the same one to every <PresenceProvider>',
  )
}
