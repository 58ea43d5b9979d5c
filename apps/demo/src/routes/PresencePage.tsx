import { PresenceProvider, PresenceRoom } from '@rollcall/react'
import { useState } from 'react'
import type { DemoAddress } from '../address/demoAddress.ts'
import type { Demo } from '../client/createDemo.ts'
import type { DemoPresence } from '../client/demoPresence.ts'
import { PresenceScreen } from './PresenceScreen.tsx'

export interface PresencePageProps {
  readonly demo: Demo
  readonly initialAddress: DemoAddress
  /** Names this tab among those of its person. */
  readonly tab: string
  /** Told of each address that the page should have. */
  readonly onAddress: (address: DemoAddress) => void
}

/** The room of the address, entered for as long as this page is open. */
export function PresencePage({ demo, initialAddress, tab, onAddress }: PresencePageProps) {
  const [address, setAddress] = useState(initialAddress)
  const [initialPresence] = useState<DemoPresence>(() => ({ tab }))
  const change = (changes: Partial<DemoAddress>) => {
    const next = { ...address, ...changes }
    setAddress(next)
    onAddress(next)
  }
  return (
    <PresenceProvider client={demo.client}>
      <PresenceRoom id={address.room} initialPresence={initialPresence}>
        <PresenceScreen demo={demo} address={address} tab={tab} onAddress={change} />
      </PresenceRoom>
    </PresenceProvider>
  )
}
