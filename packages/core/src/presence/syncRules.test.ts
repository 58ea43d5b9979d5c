import { TIMES } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createSyncRules } from './syncRules.ts'

const PEER_WHOLE_MS = 300
const { peerResidualMs: PEER_RESIDUAL_MS, epochResidualMs: EPOCH_RESIDUAL_MS } = TIMES
const DOUBT_SPACING_MS = 5_000
const fresh = { resumed: false }

function createScenario(liveness: 'peers' | 'authority' = 'authority') {
  const clock = createTestClock()
  const state = { isWatching: true, isAwaited: false, isUp: true }
  let calls = 0
  let wholes = 0
  const removals: number[] = []
  const sync = createSyncRules({
    clock,
    liveness,
    isWatching: () => state.isWatching,
    isAwaited: () => state.isAwaited,
    sendRollCall: () => {
      if (state.isUp) calls += 1
      return state.isUp
    },
    whole: () => (wholes += 1),
    removeUnnamed: (generation) => removals.push(generation),
  })
  /** Roll calls, whole pictures and removals so far. */
  const counts = (): readonly number[] => [calls, wholes, removals.length]
  return { clock, state, sync, removals, counts }
}

describe('over a server', () => {
  test('a fresh connection asks, and the answer makes the picture whole and removes who was not named', () => {
    const { sync, counts, removals, clock } = createScenario()
    sync.connected(fresh)
    expect(counts()).toEqual([1, 0, 0])
    sync.synced()
    expect(counts()).toEqual([1, 1, 1])
    expect(removals).toEqual([sync.generation()])
    clock.advance(60_000)
    expect(counts()).toEqual([1, 1, 1])
  })

  test('a resumed connection asks only where somebody waits for the picture', () => {
    const { sync, state, counts } = createScenario()
    sync.connected({ resumed: true })
    expect(counts()).toEqual([0, 0, 0])
    state.isAwaited = true
    sync.connected({ resumed: true })
    expect(counts()).toEqual([1, 0, 0])
  })

  test('a resumed connection asks again for what was asked on the lost one and never came', () => {
    const { sync, state, counts } = createScenario()
    sync.connected({ resumed: true })
    sync.call()
    sync.disconnected()
    sync.connected({ resumed: true })
    expect(counts()).toEqual([2, 0, 0])
    sync.synced()
    state.isUp = false
    sync.call()
    state.isUp = true
    sync.connected({ resumed: true })
    expect(counts()).toEqual([3, 1, 1])
    sync.answered()
    sync.connected({ resumed: true })
    expect(counts()).toEqual([3, 1, 1])
  })

  test('whoever does not look asks for nothing, and no picture begins', () => {
    const { sync, state, counts } = createScenario()
    state.isWatching = false
    const before = sync.generation()
    sync.call()
    expect([counts(), sync.generation()]).toEqual([[0, 0, 0], before])
  })

  test('each call begins a picture; only the answer to the newest is the whole', () => {
    const { sync, counts } = createScenario()
    sync.connected(fresh)
    const first = sync.generation()
    sync.call()
    expect(sync.generation()).toBe(first + 1)
    sync.synced()
    expect(counts()).toEqual([2, 0, 0])
    sync.synced()
    expect(counts()).toEqual([2, 1, 1])
  })

  test('a refused call is answered: the next answer is the whole', () => {
    const { sync, counts } = createScenario()
    sync.connected(fresh)
    sync.call()
    sync.answered()
    sync.synced()
    expect(counts()).toEqual([2, 1, 1])
  })

  test('answers that no call is open for make the picture whole, too, and leave nothing owing', () => {
    const { sync, counts } = createScenario()
    sync.synced()
    sync.answered()
    sync.connected(fresh)
    sync.synced()
    expect(counts()).toEqual([1, 2, 2])
  })

  test('a call that could not be sent is not waited for', () => {
    const { sync, state, counts } = createScenario()
    state.isUp = false
    sync.connected(fresh)
    state.isUp = true
    sync.doubt()
    expect(counts()).toEqual([1, 0, 0])
  })

  test('what was owing on a connection that ended is not waited for on the next', () => {
    const { sync, counts } = createScenario()
    sync.connected(fresh)
    sync.disconnected()
    sync.connected(fresh)
    sync.synced()
    expect(counts()).toEqual([2, 1, 1])
  })

  test('a server that forgot is given time until everybody is back; then the picture of that time counts', () => {
    const { sync, counts, clock, removals } = createScenario()
    sync.connected({ resumed: false, epoch: 'one' })
    sync.synced()
    sync.connected({ resumed: false, epoch: 'two' })
    sync.synced()
    const named = sync.generation()
    expect([counts(), sync.isSettling()]).toEqual([[2, 2, 1], true])
    clock.advance(EPOCH_RESIDUAL_MS - 1)
    expect(removals).toHaveLength(1)
    clock.advance(1)
    expect([removals.at(-1), removals.length, sync.isSettling()]).toEqual([named, 2, false])
    sync.call()
    sync.synced()
    expect(counts()).toEqual([3, 3, 3])
  })

  test('the same epoch, none, and the first of all are no forgetting', () => {
    const { sync, counts } = createScenario()
    for (const epoch of ['one', 'one', undefined, 'one']) {
      sync.connected({ resumed: false, epoch })
      sync.synced()
    }
    expect([counts(), sync.isSettling()]).toEqual([[4, 4, 4], false])
  })

  test('a doubt asks at once after five quiet seconds, else at their end, and once', () => {
    const { sync, counts, clock } = createScenario()
    sync.connected(fresh)
    sync.doubt()
    expect(counts()).toEqual([1, 0, 0])
    sync.synced()
    clock.advance(2_000)
    sync.doubt()
    sync.doubt()
    clock.advance(DOUBT_SPACING_MS - 2_001)
    expect(counts()[0]).toBe(1)
    clock.advance(1)
    expect([counts()[0], clock.pending()]).toEqual([2, 0])
    sync.synced()
    clock.advance(DOUBT_SPACING_MS)
    sync.doubt()
    expect([counts()[0], clock.pending()]).toEqual([3, 0])
    sync.synced()
    clock.advance(1_000)
    sync.doubt()
    clock.advance(DOUBT_SPACING_MS)
    expect(counts()[0]).toBe(4)
  })

  test.each(['stop', 'disconnected'] as const)('%s leaves no timer', (end) => {
    const { sync, clock, counts } = createScenario()
    sync.connected({ resumed: false, epoch: 'one' })
    sync.synced()
    sync.connected({ resumed: false, epoch: 'two' })
    sync.synced()
    sync.doubt()
    expect(clock.pending()).toBe(2)
    sync[end]()
    clock.advance(60_000)
    expect([clock.pending(), counts(), sync.isSettling()]).toEqual([0, [2, 2, 1], false])
  })
})

describe('between tabs', () => {
  test('the picture is whole 300 ms after the last call; who was not named is removed some seconds after connecting', () => {
    const { sync, counts, clock, removals } = createScenario('peers')
    sync.connected(fresh)
    const named = sync.generation()
    clock.advance(PEER_WHOLE_MS - 100)
    sync.call()
    expect(sync.generation()).toBe(named)
    clock.advance(PEER_WHOLE_MS - 1)
    expect(counts()).toEqual([2, 0, 0])
    clock.advance(1)
    expect([counts(), sync.isSettling()]).toEqual([[2, 1, 0], true])
    clock.advance(PEER_RESIDUAL_MS)
    expect([removals, sync.isSettling(), clock.pending()]).toEqual([[named], false, 0])
  })

  test('a new connection begins to wait anew', () => {
    const { sync, clock, removals } = createScenario('peers')
    sync.connected(fresh)
    clock.advance(PEER_RESIDUAL_MS - 1)
    sync.disconnected()
    sync.connected(fresh)
    clock.advance(PEER_RESIDUAL_MS - 1)
    expect(removals).toEqual([])
    clock.advance(1)
    expect(removals).toEqual([sync.generation()])
  })
})
