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
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

export interface Demo {
  readonly client: PresenceClient<DemoPresence, DemoInfo>
  /** Absent between tabs: they hear each other without a network. */
  readonly network: NetworkSimulator | undefined
}

/** Tabs of the demo hear each other on this channel, and nobody else's. */
const CHANNEL_NAME = 'rollcall-demo'

/** @param origin of the page, which is the server's too */
export function createDemo(address: DemoAddress, origin: string): Demo {
  const environment = browserEnvironment()
  const join = (transport: TransportFactory) => {
    const { id, name } = address.person
    return createPresenceClient<DemoPresence, DemoInfo>({ transport, environment, user: { id, info: { name } } })
  }
  if (address.medium === 'tabs') {
    return { client: join(broadcastChannel({ name: CHANNEL_NAME })), network: undefined }
  }
  const network = createNetworkSimulator({
    clock: environment.clock,
    chance: () => environment.random.fraction(),
    preset: address.net,
    tap: { text: () => {}, socket: () => {} },
    Socket: WebSocket,
  })
  const client = join(webSocket({ url: socketUrl(origin), WebSocket: network.WebSocket }))
  retryWhenBack(network, client)
  return { client, network }
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
