import { useClient, useRoom } from '@rollcall/react'
import { useEffect } from 'react'
import { startPublishing } from './locationPublisher.ts'

/** Publishes this tab's location in the test document once a second, while it is wanted. */
export function usePublishing(isWanted: boolean): void {
  const room = useRoom()
  const { time } = useClient()
  useEffect(() => {
    if (!isWanted) return
    const claim = room.claim()
    const stop = startPublishing({
      time,
      publish: (location) => claim.report([location]),
    })
    return () => {
      stop()
      claim.release()
    }
  }, [isWanted, room, time])
}
