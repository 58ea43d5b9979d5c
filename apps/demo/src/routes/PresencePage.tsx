import { PresenceProvider, PresenceRoom } from '@rollcall/react'
import { useState } from 'react'
import type { DemoAddress } from '../address/demoAddress.ts'
import type { Demo } from '../client/createDemo.ts'
import type { DemoPresence } from '../client/demoPresence.ts'
import type { SimulatedCrowd } from '../simulation/simulatedCrowd.ts'
import { languageOf } from '../view/languages.ts'
import { policyOf, type Verbosity } from '../view/verbosity.ts'
import { PresenceScreen } from './PresenceScreen.tsx'

export interface PresencePageProps {
  readonly initialDemo: Demo
  /** Another one, for an address that the first cannot follow. */
  readonly join: (address: DemoAddress) => Demo
  readonly crowd: SimulatedCrowd
  readonly initialAddress: DemoAddress
  /** Names this tab among those of its person. */
  readonly tab: string
  /** Told of each address that the page should have. */
  readonly onAddress: (address: DemoAddress) => void
}

/** From the new connection until its session must have entered. */
const HAND_OVER_MS = 1500

/** The room of the address, entered for as long as this page is open. */
export function PresencePage({ initialDemo, join, crowd, initialAddress, tab, onAddress }: PresencePageProps) {
  const [address, setAddress] = useState(initialAddress)
  const [demo, setDemo] = useState(initialDemo)
  const [verbosity, setVerbosity] = useState<Verbosity>('default')
  const [initialPresence] = useState<DemoPresence>(() => ({ tab }))
  const change = (changes: Partial<DemoAddress>) => {
    const next = { ...address, ...changes }
    setAddress(next)
    onAddress(next)
    // A client is told once when its person counts as away.
    if (next.awayAfterMs !== address.awayAfterMs) setDemo(handOver(demo, join(next), address.room))
  }
  return (
    <PresenceProvider
      client={demo.client}
      strings={languageOf(address.language).strings}
      locale={address.language}
      motion={address.motion}
      announce={policyOf(verbosity)}
    >
      <PresenceRoom id={address.room} initialPresence={initialPresence}>
        <PresenceScreen
          demo={demo}
          crowd={crowd}
          address={address}
          tab={tab}
          onAddress={change}
          {...{ verbosity }}
          onVerbosity={setVerbosity}
        />
      </PresenceRoom>
    </PresenceProvider>
  )
}

/** The old session stays in the room until the new one stands, so that nobody sees a gap, and passes on what it said. */
function handOver(old: Demo, next: Demo, roomId: string): Demo {
  const { activity, project, language } = old.client.self.getCurrent()
  const said = { activity: activity ?? null, project: project ?? null, language: language ?? null }
  // Refused only when the client is gone.
  next.client.setActivity(said).catch(() => {})
  // A handle of its own: the page gives its own back at once.
  old.client.room(roomId)
  const { connection, time } = next.client
  const unsubscribe = connection.subscribe(() => {
    if (connection.getCurrent().state !== 'connected') return
    unsubscribe()
    time.setTimer(HAND_OVER_MS, () => old.client.dispose())
  })
  return next
}
