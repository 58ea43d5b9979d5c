import type { PointerPosition } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import type { OutgoingFrame } from '../transport/transport.ts'
import { createTestClock } from '../testing/testClock.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork } from '../testing/testNetwork.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'
import { createMoves, type MovesOptions } from './moves.ts'

function createScene(liveness: MovesOptions['liveness'] = 'authority') {
  const clock = createTestClock()
  const sent: OutgoingFrame[] = []
  const reported: unknown[] = []
  const link = { isUp: true, mayMove: true }
  const moves = createMoves({
    room: 'r',
    clock,
    liveness,
    sessionId: () => 'mine',
    mayMove: () => link.mayMove,
    send: (frames) => {
      if (link.isUp) sent.push(...frames)
      return link.isUp
    },
    report: (thrown) => reported.push(thrown),
  })
  const positions = (): (PointerPosition | null)[] => sent.map((frame) => ('position' in frame ? frame.position : null))
  return { clock, moves, sent, reported, link, positions }
}

describe('my pointer', () => {
  test('at 60 movements a second 20 frames a second go out, the newest position last', () => {
    const { clock, moves, positions } = createScene()
    const area = moves.area('')
    for (let step = 1; step <= 120; step += 1) {
      area.move([step, 0])
      clock.advance(1_000 / 60)
    }
    clock.advance(50)
    expect(positions().length).toBeGreaterThanOrEqual(30)
    expect(positions().length).toBeLessThanOrEqual(41)
    expect(positions()[0]).toEqual([1, 0])
    expect(positions().at(-1)).toEqual([120, 0])
  })

  test('at rest nothing goes out', () => {
    const { clock, moves, sent } = createScene()
    const area = moves.area('')
    area.move([1, 2])
    clock.advance(50)
    area.move([1, 2])
    clock.advance(1_000)
    expect(sent).toHaveLength(1)
    expect(clock.pending()).toBe(0)
  })

  test('names its session between tabs, and leaves that to the server where there is one', () => {
    for (const liveness of ['peers', 'authority'] as const) {
      const { moves, sent } = createScene(liveness)
      moves.area('canvas').move([1, 2])
      const frame = { type: 'move', room: 'r', input: 'canvas', position: [1, 2] }
      expect(sent).toEqual([liveness === 'peers' ? { ...frame, sessionId: 'mine' } : frame])
    }
  })

  test('nothing of somebody who is not in the room, or invisible, is told', () => {
    const { clock, moves, sent, link } = createScene()
    link.mayMove = false
    moves.area('').move([1, 2])
    clock.advance(1_000)
    expect(sent).toEqual([])
  })

  test('that left while the link was away is taken back once it is there', () => {
    const { clock, moves, positions, link } = createScene()
    moves.area('').move([1, 2])
    clock.advance(50)
    link.isUp = false
    moves.area('').move(null)
    clock.advance(1_000)
    link.isUp = true
    moves.connected({ resumed: true })
    expect(positions()).toEqual([[1, 2], null])
  })

  test('that rests is told again to those who meet a new session, and not to those who kept the old one', () => {
    const { clock, moves, positions } = createScene()
    moves.area('').move([1, 2])
    clock.advance(50)
    moves.connected({ resumed: true })
    expect(positions()).toEqual([[1, 2]])
    moves.connected({ resumed: false })
    expect(positions()).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  test('that never was in an area says nothing there after a reconnect', () => {
    const { moves, sent } = createScene()
    moves.area('').subscribe(() => {})
    moves.connected({ resumed: false })
    expect(sent).toEqual([])
  })
})

describe('the pointers of others', () => {
  const move = { type: 'move', room: 'r', input: 'canvas', sessionId: 'bo-1', position: [1, 2] } as const

  test('are heard in their own area, until one stops listening', () => {
    const { moves } = createScene()
    const heard: unknown[] = []
    const stop = moves.area('canvas').subscribe((heardMove) => heard.push(heardMove))
    moves.area('').subscribe(() => heard.push('another area'))
    moves.receive(move)
    stop()
    moves.receive(move)
    expect(heard).toEqual([{ sessionId: 'bo-1', position: [1, 2] }])
  })

  test('a listener that throws is reported and stops nobody else', () => {
    const { moves, reported } = createScene()
    const heard: unknown[] = []
    const broken = new Error('broken')
    moves.area('canvas').subscribe(() => {
      throw broken
    })
    moves.area('canvas').subscribe(({ position }) => heard.push(position))
    moves.receive(move)
    expect(heard).toEqual([[1, 2]])
    expect(reported).toEqual([broken])
  })

  test('after the end no timer is left and nobody is told', () => {
    const { clock, moves } = createScene()
    const heard: unknown[] = []
    moves.area('canvas').subscribe(({ position }) => heard.push(position))
    moves.area('canvas').move([3, 4])
    moves.dispose()
    moves.receive(move)
    expect(heard).toEqual([])
    expect(clock.pending()).toBe(0)
  })
})

test('between two clients: a pointer that left while its link was away is not left standing with the others', () => {
  const network = createTestNetwork()
  const [ada, bo] = ['ada', 'bo'].map((id, index) =>
    createPresenceClient({
      transport: memory(network.party(id)),
      user: { id, info: {} },
      environment: createTestEnvironment({ clock: network.clockOf(id), random: createTestRandom(index + 1) }),
    }),
  )
  const [adas, bos] = [ada?.room('r'), bo?.room('r')]
  const heard: unknown[] = []
  bos?.moves().subscribe(({ position }) => heard.push(position))
  network.clock.advance(1_000)
  adas?.moves().move([1, 2])
  network.clock.advance(100)
  network.drop('ada')
  adas?.moves().move(null)
  network.clock.advance(1_000)
  expect(heard).toEqual([[1, 2]])
  network.restore('ada')
  network.clock.advance(1_000)
  expect(heard.at(-1)).toBeNull()
  ada?.dispose()
  bo?.dispose()
  expect(network.clock.pending()).toBe(0)
})
