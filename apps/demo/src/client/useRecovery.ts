import { useClient } from '@rollcall/react'
import { useMemo, useSyncExternalStore } from 'react'
import { createRecoveryWatch, type Recovery } from './recoveryWatch.ts'

/** How the last interruption ended; `undefined` while there was none. */
export function useRecovery(): Recovery | undefined {
  const client = useClient()
  const watch = useMemo(() => createRecoveryWatch(client.connection, client.time), [client])
  return useSyncExternalStore(watch.subscribe, watch.getCurrent, () => undefined)
}
