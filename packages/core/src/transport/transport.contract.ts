import { describe, expect, it } from 'vitest'
import { transportContract, type TransportSubject } from '../testing/transportContract.ts'

/** Runs the contract of the port against one adapter. The cases are in `@rollcall/core/testing`, for adapters of others. */
export function describeTransport(name: string, subject: TransportSubject): void {
  describe(`${name}, as every transport,`, () => {
    it.each(transportContract(subject))('$title', async ({ run }) => {
      await expect(run()).resolves.toBeUndefined()
    })
  })
}
