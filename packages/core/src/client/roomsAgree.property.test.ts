/** Whole clients over a network that is bad on purpose: what they end with, and pairs of worlds that must end alike. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calmLives, createRoomWorld, essence, livesOf, roughLives, truth } from './roomWorld.contract.ts'

const RUNS = { numRuns: 1_000 }
/** Seconds of a machine with nothing else to do; some more on a busy one. */
const SLOW = { timeout: 20_000 }
/** Heartbeat and jitter. */
const BEAT_MS = 33_000
/** Leaving is not said twice: who was not heard is missed by silence. */
const EXPIRY_MS = 90_000
const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('agreement', SLOW, () => {
  test('INV-11 on a network that loses nothing, a newcomer sees by one roll call who is there, and nobody else', () => {
    fc.assert(
      fc.property(roughLives, seeds, (life, seed) => {
        const world = createRoomWorld({ seed, latency: [0, 40], reorder: 0.3, duplicate: 0.3 })
        life.forEach(world.perform)
        world.restoreAll()
        // Whoever came back from an outage has said so by now.
        world.clock.advance(1_000)
        const before = world.network.countFrames().byType.get('rollCall') ?? 0
        const newcomer = world.scene.party('newcomer')
        world.clock.advance(1_000)
        expect(essence(newcomer.room.members.getCurrent())).toBe(truth(world))
        expect(newcomer.room.synced.getCurrent()).toBe(true)
        expect(world.network.countFrames().byType.get('rollCall')).toBe(before + 1)
        world.dispose()
      }),
      RUNS,
    )
  })

  test('INV-13 once loss ends, all agree on who is there within a heartbeat, and on who is not within the expiry', () => {
    fc.assert(
      fc.property(roughLives, seeds, (life, seed) => {
        const world = createRoomWorld({ seed, latency: [0, 40], loss: 0.3, reorder: 0.3, duplicate: 0.3 })
        life.forEach(world.perform)
        world.restoreAll()
        world.network.calm()
        world.clock.advance(BEAT_MS + 100)
        const here = world.tabs.filter(({ said }) => said !== undefined).map(({ userId }) => userId)
        for (const { room } of world.tabs) {
          const seen = room.members.getCurrent().map(({ userId }) => userId)
          expect(seen).toEqual(expect.arrayContaining(here))
        }
        world.clock.advance(EXPIRY_MS)
        for (const view of world.views()) expect(view).toBe(truth(world))
        world.dispose()
      }),
      RUNS,
    )
  })
})

describe('pairs of worlds', SLOW, () => {
  test('INV-2 frames that overtake each other change nothing of where it ends', () => {
    fc.assert(
      fc.property(calmLives, seeds, (steps, seed) => {
        const plain = createRoomWorld({ latency: 20 })
        const permuted = createRoomWorld({ seed, latency: 20, reorder: 0.6 })
        for (const world of [plain, permuted]) {
          steps.forEach(world.perform)
          world.clock.advance(1_000)
        }
        expect(permuted.views()).toEqual(plain.views())
        plain.dispose()
        permuted.dispose()
      }),
      RUNS,
    )
  })

  test('INV-3 a network that brings everything twice shows no more events than one that does not', () => {
    fc.assert(
      fc.property(roughLives, (steps) => {
        const [doubled, plain] = [createRoomWorld({ latency: 5, duplicate: 1 }), createRoomWorld({ latency: 5 })]
        for (const world of [doubled, plain]) steps.forEach(world.perform)
        expect(doubled.tabs.map(({ trace }) => trace)).toEqual(plain.tabs.map(({ trace }) => trace))
        expect(doubled.network.countFrames()).toEqual(plain.network.countFrames())
        doubled.dispose()
        plain.dispose()
      }),
      RUNS,
    )
  })

  test('INV-6 wrong and jumping wall clocks change nothing that is seen', () => {
    fc.assert(
      fc.property(livesOf('enter', 'update', 'leave', 'type', 'wait', 'skew', 'drop', 'restore'), (steps) => {
        const [skewed, plain] = [createRoomWorld({ latency: 5 }), createRoomWorld({ latency: 5 })]
        for (const step of steps) {
          skewed.perform(step)
          if (step.do !== 'skew') plain.perform(step)
        }
        expect(skewed.tabs.map(({ trace }) => trace)).toEqual(plain.tabs.map(({ trace }) => trace))
        expect(skewed.views()).toEqual(plain.views())
        skewed.dispose()
        plain.dispose()
      }),
      RUNS,
    )
  })

  test('INV-9 hearing oneself changes nothing', () => {
    fc.assert(
      fc.property(calmLives, (steps) => {
        const [echoed, plain] = [createRoomWorld({ latency: 5 }), createRoomWorld({ latency: 5 })]
        echoed.network.setEcho('on')
        for (const world of [echoed, plain]) steps.forEach(world.perform)
        expect(echoed.tabs.map(({ trace }) => trace)).toEqual(plain.tabs.map(({ trace }) => trace))
        expect(echoed.network.countFrames()).toEqual(plain.network.countFrames())
        echoed.dispose()
        plain.dispose()
      }),
      RUNS,
    )
  })
})
