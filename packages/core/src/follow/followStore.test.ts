import { PresenceError } from '@rollcall/protocol'
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
  const refuse = (error: PresenceError): void => {
    const [first] = open
    if (first === undefined) throw new Error('nothing was asked')
    open.delete(first[0])
    first[1](error)
  }
  const takeSaid = (): unknown[] => said.splice(0).map((frame) => [frame.type, 'userIds' in frame ? frame.userIds : []])
  const ackAll = (): void => {
    for (const [request, settle] of open) {
      open.delete(request)
      settle()
    }
  }
  return { clock, store, refused, takeSaid, ackAll, refuse, setUp: (up: boolean) => (isUp = up) }
}

const online = (userId: string) => ({ userId, info: { name: userId }, status: 'online' })

describe('following people', () => {
  test('asks once for whom several want, and lets go after the last, a macrotask later', () => {
    const { clock, store, takeSaid } = createScenario()
    const first = store.follow(['ann', 'ben'])
    const second = store.follow(['ben', 'cem'])
    expect(takeSaid()).toEqual([])
    clock.advance(500)
    expect(takeSaid()).toEqual([['follow', ['ann', 'ben', 'cem']]])
    first.release()
    first.release()
    clock.runDeferred()
    expect(takeSaid()).toEqual([['unfollow', ['ann']]])
    second.release()
    store.follow(['ben', 'cem'])
    clock.advance(1_000)
    expect(takeSaid()).toEqual([])
  })

  test('at most 200 ids go in a frame', () => {
    const { clock, store, takeSaid } = createScenario()
    store.follow(Array.from({ length: 450 }, (_, index) => `user ${index}`))
    clock.runDeferred()
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
    const { clock, store, takeSaid, ackAll, setUp } = createScenario()
    store.follow(['ann'])
    clock.advance(500)
    ackAll()
    store.follow(['ben'])
    clock.advance(500)
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
    clock.advance(500)
    expect(takeSaid()).toEqual([['follow', ['ann']]])
    store.receive({ type: 'sync', people: [online('ann'), online('zoe')] })
    expect(store.following.getCurrent()).toEqual(['ann', 'zoe'])
    stop()
    clock.runDeferred()
    expect(takeSaid()).toEqual([['unfollow', ['ann']]])
    expect(ann.getCurrent()).toBeUndefined()
    expect(store.following.getCurrent()).toEqual(['zoe'])
  })

  test('T13 a list that scrolls by, a row in each frame of the screen, asks at most four times a second, and for all', () => {
    const { clock, store, takeSaid, ackAll } = createScenario()
    const rows = Array.from({ length: 120 }, (_, index) => `user ${index}`)
    const handles = rows.map((userId, index) => {
      const handle = store.follow([userId])
      clock.advance(16)
      ackAll()
      return { ...handle, index }
    })
    const shown = handles.splice(-20)
    for (const { release } of handles) {
      release()
      clock.advance(16)
    }
    clock.advance(500)
    const said = takeSaid() as [string, string[]][]
    // 220 changes in 3.5 s.
    expect(said.length).toBeLessThanOrEqual(14)
    const followed = new Set<string>()
    for (const [type, userIds] of said)
      for (const userId of userIds)
        if (type === 'follow') followed.add(userId)
        else followed.delete(userId)
    expect([...followed]).toEqual(shown.map(({ index }) => `user ${index}`))
  })

  test('what the server would not take now is said again, with what it left without an answer', () => {
    const { clock, store, refused, takeSaid, refuse } = createScenario()
    store.follow(Array.from({ length: 250 }, (_, index) => `user ${index}`))
    clock.runDeferred()
    expect(takeSaid()).toHaveLength(2)
    refuse(new PresenceError('rate_limited', 'unable', { details: { retryAfterMs: 900 } }))
    clock.advance(899)
    expect(takeSaid()).toEqual([])
    clock.advance(1)
    expect((takeSaid() as [string, string[]][]).map(([type, { length }]) => [type, length])).toEqual([
      ['follow', 200],
      ['follow', 50],
    ])
    expect(refused).toEqual([])
  })

  test('a refusal for good is told, and not repeated', () => {
    const { clock, store, refused, takeSaid, refuse } = createScenario()
    store.follow(['ann'])
    clock.runDeferred()
    takeSaid()
    refuse(new PresenceError('forbidden', 'unable'))
    clock.advance(10_000)
    expect(takeSaid()).toEqual([])
    expect(refused).toMatchObject([{ code: 'forbidden' }])
  })

  test('who is wanted again before the server heard otherwise is asked for again: the picture was let go', () => {
    const { clock, store, takeSaid, ackAll } = createScenario()
    const ann = store.follow(['ann'])
    clock.runDeferred()
    ackAll()
    takeSaid()
    ann.release()
    clock.runDeferred()
    store.follow(['ann'])
    clock.advance(500)
    expect(takeSaid()).toEqual([['follow', ['ann']]])
  })

  test('what still comes of somebody just let go of is forgotten when the server has heard', () => {
    const { clock, store, ackAll } = createScenario()
    const ann = store.follow(['ann'])
    clock.advance(500)
    ackAll()
    ann.release()
    clock.runDeferred()
    store.receive({ type: 'gone', userId: 'ann', at: 7 })
    expect(store.following.getCurrent()).toEqual(['ann'])
    clock.advance(500)
    ackAll()
    store.flush()
    expect(store.following.getCurrent()).toEqual([])
  })
})
