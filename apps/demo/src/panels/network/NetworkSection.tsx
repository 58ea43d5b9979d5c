import { useClient } from '@rollcall/react'
import { useSyncExternalStore } from 'react'
import type { ConnectionView } from '../../client/connectionView.ts'
import type { Recovery } from '../../client/recoveryWatch.ts'
import type { NetworkPreset } from '../../network/conditions.ts'
import type { NetworkSimulator } from '../../network/networkSimulator.ts'
import { LocalNetworkPanel } from './LocalNetworkPanel.tsx'
import { NetworkPanel } from './NetworkPanel.tsx'

export interface NetworkSectionProps {
  readonly network: NetworkSimulator | undefined
  readonly view: ConnectionView
  readonly recovery: Recovery | undefined
  readonly serverHref: string
  /** Told of the preset that the address should have. */
  readonly onPreset: (preset: NetworkPreset) => void
}

/** The simulator of this page's line, or why there is none. */
export function NetworkSection({ network, serverHref, ...bound }: NetworkSectionProps) {
  if (network === undefined) return <LocalNetworkPanel serverHref={serverHref} />
  return <BoundNetworkPanel network={network} {...bound} />
}

interface BoundProps extends Omit<NetworkSectionProps, 'serverHref'> {
  readonly network: NetworkSimulator
}

function BoundNetworkPanel({ network, view, recovery, onPreset }: BoundProps) {
  const client = useClient()
  const state = useSyncExternalStore(network.subscribe, network.getCurrent)
  const remember = () => {
    const { preset } = network.getCurrent()
    if (preset !== 'custom') onPreset(preset)
  }
  const actions = {
    ...network,
    choose: (preset: NetworkPreset) => {
      network.choose(preset)
      remember()
    },
    restore: () => {
      network.restore()
      remember()
      client.retry()
    },
  }
  return <NetworkPanel {...{ state, actions, recovery }} isConnected={view.state === 'connected'} />
}
