import { expect, test } from 'vitest'
import { createTypingHold } from './holdTypers.ts'

const hold = { minVisible: 600, hideDelay: 1000 }

test('who types is shown at once', () => {
  expect(createTypingHold<string>()(['bo'], hold)(5)).toEqual({ typers: ['bo'], nextChangeAt: null })
})

test('nobody typing is silence, without a wait', () => {
  expect(createTypingHold<string>()([], hold)(5)).toEqual({ typers: [], nextChangeAt: null })
})

test('the last one stays a moment after they stopped, so that a pause does not flicker', () => {
  const read = createTypingHold<string>()
  read(['bo'], hold)(0)
  const stopped = read([], hold)
  expect(stopped(2000)).toEqual({ typers: ['bo'], nextChangeAt: 3000 })
  expect(stopped(2999).typers).toEqual(['bo'])
  expect(stopped(3000)).toEqual({ typers: [], nextChangeAt: null })
})

test('somebody who stops at once is shown long enough to be read', () => {
  const read = createTypingHold<string>()
  read(['bo'], { minVisible: 600, hideDelay: 0 })(0)
  expect(read([], { minVisible: 600, hideDelay: 0 })(100)).toEqual({ typers: ['bo'], nextChangeAt: 600 })
})

test('the message itself ends the wait: the line goes with its coming', () => {
  const read = createTypingHold<string>()
  read(['bo'], { ...hold, dismissKey: 1 })(0)
  expect(read([], { ...hold, dismissKey: 2 })(100).typers).toEqual([])
})

test('who begins again within the wait never went', () => {
  const read = createTypingHold<string>()
  read(['bo'], hold)(0)
  read([], hold)(2000)
  expect(read(['bo'], hold)(2500).typers).toEqual(['bo'])
  expect(read([], hold)(2600).nextChangeAt).toBe(3600)
})
