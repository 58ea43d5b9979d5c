import { PresenceError, type Clock } from '@rollcall/protocol'
import { createPeerTransport, type PeerLink, type PeerLinkEvents } from './peerTransport.ts'
import type { TransportFactory } from './transport.ts'

export interface BroadcastChannelOptions {
  /** Tabs of one origin with the same name hear each other. Any script of the origin can join: use it among one user's tabs, or for demos. */
  readonly name: string
}

/** Channel and lock names carry the protocol's version: two versions do not hear each other. */
const PREFIX = 'rollcall:1:'

/**
 * Tabs of one origin among themselves, without a server (PROTOCOL.md, chapter 4). Where the page
 * has Web Locks, a crashed tab is noticed at once; else after 90 s of silence. A held lock keeps
 * some browsers from freezing a background tab.
 */
export function broadcastChannel({ name }: BroadcastChannelOptions): TransportFactory {
  return (context) =>
    createPeerTransport(context, {
      open: (events) => openChannel(PREFIX + name, context.clock, events),
      lockName: (sessionId) => `${PREFIX}${name}:${sessionId}`,
    })
}

function openChannel(name: string, clock: Clock, events: PeerLinkEvents): PeerLink {
  if (typeof BroadcastChannel !== 'function')
    throw new PresenceError('unsupported', 'unable to reach other tabs; this platform has no BroadcastChannel')
  const tabs = new BroadcastChannel(name)
  tabs.addEventListener('message', (event: MessageEvent<unknown>) => events.heard(event.data))
  // What cannot even be deserialised is as bad a frame as any.
  tabs.addEventListener('messageerror', () => events.heard(undefined))
  const cancelUp = clock.defer(() => events.up())
  return {
    post: (message) => {
      tabs.postMessage(message)
      return true
    },
    close: () => {
      cancelUp()
      tabs.close()
    },
  }
}
