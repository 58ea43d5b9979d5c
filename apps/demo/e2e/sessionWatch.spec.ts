import { expect, test } from '@playwright/test'
import type { Member } from '@rollcall/core'
import type { DemoInfo, DemoPresence } from '../src/client/demoPresence.ts'
import { startPublishing } from '../src/client/locationPublisher.ts'
import { EMPTY_WATCH, watchSessions, type SessionWatch } from '../src/client/sessionWatch.ts'

/** Bo with one tab that has published `count` at `at`. */
function bo(count: number, at: number): readonly Member<DemoPresence, DemoInfo>[] {
  const lastActiveAt = new Date(at).toISOString()
  const locations = [{ type: 'document', documentId: 'd', path: [], selection: { count }, lastActiveAt } as const]
  const presence = { tab: 'bo-tab', locations }
  const session = {
    sessionId: 's',
    userId: 'bo',
    status: 'online',
    presence,
    typing: [],
    enteredAt: 0,
    lastActiveAt: 0,
  }
  const person = { userId: 'bo', info: { name: 'Bo' }, status: 'online', presence, lastActiveAt: 0, lastSeenAt: null }
  return [{ ...person, typing: [], sessions: [{ ...session, held: false }] }]
}

/** Watches one count after the other, each `tookMs` after it was made. */
function watchAll(counts: readonly number[], tookMs: number, ownTab = 'mine'): SessionWatch {
  return counts.reduce((watch, count) => {
    const at = 1_000_000 + count * 1000
    return watchSessions(watch, bo(count, at), { ownTab, now: at + tookMs })
  }, EMPTY_WATCH)
}

test('a step that never came is a gap, a publisher that began again is none', () => {
  expect(watchAll([1, 2, 3], 5).sessions.get('s')).toMatchObject({ count: 3, gaps: 0 })
  expect(watchAll([1, 2, 5, 6], 5).sessions.get('s')).toMatchObject({ count: 6, gaps: 2 })
  expect(watchAll([7, 1, 2], 5).sessions.get('s')).toMatchObject({ count: 2, gaps: 0 })
})

test('what comes from another tab is timed, except what was there before us; our own is not', () => {
  expect(watchAll([1, 2, 3], 5).tookMs).toEqual([5, 5])
  expect(watchAll([1, 2, 3], -4).tookMs).toEqual([0, 0])
  expect(watchAll([1, 2, 3], 5, 'bo-tab').tookMs).toEqual([])
})

test('a room in which nothing of interest changed is the same watch', () => {
  const watch = watchAll([1, 2], 5)
  expect(watchSessions(watch, bo(2, 1_002_000), { ownTab: 'mine', now: 2_000_000 })).toBe(watch)
})

test('a publisher aims at whole seconds, however late its timers are, and stops when told', () => {
  let now = 0
  let next: { readonly at: number; readonly task: () => void } | undefined
  const published: number[] = []
  const stop = startPublishing({
    time: {
      now: () => now,
      setTimer: (delayMs, task) => {
        next = { at: now + delayMs, task }
        return () => {
          next = undefined
        }
      },
    },
    publish: () => published.push(now),
  })
  for (let turn = 0; turn < 3; turn += 1) {
    now = (next?.at ?? Number.NaN) + 40
    next?.task()
  }
  expect(published).toEqual([0, 1040, 2040, 3040])
  stop()
  expect(next).toBeUndefined()
})
