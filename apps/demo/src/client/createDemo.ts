/** Joins the client of this page: the person and the medium from the address, and a line that can be made worse. */
import {
  broadcastChannel,
  browserEnvironment,
  createPresenceClient,
  webSocket,
  type PresenceClient,
  type TransportFactory,
  type WebSocketOptions,
} from '@rollcall/core'
import type { DemoAddress } from '../address/demoAddress.ts'
import { randomPerson } from '../address/demoPerson.ts'
import { createNetworkSimulator, type NetworkSimulator } from '../network/networkSimulator.ts'
import { enterLivelyPerson } from '../simulation/livelyPerson.ts'
import { enterQuietPerson, postPresence } from '../simulation/quietPerson.ts'
import { createSimulatedCrowd, type SimulatedCrowd } from '../simulation/simulatedCrowd.ts'
import { listenToTabs } from '../wire/listenToTabs.ts'
import { createWireLog, type WireLog } from '../wire/wireLog.ts'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

export interface Demo {
  readonly client: PresenceClient<DemoPresence, DemoInfo>
  /** Absent between tabs: they hear each other without a network. */
  readonly network: NetworkSimulator | undefined
  readonly wire: WireLog
}

/** So many behave; each has a socket of its own. */
const LIVELY = 8
/** So many are there at most. Between tabs everybody hears everybody, so that there they are few. */
const MOST = 1000

/** Made-up people for the room of the address, over its medium; nobody at first. */
export function createDemoCrowd(address: DemoAddress, origin: string): SimulatedCrowd {
  const { clock, random } = browserEnvironment()
  const isLocal = address.medium === 'tabs'
  const chance = () => random.fraction()
  const transport = isLocal ? broadcastChannel({ name: CHANNEL_NAME }) : webSocket({ url: socketUrl(origin) })
  return createSimulatedCrowd({
    clock,
    max: isLocal ? LIVELY : MOST,
    enter: (index) => {
      const person = randomPerson(chance)
      const { room } = address
      return index < LIVELY
        ? enterLivelyPerson({ person, room, transport, random })
        : enterQuietPerson({ person, room, clock, post: postPresence })
    },
  })
}

/** Tabs of the demo hear each other on this channel, and nobody else's. */
const CHANNEL_NAME = 'rollcall-demo'

/** @param origin of the page, which is the server's too */
export function createDemo(address: DemoAddress, origin: string): Demo {
  const environment = browserEnvironment()
  const { clock, random } = environment
  const join = (transport: TransportFactory) => {
    const { id, name } = address.person
    const awayAfter = address.awayAfterMs
    const user = { id, info: { name } }
    return createPresenceClient<DemoPresence, DemoInfo>({ transport, environment, user, awayAfter })
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
  const client = join(webSocket({ ...doorOf(address, origin), WebSocket: network.WebSocket }))
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

/** The way in; for `?state=loading` one that nobody ever finds, for `failed` one with a key that does not fit. */
function doorOf({ state }: DemoAddress, origin: string): Pick<WebSocketOptions, 'url' | 'token'> {
  if (state === 'loading') return { url: () => new Promise(() => {}) }
  return { url: socketUrl(origin), ...(state === 'failed' && { token: 'out of date' }) }
}

function socketUrl(origin: string): string {
  const url = new URL('/realtime', origin)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
