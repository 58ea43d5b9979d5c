import type { RoomRegistry } from './roomRegistry.ts'

/** All rooms of a client, for devtools. */
export function readRooms(rooms: RoomRegistry): Readonly<Record<string, unknown>> {
  const read = (id: string): readonly [string, unknown] => {
    const store = rooms.get(id)?.store
    return [id, { synced: store?.synced.get(), published: store?.own.published.get(), members: store?.members.list() }]
  }
  return Object.fromEntries([...rooms.ids()].map(read))
}
