'use client'
import { useRoomOf } from '../../context/roomContext.ts'
import { useStateSource } from '../useStateSource.ts'
import { useConnection } from '../connection/useConnection.ts'
import { NO_OCCUPANCY } from '../../context/emptyRoom.ts'

type Occupancy = typeof NO_OCCUPANCY

export type CursorAudience = 'none' | 'far' | 'near'

/** ms there and back from which a link counts as slow. */
const SLOW_MS = 400

/**
 * Who is there to see my pointer: `none` when I am the only session in a room that I know, `far` over a slow link. Who
 * only looks into the room is not known of, and does not count.
 * @throws PresenceError `missing_provider`
 */
export function useCursorAudience(): CursorAudience {
  const { occupancy, synced } = useRoomOf('useCursorAudience')
  const isKnown = useStateSource(synced, { initial: false })
  const isAlone = useStateSource<Occupancy, boolean>(occupancy, {
    initial: NO_OCCUPANCY,
    select: ({ sessions }) => sessions < 2,
  })
  const isSlow = useConnection(({ latency = 0 }) => latency >= SLOW_MS)
  return isKnown && isAlone ? 'none' : isSlow ? 'far' : 'near'
}
