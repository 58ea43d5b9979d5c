import type { PresenceError } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import type { OutgoingFrame } from '../transport/transport.ts'
import { createFollowStore } from './followStore.ts'

function createScenario() {
  const clock = createTestClock()
  const said: OutgoingFrame[] = []
  const refused: PresenceError[] = []
  const open = new Map<number, (error?: PresenceError) => void>()
  let requests = 0
  let isUp = true
  const store = createFollowStore({
    clock,
    send: (frames) => {
      if (isUp) said.push(...frames)
      return isUp
    },
    openRequest: (settle) => {
      requests += 1
      open.set(requests, settle)
      return requests
    },
    closeRequest: (request) => open.delete(request),
    refused: (error) => refused.push(error),
    report: (thrown) => {
      throw thrown
    },
  })
  const takeSaid = (): unknown[] => said.splice(0).map((frame) => [frame.type, 'userIds' in frame ? frame.userIds : []])
  const ackAll = (): void => {
    for (const [request, settle] of open) {
      open.delete(request)
      settle()
    }
  }
  return { clock, store, takeSaid, ackAll, setUp: (up: boolean) => (isUp = up) }
}

const online = (userId: string) => ({ userId, info: { name: userId }, status: 'online' })

describe('following people', () => {
  test('asks once for whom several want, and lets go after the last, a macrotask later', () => {
    const { clock, store, takeSaid } = createScenario()
    const first = store.follow(['ann', 'ben'])
    const second = store.follow(['ben', 'cem'])
    expect(takeSaid()).toEqual([
      ['follow', ['ann', 'ben']],
      ['follow', ['cem']],
    ])
    first.release()
    first.release()
    clock.runDeferred()
    expect(takeSaid()).toEqual([['unfollow', ['ann']]])
    second.release()
    store.follow(['ben', 'cem'])
    clock.runDeferred()
    expect(takeSaid()).toEqual([])
  })

  test('at most 200 ids go in a frame', () => {
    const { store, takeSaid } = createScenario()
    store.follow(Array.from({ length: 450 }, (_, index) => `user ${index}`))
    expect(takeSaid().map((frame) => (frame as [string, string[]])[1].length)).toEqual([200, 200, 50])
  })

  test('a picture, a change and a going come out as one person, whose identity changes with the content only', () => {
    const { store } = createScenario()
    const { source } = store.follow(['ann'])
    let told = 0
    source.subscribe(() => (told += 1))
    const hear = (...frames: Parameters<typeof store.receive>[0][]): void => {
      frames.forEach(store.receive)
      store.flush()
    }
    hear({ type: 'sync', people: [{ ...online('ann'), activity: '' }] })
    const before = source.getCurrent()
    expect(before.get('ann')).toEqual({
      userId: 'ann',
      info: { name: 'ann' },
      status: 'online',
      lastActiveAt: null,
      lastSeenAt: null,
    })
    hear({ type: 'sync', people: [online('ann')] })
    expect(source.getCurrent()).toBe(before)
    expect(told).toBe(1)
    hear({ type: 'changed', userId: 'ann', changes: { activity: 'Coding', status: 'busy' } })
    expect(source.getCurrent().get('ann')).toMatchObject({ activity: 'Coding', status: 'busy' })
    hear({ type: 'gone', userId: 'ann', at: 77 })
    expect(source.getCurrent().get('ann')).toEqual({
      userId: 'ann',
      info: { name: 'ann' },
      status: 'offline',
      lastActiveAt: null,
      lastSeenAt: 77,
    })
    expect(told).toBe(3)
  })

  test('T27 a late change brings nobody back, and makes nobody up', () => {
    const { store } = createScenario()
    const { source } = store.follow(['ann', 'ben'])
    store.receive({ type: 'gone', userId: 'ann', at: 7 })
    store.receive({ type: 'changed', userId: 'ann', changes: { status: 'busy' } })
    store.receive({ type: 'changed', userId: 'ben', changes: { status: 'busy' } })
    expect(source.getCurrent().get('ann')?.status).toBe('offline')
    expect(source.getCurrent().has('ben')).toBe(false)
  })

  test('after a fresh start everybody is asked for again; after a resume only what was not answered', () => {
    const { store, takeSaid, ackAll, setUp } = createScenario()
    store.follow(['ann'])
    ackAll()
    store.follow(['ben'])
    takeSaid()
    store.connected({ resumed: true })
    expect(takeSaid()).toEqual([['follow', ['ben']]])
    ackAll()
    setUp(false)
    store.follow(['cem'])
    setUp(true)
    store.connected({ resumed: true })
    expect(takeSaid()).toEqual([['follow', ['cem']]])
    store.connected({ resumed: false })
    expect(takeSaid()).toEqual([['follow', ['ann', 'ben', 'cem']]])
  })

  test('a person is followed as long as somebody listens, and `following` names the server’s own list too', () => {
    const { clock, store, takeSaid } = createScenario()
    const ann = store.user('ann')
    expect(takeSaid()).toEqual([])
    const stop = ann.subscribe(() => {})
    expect(takeSaid()).toEqual([['follow', ['ann']]])
    store.receive({ type: 'sync', people: [online('ann'), online('zoe')] })
    expect(store.following.getCurrent()).toEqual(['ann', 'zoe'])
    stop()
    clock.runDeferred()
    expect(takeSaid()).toEqual([['unfollow', ['ann']]])
    expect(ann.getCurrent()).toBeUndefined()
    expect(store.following.getCurrent()).toEqual(['zoe'])
  })
})
