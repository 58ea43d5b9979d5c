import { useClient, useRoom } from '@rollcall/react'
import { useMemo, useSyncExternalStore } from 'react'
import { createRoomPicture, type RoomPicture } from './roomPicture.ts'

/** The room as the page draws it. */
export function useRoomPicture(): RoomPicture {
  const room = useRoom()
  const { time } = useClient()
  const picture = useMemo(() => createRoomPicture(room, time), [room, time])
  return useSyncExternalStore(picture.subscribe, picture.getCurrent)
}
