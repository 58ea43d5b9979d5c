import { useClient, useConnection } from '@rollcall/react'
import { TROUBLE_SHOWN_AFTER_MS, viewConnection, type ConnectionView } from './connectionView.ts'
import { useLasting } from './useLasting.ts'

/** How our own connection is, as the page shows it. */
export function useConnectionView(): ConnectionView {
  const connection = useConnection()
  const { time } = useClient()
  const isTrouble = connection.state === 'reconnecting'
  const lasting = useLasting(isTrouble, { time, forMs: TROUBLE_SHOWN_AFTER_MS })
  return viewConnection(connection, lasting)
}
