/** The rooms of a client by id: made with the first handle, ended with the last. */
import type { PresenceError } from '@rollcall/protocol'
import { createRoomCore, type RoomCore, type RoomCoreOptions } from './createRoomCore.ts'
import { disposedError } from './disposal.ts'

export interface RoomRegistry {
  get(id: string): RoomCore | undefined
  /** Takes one more handle of a room. Its `release` gives it back, once. */
  take(id: string): { readonly core: RoomCore; release(): void }
  all(): Iterable<RoomCore>
  ids(): Iterable<string>
  dispose(error: PresenceError): void
}

interface Entry {
  readonly core: RoomCore
  handles: number
}

/** Makes an empty register. `begin` brings a new room up to the present: it may find a connection. */
export function createRoomRegistry(
  optionsFor: (id: string) => RoomCoreOptions,
  begin: (core: RoomCore) => void,
): RoomRegistry {
  const rooms = new Map<string, Entry>()
  const open = (id: string): Entry => {
    const known = rooms.get(id)
    if (known !== undefined) return known
    const entry: Entry = { core: createRoomCore(optionsFor(id)), handles: 0 }
    rooms.set(id, entry)
    begin(entry.core)
    return entry
  }
  return {
    get: (id) => rooms.get(id)?.core,
    take: (id) => {
      const entry = open(id)
      entry.handles += 1
      let isHeld = true
      return {
        core: entry.core,
        release: () => {
          if (!isHeld) return
          isHeld = false
          entry.handles -= 1
          if (entry.handles > 0 || rooms.get(id) !== entry) return
          rooms.delete(id)
          entry.core.dispose(disposedError(`use room "${id}"`))
        },
      }
    },
    ids: () => rooms.keys(),
    all: () => [...rooms.values()].map(({ core }) => core),
    dispose: (error) => {
      const cores = [...rooms.values()].map(({ core }) => core)
      rooms.clear()
      for (const core of cores) core.dispose(error)
    },
  }
}
