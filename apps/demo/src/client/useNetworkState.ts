import { useSyncExternalStore } from 'react'
import type { NetworkSimulator, NetworkState } from '../network/networkSimulator.ts'

const never = () => () => {}

/** How the simulated line is; `undefined` where there is none. */
export function useNetworkState(network: NetworkSimulator | undefined): NetworkState | undefined {
  return useSyncExternalStore(network?.subscribe ?? never, () => network?.getCurrent())
}
