/** Parts of a page that claim presence, as React mounts and unmounts them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestScenario } from '../testing/testScenario.ts'
import type { Claim } from './room.ts'

const RUNS = { numRuns: 1_000 }
/** Seconds of a machine with nothing else to do; some more on a busy one. */
const SLOW = { timeout: 20_000 }
const PARTS = 3

interface Presence {
  readonly value?: number
  readonly other?: number
}

interface Step {
  readonly do: 'mount' | 'unmount' | 'update' | 'report' | 'turn' | 'wait'
  readonly part: number
  readonly value: number
}

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom('mount', 'mount', 'unmount', 'update', 'report', 'turn', 'wait'),
    part: fc.nat({ max: PARTS - 1 }),
    value: fc.nat({ max: 2 }),
  }),
  { maxLength: 20 },
)

const location = (part: number, value: number) =>
  ({ type: 'document', documentId: `${part}-${value}`, path: [], lastActiveAt: '2026-01-01T00:00:00Z' }) as const

/** `strict`: each mount is mount, unmount, mount, as StrictMode does it. */
function createPage(mode: 'single' | 'strict') {
  const scene = createTestScenario<Presence>()
  const wire: string[] = []
  scene.network.join({ hear: (message) => wire.push(message), linkChanged: () => {} })
  const { room } = scene.party('ada')
  scene.clock.advance(1_000)
  const claims = new Map<number, Claim<Presence>>()
  const mountOnce = (part: number, value: number): Claim<Presence> => {
    const claim = room.claim({ value })
    claim.report([location(part, value)])
    return claim
  }
  const perform = ({ do: verb, part, value }: Step): void => {
    const claim = claims.get(part)
    if (verb === 'mount' && claim === undefined) {
      if (mode === 'strict') mountOnce(part, value).release()
      claims.set(part, mountOnce(part, value))
    } else if (verb === 'unmount' && claim !== undefined) {
      claims.delete(part)
      claim.release()
    } else if (verb === 'update') claim?.update({ other: value })
    else if (verb === 'report') claim?.report([location(part, value)])
    else if (verb === 'turn') scene.clock.runDeferred()
    else if (verb === 'wait') scene.clock.advance([10, 200, 5_000][value] ?? 0)
  }
  return { scene, room, wire, claims, perform }
}

describe('claims', SLOW, () => {
  test('INV-48 the session is in the room exactly while at least one part of the page claims it', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('single' as const, 'strict' as const), (list, mode) => {
        const { scene, room, claims, perform } = createPage(mode)
        const watcher = scene.party('watcher')
        for (const step of list) {
          perform(step)
          if (claims.size > 0) expect(room.self.getCurrent()).toBeDefined()
          if (step.do !== 'turn' && step.do !== 'wait') continue
          expect(room.self.getCurrent() !== undefined).toBe(claims.size > 0)
          expect(watcher.room.members.getCurrent().length > 0).toBe(claims.size > 0)
        }
        scene.dispose()
      }),
      RUNS,
    )
  })

  test('INV-48 mounting twice, as StrictMode does, puts on the wire what mounting once does, frame by frame', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const pages = [createPage('strict'), createPage('single')] as const
        for (const { scene, perform } of pages) {
          list.forEach(perform)
          scene.clock.advance(1_000)
        }
        expect(pages[0].wire).toEqual(pages[1].wire)
        for (const { scene } of pages) scene.dispose()
      }),
      RUNS,
    )
  })

  test('a remount that reports another place in the same turn is one frame', () => {
    const { scene, wire, perform } = createPage('single')
    perform({ do: 'mount', part: 0, value: 0 })
    scene.clock.advance(1_000)
    const before = wire.length
    perform({ do: 'unmount', part: 0, value: 0 })
    perform({ do: 'mount', part: 0, value: 1 })
    scene.clock.runDeferred()
    expect(wire.length).toBe(before + 1)
    scene.clock.advance(1_000)
    expect(wire.length).toBe(before + 1)
    expect(wire.at(-1)).toContain('0-1')
    expect(wire.at(-1)).not.toContain('0-0')
    scene.dispose()
  })
})
