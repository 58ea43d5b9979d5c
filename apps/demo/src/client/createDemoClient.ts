/** Joins the client of this page: the person and the medium from the address, everything else as the library has it. */
import { broadcastChannel, createPresenceClient, webSocket, type PresenceClient } from '@rollcall/core'
import type { DemoAddress } from '../address/demoAddress.ts'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'

/** Tabs of the demo hear each other on this channel, and nobody else's. */
const CHANNEL_NAME = 'rollcall-demo'

/** @param origin of the page, which is the server's too */
export function createDemoClient(address: DemoAddress, origin: string): PresenceClient<DemoPresence, DemoInfo> {
  const { id, name } = address.person
  return createPresenceClient<DemoPresence, DemoInfo>({
    transport:
      address.medium === 'tabs' ? broadcastChannel({ name: CHANNEL_NAME }) : webSocket({ url: socketUrl(origin) }),
    user: { id, info: { name } },
  })
}

function socketUrl(origin: string): string {
  const url = new URL('/realtime', origin)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
