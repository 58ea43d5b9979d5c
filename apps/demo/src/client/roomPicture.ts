/** The room as the page draws it. */
import type { ClientTime, Member, Room, UserPresence } from '@rollcall/core'
import { createCalmDrawing } from './calmDrawing.ts'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

type DemoMember = Member<DemoPresence, DemoInfo>

export interface RoomPicture {
  readonly members: readonly DemoMember[]
  readonly departed: readonly DemoMember[]
  readonly self: DemoMember | undefined
  readonly locations: readonly UserPresence<DemoInfo>[]
  /** Whether the picture has been whole once. */
  readonly synced: boolean
}

/** Hears of the room while somebody looks. */
export function createRoomPicture(room: Room<DemoPresence, DemoInfo>, time: ClientTime) {
  const locations = room.locations()
  const sources = [room.members, room.departed, room.self, locations, room.synced]
  const listeners = new Set<() => void>()
  let picture: RoomPicture | undefined
  let stop = (): void => {}

  const read = (): RoomPicture => ({
    members: room.members.getCurrent(),
    departed: room.departed.getCurrent(),
    self: room.self.getCurrent(),
    locations: locations.getCurrent(),
    synced: room.synced.getCurrent(),
  })
  const drawing = createCalmDrawing(room, time, () => {
    picture = read()
    for (const listener of listeners) listener()
  })
  return {
    getCurrent: () => (picture ??= read()),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        const ends = sources.map((source) => source.subscribe(drawing.changed))
        stop = () => ends.forEach((end) => end())
        picture = read()
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop()
        drawing.stop()
      }
    },
  }
}
