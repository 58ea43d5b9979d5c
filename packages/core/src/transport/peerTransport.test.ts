import { PresenceError, type PeerFrame, type StateFrame } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import {
  createTestClock,
  createTestEnvironment,
  createTestLocks,
  createTestNetwork,
  createTestRandom,
  createTestTransportContext,
  type TestClock,
  type TestEnvironment,
  type TestLocks,
  type TestNetwork,
} from '../testing/index.ts'
import { createPeerTransport } from './peerTransport.ts'
import type { IncomingFrame, Transport } from './transport.ts'

const state = (sessionId: string, seq: number, room = 'room'): StateFrame => ({
  type: 'state',
  room,
  sessionId,
  userId: 'ada',
  seq,
  status: 'online',
  info: {},
  presence: { seq },
  idleMs: 0,
  enteredAt: 0,
})

interface Tab {
  readonly transport: Transport
  readonly environment: TestEnvironment
  readonly heard: IncomingFrame[]
  readonly sessionIds: string[]
  readonly reported: readonly { readonly code: string }[]
  say(...frames: ((sessionId: string) => PeerFrame)[]): boolean
}

interface Browser {
  readonly clock: TestClock
  readonly network: TestNetwork
  readonly locks: TestLocks
  readonly openTab: (name: string) => Tab
}

function openBrowser(): Browser {
  const clock = createTestClock()
  const network = createTestNetwork({ clock })
  const locks = createTestLocks(clock)
  let seed = 0
  return {
    clock,
    network,
    locks,
    openTab: (name) => {
      const environment = createTestEnvironment({ clock, locks, random: createTestRandom((seed += 1)) })
      const context = createTestTransportContext(environment)
      const transport = createPeerTransport(context, {
        open: (events) => {
          const port = network.party(name).join({
            hear: (message) => events.heard(message),
            linkChanged: (link) => (link === 'up' ? events.up() : events.down()),
          })
          return { post: (message) => port.post(message), close: () => port.leave() }
        },
        lockName: (sessionId) => `lock:${sessionId}`,
      })
      const heard: IncomingFrame[] = []
      const sessionIds: string[] = []
      transport.incoming$.subscribe((frame) => heard.push(frame))
      transport.connections$.subscribe(({ sessionId }) => sessionIds.push(sessionId))
      clock.runDeferred()
      return {
        transport,
        environment,
        heard,
        sessionIds,
        reported: context.reported,
        say: (...frames) => transport.send(frames.map((frame) => frame(sessionIds.at(-1) ?? 'none'))),
      }
    },
  }
}

describe('a transport between tabs', () => {
  it('holds the lock of its session before it says that it is connected', () => {
    const browser = openBrowser()
    const tab = browser.openTab('a')
    expect(browser.locks.held()).toEqual([`lock:${tab.sessionIds[0]}`])
  })

  it('comes without a lock where the browser does not answer for a second', () => {
    const clock = createTestClock()
    const network = createTestNetwork({ clock })
    const environment = createTestEnvironment({ clock })
    const context = createTestTransportContext({
      ...environment,
      locks: { hold: () => () => {}, whenReleased: () => () => {} },
    })
    const transport = createPeerTransport(context, {
      open: (events) => {
        const port = network.join({ hear: () => {}, linkChanged: () => events.up() })
        return { post: (message) => port.post(message), close: () => port.leave() }
      },
      lockName: (sessionId) => sessionId,
    })
    const states: string[] = []
    transport.status$.subscribe((status) => states.push(status.state))
    clock.advance(999)
    expect(states).toEqual(['connecting'])
    clock.advance(1)
    expect(states).toEqual(['connecting', 'connected'])
  })

  it('tells of a crashed tab at once, in each of its rooms, at the counter last seen', () => {
    const { clock, openTab } = openBrowser()
    const watcher = openTab('watcher')
    const victim = openTab('victim')
    victim.say(
      (id) => state(id, 1),
      (id) => state(id, 1, 'other'),
      (id) => state(id, 7),
    )
    clock.runDeferred()
    watcher.heard.length = 0
    victim.environment.crash()
    clock.runDeferred()
    const sessionId = victim.sessionIds[0]
    expect(watcher.heard).toEqual([
      { type: 'disconnect', room: 'room', sessionId, seq: 7, reason: 'timeout' },
      { type: 'disconnect', room: 'other', sessionId, seq: 1, reason: 'timeout' },
    ])
    expect(clock.pending()).toBe(0)
  })

  it('does not take who said goodbye for crashed, nor who never held a lock', () => {
    const { clock, openTab, locks } = openBrowser()
    const watcher = openTab('watcher')
    const leaver = openTab('leaver')
    const lockless = openTab('lockless')
    lockless.environment.crash()
    leaver.say((id) => state(id, 1))
    lockless.say((id) => state(id, 1))
    clock.runDeferred()
    leaver.transport.dispose()
    clock.runDeferred()
    expect(watcher.heard.filter((frame) => frame.type === 'disconnect')).toEqual([
      { type: 'disconnect', room: 'room', sessionId: leaver.sessionIds[0], seq: 2, reason: 'closed' },
    ])
    expect(locks.held()).toEqual([`lock:${watcher.sessionIds[0]}`])
  })

  it.each([{ cached: true }, { cached: false }])(
    'says goodbye above all it sent when the page hides ($cached)',
    (way) => {
      const { clock, openTab, locks } = openBrowser()
      const watcher = openTab('watcher')
      const tab = openTab('tab')
      tab.say(
        (id) => state(id, 4),
        (id) => ({ type: 'typing', room: 'room', sessionId: id, seq: 5, input: '', on: true }),
      )
      tab.environment.leavePage(way)
      clock.runDeferred()
      const sessionId = tab.sessionIds[0]
      expect(watcher.heard.at(-1)).toEqual({ type: 'disconnect', room: 'room', sessionId, seq: 6, reason: 'closed' })
      expect(locks.held()).toHaveLength(1)
      expect(tab.transport.send([])).toBe(false)
    },
  )

  it('comes back from the back/forward cache as a new session', () => {
    const { clock, openTab } = openBrowser()
    const tab = openTab('tab')
    tab.environment.leavePage({ cached: true })
    tab.environment.returnToPage()
    clock.runDeferred()
    expect(tab.sessionIds).toHaveLength(2)
    expect(new Set(tab.sessionIds).size).toBe(2)
    expect(tab.say((id) => state(id, 1))).toBe(true)
  })

  it('says nothing when frozen', () => {
    const { clock, openTab, network } = openBrowser()
    const tab = openTab('tab')
    tab.say((id) => state(id, 1))
    const before = network.countFrames().total
    tab.environment.freeze()
    tab.environment.resume()
    clock.advance(10_000)
    expect(network.countFrames().total).toBe(before)
  })

  it('hears nothing of its own but a goodbye said for it by somebody else (INV-9, INV-14)', () => {
    const { clock, openTab, network } = openBrowser()
    const tab = openTab('tab')
    const other = openTab('other')
    network.setEcho('on')
    tab.say((id) => state(id, 1))
    clock.runDeferred()
    expect(tab.heard).toEqual([])
    const foreign = {
      type: 'disconnect',
      room: 'room',
      sessionId: tab.sessionIds[0] ?? '',
      seq: 1,
      reason: 'kicked',
    } as const
    other.transport.send([foreign])
    clock.runDeferred()
    expect(tab.heard).toEqual([foreign])
  })

  it('comes back by itself when its link does, as a new session', () => {
    const { clock, openTab, network, locks } = openBrowser()
    const tab = openTab('tab')
    const states: string[] = []
    tab.transport.status$.subscribe(({ state: now }) => states.push(now))
    network.drop('tab')
    expect(tab.transport.send([])).toBe(false)
    expect(locks.held()).toEqual([])
    network.restore('tab')
    clock.runDeferred()
    expect(states).toEqual(['connected', 'reconnecting', 'connected'])
    expect(new Set(tab.sessionIds).size).toBe(2)
  })

  it('has failed where the medium refuses, and tells why', () => {
    const clock = createTestClock()
    const context = createTestTransportContext(createTestEnvironment({ clock }))
    const transport = createPeerTransport(context, {
      open: () => {
        throw new PresenceError('unsupported', 'unable to reach other tabs; there are none')
      },
    })
    const states: string[] = []
    transport.status$.subscribe(({ state: now, reason }) => states.push(`${now} ${reason}`))
    clock.runDeferred()
    expect(states).toEqual(['connecting undefined', 'failed unsupported'])
    expect(context.reported.map(({ code }) => code)).toEqual(['unsupported'])
  })

  it('reports what cannot be read and hears the next frame (T21)', () => {
    const { clock, openTab, network } = openBrowser()
    const tab = openTab('tab')
    const rogue = network.join({ hear: () => {}, linkChanged: () => {} })
    clock.runDeferred()
    rogue.post('not json')
    rogue.post('{"t":"state","r":"room"}')
    rogue.post('{"t":"from the future"}')
    rogue.post('{"t":"disconnect","r":"room","sid":"x","c":1}')
    clock.runDeferred()
    expect(tab.reported.map(({ code }) => code)).toEqual(['bad_frame', 'bad_frame'])
    expect(tab.heard).toHaveLength(1)
  })
})
