import { encodePeerFrame } from '@rollcall/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { browserEnvironment } from '../environment/browserEnvironment.ts'
import { createTestTransportContext } from '../testing/testTransportContext.ts'
import { broadcastChannel } from './broadcastChannelTransport.ts'
import { PEER_SUBJECT, peerState, readPeerMessages } from './peerFrames.contract.ts'
import type { IncomingFrame, Transport } from './transport.ts'
import { describeTransport } from './transport.contract.ts'

let names = 0
const nextName = (): string => `browser ${(names += 1)}`

/** There and back over the means that the transport uses: what was sent before has arrived by then. */
async function roundTrip(): Promise<void> {
  const name = nextName()
  const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)]
  const arrived = new Promise((resolve) => there.addEventListener('message', resolve))
  here.postMessage('anything')
  await arrived
  await navigator.locks.request(name, () => {})
  here.close()
  there.close()
}

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await roundTrip()
}

describeTransport('broadcastChannel in a page', {
  ...PEER_SUBJECT,
  open: () => {
    const name = nextName()
    const there = new BroadcastChannel(`rollcall:1:${name}`)
    const messages: unknown[] = []
    there.addEventListener('message', (event) => messages.push(event.data))
    const context = createTestTransportContext(browserEnvironment())
    return {
      transport: broadcastChannel({ name })(context),
      reported: context.reported,
      settle: roundTrip,
      heardThere: () => readPeerMessages(messages),
      sayThere: (text) => there.postMessage(text),
      dispose: () => there.close(),
    }
  },
})

interface Tab {
  readonly transport: Transport
  readonly sessionId: string
  readonly incoming: IncomingFrame[]
}

const tabs: Tab[] = []
afterEach(() => {
  for (const { transport } of tabs.splice(0)) transport.dispose()
  document.querySelectorAll('iframe').forEach((frame) => frame.remove())
})

async function openTab(name: string): Promise<Tab> {
  const transport = broadcastChannel({ name })(createTestTransportContext(browserEnvironment()))
  const incoming: IncomingFrame[] = []
  let sessionId = ''
  transport.incoming$.subscribe((frame) => incoming.push(frame))
  transport.connections$.subscribe((connection) => (sessionId = connection.sessionId))
  await until(() => sessionId !== '')
  const tab = { transport, sessionId, incoming }
  tabs.push(tab)
  return tab
}

const heldLocks = async (): Promise<readonly (string | undefined)[]> =>
  ((await navigator.locks.query()).held ?? []).map((lock) => lock.name)

describe('tabs of a browser', () => {
  it('see a crashed tab leave at once, since the browser lets go of its lock', async () => {
    const name = nextName()
    const watcher = await openTab(name)
    // A frame of its own is a process to crash as far as locks and channels are concerned: removed, it says nothing.
    const frame = document.body.appendChild(document.createElement('iframe'))
    const inside = frame.contentWindow
    if (inside === null) throw new Error('a frame that stands in the document has a window')
    const lock = `rollcall:1:${name}:victim`
    const held = new Promise<void>((resolve) => {
      void inside.navigator.locks.request(lock, () => {
        resolve()
        return new Promise(() => {})
      })
    })
    await held
    const speaker = new BroadcastChannel(`rollcall:1:${name}`)
    speaker.postMessage(encodePeerFrame(peerState('room', 'victim', 12)))
    await until(() => watcher.incoming.length === 1)
    // The watcher asks the browser who holds the lock, and waits for it then.
    for (let asked = false; !asked;) {
      const { pending = [] } = await navigator.locks.query()
      asked = pending.some((request) => request.name === lock)
    }
    expect(watcher.incoming).toHaveLength(1)
    frame.remove()
    await until(() => watcher.incoming.length > 1)
    expect(watcher.incoming[1]).toEqual({
      type: 'disconnect',
      room: 'room',
      sessionId: 'victim',
      seq: 12,
      reason: 'timeout',
    })
    speaker.close()
  })

  it('hold a lock each while they are there, and let go of it with their goodbye', async () => {
    const name = nextName()
    const [one, other] = [await openTab(name), await openTab(name)]
    const lockOf = (tab: Tab): string => `rollcall:1:${name}:${tab.sessionId}`
    expect(await heldLocks()).toEqual(expect.arrayContaining([lockOf(one), lockOf(other)]))
    one.transport.send([peerState('room', one.sessionId, 3)])
    one.transport.dispose()
    await until(() => other.incoming.length === 2)
    expect(other.incoming[1]).toMatchObject({ type: 'disconnect', seq: 4, reason: 'closed' })
    await roundTrip()
    expect(await heldLocks()).not.toContain(lockOf(one))
    expect(other.incoming).toHaveLength(2)
  })

  it.each([true, false])(
    'say goodbye when the page hides (persisted: %s) and come back as another session',
    async (persisted) => {
      const name = nextName()
      const tab = await openTab(name)
      const there = new BroadcastChannel(`rollcall:1:${name}`)
      const messages: unknown[] = []
      there.addEventListener('message', (event) => messages.push(event.data))
      const sessionIds: string[] = []
      tab.transport.connections$.subscribe(({ sessionId }) => sessionIds.push(sessionId))
      tab.transport.send([peerState('room', tab.sessionId)])
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))
      await until(() => messages.length === 2)
      expect(readPeerMessages(messages)[1]).toMatchObject({ type: 'disconnect', seq: 2 })
      await roundTrip()
      expect(await heldLocks()).not.toContain(`rollcall:1:${name}:${tab.sessionId}`)
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))
      await until(() => sessionIds.length === 2)
      expect(sessionIds[1]).not.toBe(tab.sessionId)
      there.close()
    },
  )
})
