import { describe, expect, test } from 'vitest'
import { NOT_TYPING, expireTyping, learnTyping, startTyping, stopTyping } from './typingInputs.ts'

const both = startTyping(startTyping(NOT_TYPING, 'chat', 0), 'title', 1_000)

describe('which inputs somebody types in', () => {
  test('each has its own time, 6 s from the last `on`; another `on` keeps the list', () => {
    expect(both).toEqual({ inputs: ['chat', 'title'], until: [6_000, 7_000] })
    const later = startTyping(both, 'chat', 2_000)
    expect(later).toEqual({ inputs: ['chat', 'title'], until: [8_000, 7_000] })
    expect(later.inputs).toBe(both.inputs)
  })

  test('stopping one keeps the other with its time, whichever it is', () => {
    expect(stopTyping(both, 'chat')).toEqual({ inputs: ['title'], until: [7_000] })
    expect(stopTyping(both, 'title')).toEqual({ inputs: ['chat'], until: [6_000] })
    expect(Object.isFrozen(stopTyping(both, 'title').inputs)).toBe(true)
  })

  test('stopping what is not typed in is nothing; stopping the last is not typing, always the same', () => {
    expect(stopTyping(both, 'other')).toBe(both)
    expect(stopTyping(stopTyping(both, 'chat'), 'title')).toBe(NOT_TYPING)
    expect(stopTyping(NOT_TYPING, 'chat')).toBe(NOT_TYPING)
  })

  test('time drops each when it is due, not before', () => {
    expect(expireTyping(both, 5_999)).toBe(both)
    expect(expireTyping(both, 6_000)).toEqual({ inputs: ['title'], until: [7_000] })
    expect(expireTyping(both, 7_000)).toBe(NOT_TYPING)
  })

  test('what a list teaches is believed 3 s; what was known keeps its time', () => {
    expect(learnTyping(both, ['title', 'notes'], 2_000)).toEqual({
      inputs: ['chat', 'title', 'notes'],
      until: [6_000, 7_000, 5_000],
    })
    expect(learnTyping(both, ['chat'], 2_000)).toBe(both)
  })
})
