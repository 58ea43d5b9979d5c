import type { PresenceClient } from '@rollcall/core'
import { PresenceProvider, PresenceRoom } from '@rollcall/react'
import { useState } from 'react'
import type { DemoAddress, Theme } from '../address/demoAddress.ts'
import type { DemoInfo, DemoPresence } from '../client/demoPresence.ts'
import { PresenceScreen } from './PresenceScreen.tsx'

export interface PresencePageProps {
  readonly client: PresenceClient<DemoPresence, DemoInfo>
  readonly initialAddress: DemoAddress
  /** Names this tab among those of its person. */
  readonly tab: string
  /** Told of each address that the page should have. */
  readonly onAddress: (address: DemoAddress) => void
}

/** The room of the address, entered for as long as this page is open. */
export function PresencePage({ client, initialAddress, tab, onAddress }: PresencePageProps) {
  const [address, setAddress] = useState(initialAddress)
  const [initialPresence] = useState<DemoPresence>(() => ({ tab }))
  const changeTheme = (theme: Theme) => {
    const next = { ...address, theme }
    setAddress(next)
    onAddress(next)
  }
  return (
    <PresenceProvider client={client}>
      <PresenceRoom id={address.room} initialPresence={initialPresence}>
        <PresenceScreen address={address} tab={tab} onTheme={changeTheme} />
      </PresenceRoom>
    </PresenceProvider>
  )
}
