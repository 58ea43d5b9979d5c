import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nodeClock, nodeHash, nodeRandom } from './nodePorts.ts'

describe('nodeClock', () => {
  it('fires once, after more than 2^31 ms too, and not at all when cancelled', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const fired: string[] = []
    const month = 31 * 86_400_000
    nodeClock.setTimer(month, () => fired.push('month'))
    const cancel = nodeClock.setTimer(month, () => fired.push('cancelled'))
    vi.advanceTimersByTime(month - 1)
    cancel()
    expect(fired).toEqual([])
    vi.advanceTimersByTime(1)
    vi.advanceTimersByTime(month)
    expect(fired).toEqual(['month'])
  })

  it('defers to the end of this turn of the loop, unless cancelled', async () => {
    const order: string[] = []
    const cancel = nodeClock.defer(() => order.push('cancelled'))
    const done = new Promise<void>((resolve) => {
      nodeClock.defer(() => {
        order.push('deferred')
        resolve()
      })
    })
    cancel()
    await Promise.resolve().then(() => order.push('microtask'))
    await done
    expect(order).toEqual(['microtask', 'deferred'])
  })

  it('measures with a clock that never goes back', () => {
    const before = nodeClock.now()
    expect(nodeClock.now()).toBeGreaterThanOrEqual(before)
  })
})

describe('nodeRandom and nodeHash', () => {
  it('gives as many bytes as asked for, and other ones each time', () => {
    expect(nodeRandom.bytes(32)).toHaveLength(32)
    expect(nodeRandom.bytes(32)).not.toEqual(nodeRandom.bytes(32))
    expect(nodeRandom.fraction()).toBeLessThan(1)
  })

  it('is SHA-256', () => {
    expect(nodeHash('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
  })
})
