import { describe, expect, test } from 'vitest'
import { reduceTyping, selectIdleAt, selectIsDue, selectIsFresh } from './typingReducer.ts'

const REPEAT_MS = 3_000
const IDLE_MS = 5_000

describe('typing in an input of this page', () => {
  test('begins with a key, goes on with each, and remembers when it was told', () => {
    const begun = reduceTyping(undefined, { type: 'keyPressed', at: 100 })
    expect(begun).toEqual({ keyAt: 100, sentAt: undefined })
    const told = reduceTyping(begun, { type: 'sent', at: 110 })
    expect(told).toEqual({ keyAt: 100, sentAt: 110 })
    expect(reduceTyping(told, { type: 'keyPressed', at: 200 })).toEqual({ keyAt: 200, sentAt: 110 })
  })

  test('ends with a stop; what is told afterwards begins nothing', () => {
    const begun = reduceTyping(undefined, { type: 'keyPressed', at: 100 })
    expect(reduceTyping(begun, { type: 'stopped' })).toBeUndefined()
    expect(reduceTyping(undefined, { type: 'stopped' })).toBeUndefined()
    expect(reduceTyping(undefined, { type: 'sent', at: 100 })).toBeUndefined()
  })

  test('is due at once while nobody knows, then every 3 s', () => {
    expect(selectIsDue({ keyAt: 0, sentAt: undefined }, 0)).toBe(true)
    expect(selectIsDue({ keyAt: 0, sentAt: 50 }, 50 + REPEAT_MS - 1)).toBe(false)
    expect(selectIsDue({ keyAt: 0, sentAt: 50 }, 50 + REPEAT_MS)).toBe(true)
  })

  test('ends by itself 5 s after the last key', () => {
    expect(selectIdleAt({ keyAt: 70, sentAt: 10 })).toBe(70 + IDLE_MS)
  })

  test('is told to newcomers while those who heard the last `on` believe it long enough', () => {
    expect(selectIsFresh({ keyAt: 0, sentAt: undefined }, 0)).toBe(false)
    expect(selectIsFresh({ keyAt: 0, sentAt: 50 }, 50)).toBe(true)
    expect(selectIsFresh({ keyAt: 0, sentAt: 50 }, 50 + REPEAT_MS - 1)).toBe(true)
    expect(selectIsFresh({ keyAt: 0, sentAt: 50 }, 50 + REPEAT_MS)).toBe(false)
  })
})
