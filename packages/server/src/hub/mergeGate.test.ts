import { createTestClock } from '@rollcall/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMergeGate } from './mergeGate.ts'

const WINDOW_MS = 2_000

/** A value that is sent through a gate, when it differs from what was sent last. */
function gated() {
  const clock = createTestClock()
  let value = 0
  let told = 0
  const sent: { readonly at: number; readonly value: number }[] = []
  const gate = createMergeGate(clock, () => {
    if (value === told) return false
    told = value
    sent.push({ at: clock.now(), value })
    return true
  })
  const set = (next: number, request: Partial<Parameters<typeof gate.changed>[0]> = {}): void => {
    value = next
    gate.changed({ windowMs: WINDOW_MS, ...request })
  }
  return { clock, gate, sent, set, value: () => value, told: () => told }
}

describe('the merge gate', () => {
  it('sends the first change at once and the last one at the window’s end, which opens a new window', () => {
    const { clock, sent, set } = gated()
    set(1)
    clock.advance(500)
    set(2)
    set(3)
    clock.advance(1_500)
    set(4)
    clock.advance(2_000)
    expect(sent).toEqual([
      { at: 0, value: 1 },
      { at: 2_000, value: 3 },
      { at: 4_000, value: 4 },
    ])
  })

  it('does not delay what is urgent, and sends nothing twice for it', () => {
    const { clock, sent, set } = gated()
    set(1)
    set(2)
    set(3, { urgent: true })
    clock.advance(10_000)
    expect(sent.map(({ value }) => value)).toEqual([1, 3])
  })

  it('holds back what comes over its rate, urgent or not, and no longer than it must', () => {
    const { clock, sent, set } = gated()
    set(1, { windowMs: 0, delayMs: 40 })
    clock.advance(30)
    set(2, { windowMs: 0, delayMs: 40, urgent: true })
    clock.advance(10)
    expect(sent).toEqual([{ at: 40, value: 2 }])
  })

  it('forgets what waits on reset, and starts afresh', () => {
    const { clock, gate, sent, set } = gated()
    set(1)
    set(2)
    gate.reset()
    clock.advance(10_000)
    expect(sent).toHaveLength(1)
    expect(clock.pending()).toBe(0)
    gate.reset()
    set(3)
    gate.reset()
    set(4)
    expect(sent.map(({ value }) => value)).toEqual([1, 3, 4])
  })

  it('INV-24 to INV-27: bounded rate, bounded delay, the final value, nothing for no change', () => {
    const changes = fc.array(fc.record({ afterMs: fc.nat(1_500), value: fc.nat(3) }), { maxLength: 60 })
    fc.assert(
      fc.property(changes, (list) => {
        const { clock, sent, set, value, told } = gated()
        for (const change of list) {
          clock.advance(change.afterMs)
          set(change.value)
        }
        const elapsed = clock.now()
        expect(sent.length).toBeLessThanOrEqual(2 + Math.floor(elapsed / WINDOW_MS))
        clock.advance(WINDOW_MS)
        expect(told()).toBe(value())
        for (const [index, { value: one }] of sent.entries()) expect(one).not.toBe(sent[index - 1]?.value ?? 0)
        expect(clock.pending()).toBe(0)
      }),
    )
  })
})
