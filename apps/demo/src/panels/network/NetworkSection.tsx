import { useClient } from '@rollcall/react'
import { useSyncExternalStore } from 'react'
import type { ConnectionView } from '../../client/connectionView.ts'
import { useRecovery } from '../../client/useRecovery.ts'
import type { NetworkPreset } from '../../network/conditions.ts'
import type { NetworkSimulator } from '../../network/networkSimulator.ts'
import { LocalNetworkPanel } from './LocalNetworkPanel.tsx'
import { NetworkPanel } from './NetworkPanel.tsx'

export interface NetworkSectionProps {
  readonly network: NetworkSimulator | undefined
  readonly view: ConnectionView
  readonly serverHref: string
  /** Told of the preset that the address should have. */
  readonly onPreset: (preset: NetworkPreset) => void
}

/** The simulator of this page's line, or why there is none. */
export function NetworkSection({ network, view, serverHref, onPreset }: NetworkSectionProps) {
  if (network === undefined) return <LocalNetworkPanel serverHref={serverHref} />
  return <BoundNetworkPanel network={network} view={view} onPreset={onPreset} />
}

interface BoundProps extends Omit<NetworkSectionProps, 'serverHref'> {
  readonly network: NetworkSimulator
}

function BoundNetworkPanel({ network, view, onPreset }: BoundProps) {
  const client = useClient()
  const state = useSyncExternalStore(network.subscribe, network.getCurrent)
  const recovery = useRecovery()
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
