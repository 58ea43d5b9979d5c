import { useClient, useRoom } from '@rollcall/react'
import { useMemo, useSyncExternalStore } from 'react'
import { createSessionWatch, EMPTY_WATCH, type SessionWatch } from './sessionWatch.ts'

/** What watching the sessions of the room tells: steps, gaps, and how long updates take. */
export function useSessionWatch(ownTab: string): SessionWatch {
  const room = useRoom()
  const { time } = useClient()
  const watch = useMemo(() => createSessionWatch(room, time, ownTab), [room, time, ownTab])
  return useSyncExternalStore(watch.subscribe, watch.getCurrent, () => EMPTY_WATCH)
}
