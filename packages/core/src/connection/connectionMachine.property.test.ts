import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INITIAL_CONNECTION, connectionMachine } from './connectionMachine.ts'
import type { ConnectionEvent, ConnectionMoment, ConnectionState } from './connectionState.ts'

const end = { reason: 'anything' }
const epoch = fc.nat({ max: 8 })
const ms = fc.integer({ min: -10_000, max: 120_000 })
const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.constantFrom<ConnectionEvent>(
    { type: 'started' },
    { type: 'ponged' },
    { type: 'wokeUp' },
    { type: 'wentOnline' },
    { type: 'wentOffline' },
    { type: 'pageLeft' },
    { type: 'pageReturned' },
    { type: 'retryAsked' },
    { type: 'welcomed', silenceLimitMs: 25_000, resumed: false },
    { type: 'welcomed', silenceLimitMs: 25_000, resumed: true },
  ),
  fc.constant<ConnectionEvent>({ type: 'disposed' }),
  epoch.map((of): ConnectionEvent => ({ type: 'opened', epoch: of })),
  epoch.map((of): ConnectionEvent => ({ type: 'openFailed', epoch: of, end })),
  fc.record({ type: fc.constant('waited' as const), lateMs: ms, silentMs: fc.nat({ max: 60_000 }) }),
  fc
    .constantFrom(1000, 1006, 1009, 4001, 4002, 4004, 4008, 4500, 4503)
    .map((code): ConnectionEvent => ({ type: 'closed', code, end })),
)
const moment: fc.Arbitrary<ConnectionMoment> = fc.record({
  at: fc.nat({ max: 1_000_000 }),
  chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  online: fc.boolean(),
  canRenewToken: fc.boolean(),
})
const history = fc.array(fc.tuple(event, moment), { maxLength: 60 })

/** What a machine may have to do with: the openings that nobody has dropped yet. */
function replay(
  steps: readonly (readonly [ConnectionEvent, ConnectionMoment])[],
  check: (state: ConnectionState, openings: number, event: ConnectionEvent, before: ConnectionState) => void,
): void {
  let state = INITIAL_CONNECTION
  let openings = 0
  for (const [happened, at] of steps) {
    const before = state
    const next = connectionMachine(state, happened, at)
    state = next.state
    for (const effect of next.effects) {
      if (effect.type === 'drop') openings = 0
      if (effect.type === 'open') openings += 1
      expect(openings).toBeLessThanOrEqual(1)
    }
    check(state, openings, happened, before)
  }
}

describe('the connection machine', () => {
  it('never has two live channels, and none where it says that it has none', () => {
    fc.assert(
      fc.property(history, (steps) => {
        replay(steps, (state, openings) => {
          const holds = ['opening', 'greeting', 'connected', 'verifying'].includes(state.name)
          expect(openings).toBe(holds ? 1 : 0)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('never leaves disposed, and does nothing more there', () => {
    fc.assert(
      fc.property(history, (steps) => {
        replay(steps, (state, _openings, _event, before) => {
          expect(before.name === 'disposed' ? state : before).toBe(before)
        })
      }),
    )
  })

  it('leaves failed only when asked to', () => {
    fc.assert(
      fc.property(history, (steps) => {
        replay(steps, (state, _openings, happened, before) => {
          const left = before.name === 'failed' && state.name !== 'failed'
          expect(!left || happened.type === 'retryAsked' || happened.type === 'disposed').toBe(true)
        })
      }),
    )
  })

  it('waits for something in every state that could otherwise last for ever', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let state = INITIAL_CONNECTION
        let waiting = false
        for (const [happened, at] of steps) {
          const next = connectionMachine(state, happened, at)
          // A timer that has rung rings no more.
          if (happened.type === 'waited') waiting = false
          for (const effect of next.effects) {
            if (effect.type === 'wait') waiting = true
            if (effect.type === 'stopWaiting') waiting = false
          }
          state = next.state
          if (happened.type === 'waited' && next.effects.length === 0) continue
          const patient = ['waiting', 'opening', 'greeting', 'connected', 'verifying'].includes(state.name)
          expect({ name: state.name, waiting }).toEqual({ name: state.name, waiting: patient })
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('ignores openings that it no longer waits for (INV-39)', () => {
    fc.assert(
      fc.property(history, (steps) => {
        replay(steps, (state, _openings, happened, before) => {
          const late = 'epoch' in happened && happened.epoch !== before.epoch
          expect(late ? state : before).toBe(before)
        })
      }),
    )
  })

  it('counts epochs upwards only', () => {
    fc.assert(
      fc.property(history, (steps) => {
        replay(steps, (state, _openings, _event, before) => {
          expect(state.epoch).toBeGreaterThanOrEqual(before.epoch)
        })
      }),
    )
  })
})
