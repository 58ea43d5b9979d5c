/** Pointer positions of a room: newest value only, by callback, never part of a member. */
import { TIMES, isSameValue, type Clock, type MoveFrame, type PointerPosition } from '@rollcall/protocol'
import { createMergeWindow, type MergeWindow } from '../presence/mergeWindow.ts'
import type { OutgoingFrame } from '../transport/transport.ts'
import type { RoomMoves } from './room.ts'

type MoveListener = Parameters<RoomMoves['subscribe']>[0]

export interface Moves {
  area(input: string): RoomMoves
  receive(frame: MoveFrame): void
  /** Frames flow again: what the others have missed is said. `resumed`: they still show what they saw last. */
  connected(connection: { readonly resumed: boolean }): void
  dispose(): void
}

export interface MovesOptions {
  readonly room: string
  readonly clock: Clock
  readonly liveness: 'peers' | 'authority'
  sessionId(): string | undefined
  /** In the room, and not invisible. */
  mayMove(): boolean
  send(frames: readonly OutgoingFrame[]): boolean
  report(thrown: unknown): void
}

interface Area {
  readonly listeners: Set<{ readonly listener: MoveListener }>
  readonly window: MergeWindow
  wanted: PointerPosition | null
  transmitted: PointerPosition | null
}

/** Makes a room in which no pointer moves. */
export function createMoves(options: MovesOptions): Moves {
  const areas = new Map<string, Area>()

  const transmit = (input: string, area: Area): boolean => {
    const sessionId = options.sessionId()
    if (sessionId === undefined || !options.mayMove() || isSameValue(area.wanted, area.transmitted)) return false
    const move = { type: 'move', room: options.room, input, position: area.wanted } as const
    if (!options.send([options.liveness === 'authority' ? move : { ...move, sessionId }])) return false
    area.transmitted = area.wanted
    return true
  }
  const open = (input: string): Area => {
    const known = areas.get(input)
    if (known !== undefined) return known
    const area: Area = {
      listeners: new Set(),
      window: createMergeWindow({
        clock: options.clock,
        windowMs: TIMES.moveMergeMs,
        transmit: () => transmit(input, area),
      }),
      wanted: null,
      transmitted: null,
    }
    areas.set(input, area)
    return area
  }
  return {
    area: (input) => ({
      move: (position) => {
        const area = open(input)
        area.wanted = position === null ? null : [position[0], position[1]]
        area.window.touch()
      },
      subscribe: (listener) => {
        const area = open(input)
        const entry = { listener }
        area.listeners.add(entry)
        return () => area.listeners.delete(entry)
      },
    }),
    receive: ({ input, sessionId, position }) => {
      for (const { listener } of areas.get(input)?.listeners ?? []) {
        try {
          listener({ sessionId, position })
        } catch (thrown) {
          options.report(thrown)
        }
      }
    },
    connected: ({ resumed }) => {
      for (const area of areas.values()) {
        // Who forgot us is told anew where it is; that it is gone is told as well, since between tabs nobody forgot.
        if (!resumed && area.wanted !== null) area.transmitted = null
        area.window.touch()
      }
    },
    dispose: () => {
      for (const area of areas.values()) area.window.dispose()
      areas.clear()
    },
  }
}
