import { describe, expect, test } from 'vitest'
import { ABSENT, attend, type FieldEvent, HIDDEN_GRACE_MS, thereUntil } from './attendance.ts'

const STAY_MS = 60_000
const GONE = Number.NEGATIVE_INFINITY

/** Events at their instants; until when I am there after the last of them. */
function after(...events: readonly (readonly [at: number, event: FieldEvent])[]): number {
  const state = events.reduce((last, [at, event]) => attend(last, event, at), ABSENT)
  return thereUntil(state, STAY_MS)
}

describe('being at a field', () => {
  test('begins with the focus and ends with it', () => {
    expect(after()).toBe(GONE)
    expect(after([5, 'focused'])).toBe(5 + STAY_MS)
    expect(after([5, 'focused'], [9, 'blurred'])).toBe(GONE)
  })

  test('lasts from the last thing done there, and begins again with the next one', () => {
    expect(after([0, 'focused'], [50_000, 'acted'])).toBe(50_000 + STAY_MS)
    expect(after([0, 'focused'], [80_000, 'acted'])).toBe(80_000 + STAY_MS)
  })

  test('ends when the form is sent, until something is done in it again', () => {
    expect(after([0, 'focused'], [1, 'submitted'])).toBe(GONE)
    expect(after([0, 'focused'], [1, 'submitted'], [2, 'acted'])).toBe(2 + STAY_MS)
    expect(after([0, 'focused'], [1, 'submitted'], [2, 'focused'])).toBe(2 + STAY_MS)
  })

  test('outlasts a look into another tab, of ten seconds', () => {
    expect(after([0, 'focused'], [3, 'hidden'])).toBe(3 + HIDDEN_GRACE_MS)
    expect(after([0, 'focused'], [3, 'hidden'], [9, 'shown'])).toBe(9 + STAY_MS)
  })

  test('never lasts longer in the background than idle would', () => {
    expect(after([0, 'focused'], [STAY_MS - 1, 'hidden'])).toBe(STAY_MS)
  })

  test('is not reading along in a locked one; unlocked, it is there for who has just done something', () => {
    expect(after([0, 'locked'], [1, 'focused'])).toBe(GONE)
    expect(after([0, 'locked'], [1, 'focused'], [2, 'unlocked'])).toBe(1 + STAY_MS)
    expect(after([0, 'locked'], [1, 'focused'], [2, 'blurred'], [3, 'focused'])).toBe(GONE)
  })

  test('ends by giving way, until something is done again', () => {
    expect(after([0, 'focused'], [1, 'gaveWay'])).toBe(GONE)
    expect(after([0, 'focused'], [1, 'gaveWay'], [2, 'acted'])).toBe(2 + STAY_MS)
  })

  test('is not begun by a key in a field without the focus', () => {
    expect(after([0, 'acted'])).toBe(GONE)
    expect(after([0, 'shown'])).toBe(GONE)
  })
})
