import { describe, expect, it } from 'vitest'
import { createOutgoing } from '../hub/delivery.ts'
import { converse } from './conversation.contract.ts'
import type { LastSeenOption, LastSeenPrecision } from './gatewayOptions.ts'
import { createLastSeenPolicy } from './lastSeenPolicy.ts'

const MINUTE = 60_000
/** Where a day, an hour and a minute have begun some time ago. */
const SKEW = 1_700 * MINUTE + 7_000
const WALL = 1_767_225_600_000 + SKEW
const STEP: Readonly<Record<string, number>> = { exact: 1, minute: MINUTE, hour: 60 * MINUTE, day: 1_440 * MINUTE }
const down = (at: number, step: number): number => at - (at % step)

/** Viewers named after the precision that they get, following somebody who leaves. */
function followers(viewers: readonly string[], lastSeen: LastSeenOption) {
  const conversation = converse({ lastSeen })
  conversation.clock.skew(SKEW)
  const alice = conversation.join('alice')
  const parties = viewers.map((viewer) => conversation.join(viewer))
  for (const party of parties) {
    party.say({ t: 'follow', ids: ['alice'] })
    party.heard()
  }
  conversation.pass(12_345)
  return { ...conversation, alice, parties }
}
const byName: LastSeenOption = { precision: (viewerId) => viewerId as LastSeenPrecision }

describe('last seen, as exactly as its viewer may know it', () => {
  it.each(['minute', 'hour', 'day'])('to the %s, in x and in sync', (precision) => {
    const { alice, parties, join } = followers([precision], precision as LastSeenPrecision)
    alice.say({ t: 'bye', reason: 'leave' })
    const ts = down(WALL + 12_345, STEP[precision] ?? 0)
    expect(parties[0]?.heard()).toEqual([{ t: 'x', id: 'alice', ts }])
    const late = join('late')
    late.say({ t: 'follow', ids: ['alice'] })
    expect(late.heardOf('sync')).toMatchObject([{ users: [{ id: 'alice', s: 'offline', ts }] }])
  })

  it('hidden: gone all the same, without a time, with the name still there', () => {
    const { alice, parties, join } = followers(['bob'], 'hidden')
    alice.say({ t: 'bye', reason: 'leave' })
    const [told, ...more] = parties[0]?.heard() ?? []
    expect(more).toEqual([])
    expect(told).toEqual({
      t: 'sync',
      users: [{ id: 'alice', i: { name: 'alice' }, s: 'offline', a: '', p: '', l: '' }],
    })
    const late = join('late')
    late.say({ t: 'follow', ids: ['alice'] })
    expect(late.heardOf('sync')).toEqual([told])
  })

  it('T9: of somebody invisible it is that of somebody gone, for every precision', () => {
    const traceOf = (go: object): string => {
      const { alice, parties, pass } = followers(Object.keys(STEP).concat('hidden'), byName)
      alice.say({ t: 'statusUpdate', ...go })
      pass(100_000)
      return JSON.stringify(parties.map((party) => party.heard()))
    }
    expect(traceOf({ t: 'statusUpdate', s: 'invisible' })).toBe(traceOf({ t: 'bye', reason: 'leave' }))
  })

  it('one’s own is exact', () => {
    const { alice, parties, join } = followers(['bob'], 'hidden')
    parties[0]?.say({ t: 'bye', reason: 'leave' })
    alice.say({ t: 'bye', reason: 'leave' })
    const again = join('alice', { s: 'invisible' })
    again.say({ t: 'follow', ids: ['alice'] })
    expect(again.heardOf('sync')).toMatchObject([{ users: [{ ts: WALL + 12_345 }] }])
  })

  it('mutual: nobody sees it more exactly than they show it', () => {
    const lastSeen: LastSeenOption = {
      precision: (_viewer, user) => (user === 'shy' ? 'hidden' : 'exact'),
      mutual: true,
    }
    const { alice, parties } = followers(['shy', 'frank'], lastSeen)
    alice.say({ t: 'bye', reason: 'leave' })
    expect(parties.map((party) => party.heard().map(({ t }) => t))).toEqual([['sync'], ['x']])
  })

  it('a callback that fails shows nothing, and harms nobody', () => {
    const { alice, parties } = followers(['bob'], {
      precision: () => {
        throw new Error('away')
      },
    })
    alice.say({ t: 'bye', reason: 'leave' })
    expect(parties[0]?.heard()).toMatchObject([{ t: 'sync', users: [{ s: 'offline' }] }])
  })

  it('one frame a precision, encoded once, however many get it (INV-36)', () => {
    const policy = createLastSeenPolicy({ rule: byName, hub: { people: () => [] }, report: () => {} })
    const gone = createOutgoing({ type: 'gone', userId: 'alice', at: WALL })
    const viewers = ['exact', 'exact', 'hour', 'hour', 'hour', 'day', 'hidden', 'hidden']
    const frames = viewers.map((viewer) => policy.frameFor(viewer, gone))
    expect(new Set(frames).size).toBe(4)
    expect(frames[0]).toBe(gone)
    const other = createOutgoing({ type: 'changed', userId: 'alice', changes: { activity: 'Coding' } })
    expect(policy.frameFor('hidden', other)).toBe(other)
  })

  it('INV-42: never decreases for a viewer', () => {
    const policy = createLastSeenPolicy({ rule: byName, hub: { people: () => [] }, report: () => {} })
    for (const precision of Object.keys(STEP)) {
      const shown = Array.from({ length: 200 }, (_, index) => policy.shown(precision, 'alice', WALL + index * 777_777))
      expect(shown.every((at, index) => index === 0 || Number(at) >= Number(shown[index - 1]))).toBe(true)
      expect(shown.every((at, index) => Number(at) <= WALL + index * 777_777)).toBe(true)
    }
  })
})
