/** The people of the benchmarks: frames as a server would send them. */
import type { PatchFrame, StateFrame } from '@rollcall/protocol'

export const ROOM = 'room'

export const userIdOf = (index: number): string => `user-${index}`

const sessionIds: string[] = []
/** The same string each time: making it is no part of an update. */
const sessionIdOf = (index: number): string => (sessionIds[index] ??= `session-${index}`)

/** Person `index` is in the room. */
export function stateOf(index: number): StateFrame {
  return {
    type: 'state',
    room: ROOM,
    sessionId: sessionIdOf(index),
    userId: userIdOf(index),
    seq: 1,
    info: { name: `Person ${index}`, avatar: `https://example.com/avatars/${index}.png` },
    status: 'online',
    activity: 'Coding',
    presence: { cursor: 0, color: '#2080ff', file: `src/${index % 100}.ts` },
    idleMs: 0,
    enteredAt: 1_700_000_000_000 + index,
  }
}

/** … moves the cursor, for the `times`-th time. */
export function patchOf(index: number, times: number): PatchFrame {
  return { type: 'patch', room: ROOM, sessionId: sessionIdOf(index), seq: 1 + times, presence: { cursor: times } }
}
