import type { FrameChannel } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChannelScenario, type ChannelScenario } from '../testing/channelScenario.ts'
import { createTestWelcome } from '../testing/testServer.ts'

type Deed = (scenario: ChannelScenario) => void

const onNewest =
  (act: (end: ReturnType<ChannelScenario['end']>) => void): Deed =>
  ({ ends }) => {
    const newest = ends.at(-1)
    if (newest !== undefined) act(newest)
  }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.nat({ max: 60_000 }).map(
    (ms): Deed =>
      ({ clock }) =>
        clock.advance(ms),
  ),
  fc.integer({ min: -3_600_000, max: 3_600_000 }).map(
    (ms): Deed =>
      ({ clock }) =>
        clock.skew(ms),
  ),
  fc
    .constantFrom(1000, 1006, 1009, 4001, 4002, 4004, 4008, 4500, 4503)
    .map((code) => onNewest(({ channel }) => channel.close(code, 'any;retry=700'))),
  fc.constantFrom<Deed>(
    onNewest(({ say }) => say(createTestWelcome())),
    onNewest(({ say }) => say(createTestWelcome({ resumed: true }))),
    onNewest(({ say }) => say({ type: 'pong' })),
    onNewest(({ say }) => say({ type: 'ping' }, { type: 'synced', room: 'room', version: 1 })),
    onNewest(({ channel }) => channel.send('rubbish')),
    onNewest(({ wire }) => wire.cut()),
    onNewest(({ wire }) => wire.breakOff()),
    // Whatever older connections still have to say.
    ({ ends }) => ends[0]?.say(createTestWelcome(), { type: 'pong' }),
    ({ ends }) => ends[0]?.channel.close(1006),
    ({ environment }) => environment.goOffline(),
    ({ environment }) => environment.goOnline(),
    ({ environment }) => environment.hide(),
    ({ environment }) => environment.show(),
    ({ environment }) => environment.leavePage({ cached: false }),
    ({ environment }) => environment.leavePage({ cached: true }),
    ({ environment }) => environment.returnToPage(),
    ({ transport }) => transport.retry?.(),
  ),
)

/** A scenario that knows which of the client's channels nobody has closed yet. */
function createCountedScenario(): { readonly scenario: ChannelScenario; readonly live: ReadonlySet<FrameChannel> } {
  const live = new Set<FrameChannel>()
  const scenario = createChannelScenario({
    open: (dial) => {
      const dialled = dial()
      const counted: FrameChannel = {
        ...dialled,
        close: (code, reason) => {
          live.delete(counted)
          dialled.close(code, reason)
        },
        onClose: (listener) =>
          dialled.onClose((close) => {
            live.delete(counted)
            listener(close)
          }),
      }
      live.add(counted)
      return counted
    },
  })
  return { scenario, live }
}

describe('a connection in a bad world', () => {
  it('never has two live channels, and says `connected` only with one', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const { scenario, live } = createCountedScenario()
        for (const act of deeds) {
          act(scenario)
          expect(live.size).toBeLessThanOrEqual(1)
          expect(scenario.status()?.state !== 'connected' || live.size === 1).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leaves no channel, no timer and no further word after dispose (INV-21)', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.array(deed, { maxLength: 15 }), (before, after) => {
        const { scenario, live } = createCountedScenario()
        for (const act of before) act(scenario)
        scenario.transport.dispose()
        const told = scenario.statuses.length
        const opened = scenario.ends.length
        for (const act of after) act(scenario)
        // What was on its way at the end arrives, and is not answered.
        scenario.clock.advance(60_000)
        expect(live.size).toBe(0)
        expect(scenario.clock.pending()).toBe(0)
        expect(scenario.statuses).toHaveLength(told)
        expect(scenario.status()?.state).toBe('disconnected')
        expect(scenario.ends).toHaveLength(opened)
      }),
      { numRuns: 500 },
    )
  })

  it('connects in the end, once the world is good again', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const { scenario } = createCountedScenario()
        for (const act of deeds) act(scenario)
        scenario.environment.returnToPage()
        scenario.environment.goOnline()
        // What the bad world has said is heard first: it may have been final.
        scenario.clock.advance(100)
        scenario.transport.retry?.()
        // The longest ordered wait, then a server that greets everybody.
        for (let turn = 0; turn < 40 && scenario.status()?.state !== 'connected'; turn += 1) {
          scenario.clock.advance(1_000)
          scenario.ends.at(-1)?.say(createTestWelcome({ resumed: true }), { type: 'pong' })
          scenario.clock.advance(100)
        }
        expect(scenario.status()?.state).toBe('connected')
      }),
      { numRuns: 500 },
    )
  })
})
