/** Joins the client of this page: the person and the medium from the address, and a line that can be made worse. */
import {
  broadcastChannel,
  browserEnvironment,
  createPresenceClient,
  webSocket,
  type PresenceClient,
  type TransportFactory,
} from '@rollcall/core'
import type { DemoAddress } from '../address/demoAddress.ts'
import { createNetworkSimulator, type NetworkSimulator } from '../network/networkSimulator.ts'
import { listenToTabs } from '../wire/listenToTabs.ts'
import { createWireLog, type WireLog } from '../wire/wireLog.ts'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

export interface Demo {
  readonly client: PresenceClient<DemoPresence, DemoInfo>
  /** Absent between tabs: they hear each other without a network. */
  readonly network: NetworkSimulator | undefined
  readonly wire: WireLog
}

/** Tabs of the demo hear each other on this channel, and nobody else's. */
const CHANNEL_NAME = 'rollcall-demo'

/** @param origin of the page, which is the server's too */
export function createDemo(address: DemoAddress, origin: string): Demo {
  const environment = browserEnvironment()
  const { clock, random } = environment
  const join = (transport: TransportFactory) => {
    const { id, name } = address.person
    return createPresenceClient<DemoPresence, DemoInfo>({ transport, environment, user: { id, info: { name } } })
  }
  if (address.medium === 'tabs') {
    const client = join(broadcastChannel({ name: CHANNEL_NAME }))
    const ownSessionId = () => client.self.getCurrent().sessionId
    const wire = createWireLog({ clock, listen: (tap) => listenToTabs(tap, { name: CHANNEL_NAME, ownSessionId }) })
    return { client, network: undefined, wire }
  }
  const wire = createWireLog({ clock })
  const network = createNetworkSimulator({
    clock,
    chance: () => random.fraction(),
    preset: address.net,
    tap: wire,
    Socket: WebSocket,
  })
  const client = join(webSocket({ url: socketUrl(origin), WebSocket: network.WebSocket }))
  retryWhenBack(network, client)
  return { client, network, wire }
}

/** A device tells its pages that the network is there again, and so does this one. */
function retryWhenBack(network: NetworkSimulator, client: Demo['client']): void {
  let wasOffline = network.getCurrent().isOffline
  network.subscribe(() => {
    const { isOffline } = network.getCurrent()
    if (wasOffline && !isOffline) client.retry()
    wasOffline = isOffline
  })
}

function socketUrl(origin: string): string {
  const url = new URL('/realtime', origin)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
