import { describe, expect, test } from 'vitest'
import { createLinkHold, holdBack, linkState } from './holdBack.ts'

describe('what is shown of a link', () => {
  test('a socket that comes back within the wait was never away', () => {
    const read = holdBack('reconnecting', 3000)
    expect(read(1000)).toEqual({ state: 'connected', nextChangeAt: 4000 })
    expect(read(3999)).toBe(read(1000))
    expect(read(4000)).toEqual({ state: 'reconnecting', nextChangeAt: null })
  })

  test.each(['connected', 'disconnected', 'failed', 'offline'] as const)('%s is shown at once', (state) => {
    expect(holdBack(state, 3000)(0)).toEqual({ state, nextChangeAt: null })
  })

  test('a first connection is not mentioned for a second', () => {
    const read = holdBack('connecting', 3000)
    expect(read(1000)).toEqual({ state: 'idle', nextChangeAt: 2000 })
    expect(read(2000)).toEqual({ state: 'connecting', nextChangeAt: null })
  })

  test('without a wait everything is', () => {
    expect(holdBack('reconnecting', 0)(5).state).toBe('reconnecting')
  })
})

describe('the state of a link', () => {
  test('a device without a network is told before the socket knows', () => {
    expect(linkState({ state: 'connected', device: 'offline', attempt: 0 })).toBe('offline')
  })

  test('what has failed for good does not wait for a network', () => {
    expect(linkState({ state: 'failed', device: 'offline', attempt: 3 })).toBe('failed')
    expect(linkState({ state: 'disconnected', device: 'offline', attempt: 0 })).toBe('disconnected')
  })
})

describe('a link that changes', () => {
  test('is held back only where it was up before', () => {
    const readingOf = createLinkHold()
    expect(readingOf('reconnecting', 3000)(0).state).toBe('reconnecting')
    readingOf('connected', 3000)
    expect(readingOf('reconnecting', 3000)(10).state).toBe('connected')
    // A renderer may ask twice for the same.
    expect(readingOf('reconnecting', 3000)(10).state).toBe('connected')
    readingOf('offline', 3000)
    expect(readingOf('reconnecting', 3000)(20).state).toBe('reconnecting')
    readingOf('failed', 3000)
    expect(readingOf('reconnecting', 3000)(30).state).toBe('reconnecting')
  })
})
