import { createTestClock } from '@rollcall/core/testing'
import { PresenceError } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { boundedCall } from './boundedCall.ts'

const bounds = () => {
  const clock = createTestClock()
  return { clock, options: { clock, timeoutMs: 5_000, operation: 'ask' } }
}

describe('a bounded call (F32)', () => {
  it('gives back at once what is known at once', () => {
    expect(boundedCall(() => 7, bounds().options)).toBe(7)
  })

  it('waits for a promise, and leaves no timer behind', async () => {
    const { clock, options } = bounds()
    await expect(boundedCall(() => Promise.resolve(7), options)).resolves.toBe(7)
    expect(clock.pending()).toBe(0)
  })

  it('does not wait longer than its bound; a late answer changes nothing', async () => {
    const { clock, options } = bounds()
    let answer = (_value: number): void => {}
    const asked = Promise.resolve(boundedCall(() => new Promise<number>((resolve) => (answer = resolve)), options))
    const refusal = asked.catch((error: unknown) => error)
    await clock.advanceAsync(5_000)
    answer(7)
    await expect(refusal).resolves.toMatchObject({ code: 'auth_unavailable' })
  })

  it('passes coded errors on and hides all others', async () => {
    const { options } = bounds()
    const coded = new PresenceError('token_expired', 'unable to ask; too late')
    await expect(Promise.resolve(boundedCall(() => Promise.reject(coded), options))).rejects.toBe(coded)
    const refused = Promise.resolve(boundedCall(() => Promise.reject(new Error('secret')), options))
    await expect(refused).rejects.toMatchObject({
      code: 'auth_unavailable',
      message: expect.not.stringContaining('secret'),
    })
    const throwing = (): number => {
      throw new Error('secret')
    }
    expect(() => boundedCall(throwing, options)).toThrow(expect.objectContaining({ code: 'auth_unavailable' }))
  })
})
