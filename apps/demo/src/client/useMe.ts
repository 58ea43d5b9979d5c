import type { SelfPerson } from '@rollcall/core'
import { useClient } from '@rollcall/react'
import { useSyncExternalStore } from 'react'
import type { DemoInfo } from './demoPresence.ts'

/** The person at this page, as only they are told. */
export function useMe(): SelfPerson<DemoInfo> {
  const { self } = useClient()
  return useSyncExternalStore(self.subscribe, self.getCurrent)
}
