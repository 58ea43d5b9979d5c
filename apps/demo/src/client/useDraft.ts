import { useClient, useUpdateMyPresence } from '@rollcall/react'
import { useCallback } from 'react'

/** Tells the others how long the draft is; the client merges what comes too fast. */
export function useDraft(): (length: number) => void {
  const { time } = useClient()
  const update = useUpdateMyPresence()
  return useCallback(
    (length) => {
      // Refused only when the room is gone, and then nobody is left to be told.
      update({ draft: length === 0 ? undefined : length, changedAt: time.now() }).catch(() => {})
    },
    [update, time],
  )
}
