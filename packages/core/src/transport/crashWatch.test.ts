import type { DisconnectFrame } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestLocks } from '../testing/testLocks.ts'
import { createCrashWatch } from './crashWatch.ts'
import { peerState } from './peerFrames.contract.ts'

function setUp() {
  const clock = createTestClock()
  const tab = createTestLocks(clock).openTab()
  const crashes: string[] = []
  const watched = new Set<string>()
  const watch = createCrashWatch({
    locks: {
      ...tab,
      whenReleased: (name, released) => {
        watched.add(name)
        const cancel = tab.whenReleased(name, released)
        return () => {
          watched.delete(name)
          cancel()
        }
      },
    },
    lockName: (sessionId) => sessionId,
    crashed: ({ sessionId, room, seq }) => crashes.push(`${sessionId} ${room} ${seq}`),
  })
  const crash = (sessionId: string, release: () => void): void => {
    release()
    clock.runDeferred()
    watched.delete(sessionId)
  }
  return { tab, watch, watched, crashes, crash }
}

const goodbye = (room: string, sessionId: string, seq: number): DisconnectFrame => ({
  type: 'disconnect',
  room,
  sessionId,
  seq,
  reason: 'left',
})

describe('the watch for crashed tabs', () => {
  it('is not called off by a goodbye that is older than what came after it (T27)', () => {
    const { tab, watch, crashes, crash } = setUp()
    const release = tab.hold('a')
    watch.note(peerState('room', 'a', 9))
    watch.note(goodbye('room', 'a', 8))
    crash('a', release)
    expect(crashes).toEqual(['a room 9'])
  })

  it('goes on while the session is in another room, and ends with the last goodbye', () => {
    const { tab, watch, watched, crashes, crash } = setUp()
    const release = tab.hold('a')
    watch.note(peerState('one', 'a', 1))
    watch.note(peerState('two', 'a', 1))
    watch.note(goodbye('one', 'a', 2))
    expect([...watched]).toEqual(['a'])
    watch.note(goodbye('two', 'a', 2))
    expect([...watched]).toEqual([])
    crash('a', release)
    expect(crashes).toEqual([])
  })

  it('keeps the greatest counter, whatever order frames come in', () => {
    const { tab, watch, crashes, crash } = setUp()
    const release = tab.hold('a')
    watch.note(peerState('room', 'a', 5))
    watch.note(peerState('room', 'a', 3))
    crash('a', release)
    expect(crashes).toEqual(['a room 5'])
  })

  it('tells of a crash once, and watches a session that comes back anew', () => {
    const { tab, watch, crashes, crash } = setUp()
    const first = tab.hold('a')
    watch.note(peerState('room', 'a', 1))
    crash('a', first)
    const second = tab.hold('a')
    watch.note(peerState('room', 'a', 2))
    crash('a', second)
    expect(crashes).toEqual(['a room 1', 'a room 2'])
  })

  it('watches at most 1,000 sessions and leaves the longest unheard to expiry (INV-20)', () => {
    const { watch, watched } = setUp()
    watch.note(peerState('room', 'first'))
    for (let index = 0; index < 999; index += 1) watch.note(peerState('room', `invented ${index}`))
    watch.note(peerState('room', 'first', 2))
    watch.note(peerState('room', 'one more'))
    expect(watched.size).toBe(1_000)
    expect(watched.has('first')).toBe(true)
    expect(watched.has('invented 0')).toBe(false)
    watch.clear()
    expect(watched.size).toBe(0)
  })
})
