import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTypingStore } from './typingStore.ts'

const RUNS = { numRuns: 2_000 }

interface Step {
  readonly do: 'key' | 'stop' | 'wait' | 'up' | 'down' | 'forget'
  readonly ms: number
}

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom('key', 'key', 'key', 'stop', 'wait', 'wait', 'up', 'down', 'forget'),
    ms: fc.integer({ min: 0, max: 7_000 }),
  }),
  { maxLength: 30 },
)

function createTyping() {
  const clock = createTestClock()
  const said: { readonly on: boolean; readonly at: number }[] = []
  const told: (readonly string[])[] = []
  let isUp = true
  const store = createTypingStore<unknown, unknown>({
    clock,
    others: { getCurrent: () => [], subscribe: () => () => {}, observable: undefined as never },
    mayType: () => true,
    send: (_input, on) => {
      if (isUp) said.push({ on, at: clock.now() })
      return isUp
    },
    changed: (inputs) => told.push(inputs),
    report: () => {},
  })
  const perform = (step: Step): void => {
    if (step.do === 'key') store.keystroke('')
    else if (step.do === 'stop') store.stop('')
    else if (step.do === 'wait') clock.advance(step.ms)
    else if (step.do === 'forget') store.forget()
    else isUp = step.do === 'up'
  }
  return { clock, said, told, store, perform }
}

describe('what is told of typing', () => {
  test('INV-46 between two `off` the `on` come at least 3 s apart, and no `off` comes without an `on`', () => {
    fc.assert(
      fc.property(
        // An outage forgets; what it interrupts begins anew.
        steps.map((list) => list.filter((step) => !['forget', 'up', 'down'].includes(step.do))),
        (list) => {
          const { said, perform } = createTyping()
          list.forEach(perform)
          const tooSoon = said.filter(({ on, at }, index) => {
            const before = said[index - 1]
            return on ? before?.on === true && at - before.at < 3_000 : before?.on !== true
          })
          expect(tooSoon).toEqual([])
        },
      ),
      RUNS,
    )
  })

  test('INV-47 what was said last is what was meant last, and 5 s after the last keystroke that is nothing', () => {
    fc.assert(
      fc.property(
        steps.map((list) => list.filter((step) => step.do === 'key' || step.do === 'stop' || step.do === 'wait')),
        (list) => {
          const { said, perform, clock, told } = createTyping()
          let keyAt: number | undefined
          for (const step of list) {
            perform(step)
            if (step.do === 'key') keyAt = clock.now()
            if (step.do === 'stop') keyAt = undefined
            const isMeant = keyAt !== undefined && clock.now() - keyAt < 5_000
            expect(said.at(-1)?.on ?? false).toBe(isMeant)
            expect(told.at(-1) ?? []).toEqual(isMeant ? [''] : [])
          }
        },
      ),
      RUNS,
    )
  })

  test('nothing is queued while offline: coming back says nothing by itself', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { said, perform } = createTyping()
        const saidBy = list.map((step) => {
          const before = said.length
          perform(step)
          return said.length > before && (step.do === 'up' || step.do === 'forget')
        })
        expect(saidBy).not.toContain(true)
      }),
      RUNS,
    )
  })

  test('INV-21 no timer outlives the typing', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { clock, perform, store } = createTyping()
        list.forEach(perform)
        store.forget()
        expect(clock.pending()).toBe(0)
        expect(store.freshInputs()).toEqual([])
      }),
      RUNS,
    )
  })
})
