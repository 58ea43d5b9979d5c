import { describe, expect, test } from 'vitest'
import { fieldLock, type FieldRules, type FieldStanding } from './fieldLock.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const at = (ms: number): string => new Date(NOON + ms).toISOString()
/** Somebody who came and did something last at these instants after noon; without `since`, as Sanity reports it. */
const visit = (id: string, since: number | undefined, lastActiveAt: number | string = since ?? 0) => ({
  user: { id, info: {} },
  sessionId: id,
  locations: [
    {
      type: 'document' as const,
      documentId: 'doc',
      path: ['title'],
      lastActiveAt: typeof lastActiveAt === 'string' ? lastActiveAt : at(lastActiveAt),
      ...(since !== undefined && { since: at(since) }),
    },
  ],
})
const rules: FieldRules = { mode: 'hard-lock', idleAfter: 60_000, releaseAfter: Infinity }
const reader: FieldStanding = { userId: 'me', since: undefined, overtaken: [] }
const there = (since: number, userId = 'me'): FieldStanding => ({ ...reader, userId, since: NOON + since })

describe('a lock', () => {
  test('is held by whoever is there, against somebody who is not', () => {
    expect(fieldLock([visit('bo', 0), visit('cy', 5)], rules, reader)(NOON).holders).toEqual(['bo', 'cy'])
    expect(fieldLock([], rules, reader)(NOON).holders).toEqual([])
  })

  test('is nobody’s where nothing is locked', () => {
    expect(fieldLock([visit('bo', 0)], { ...rules, mode: 'inform' }, reader)(NOON).holders).toEqual([])
  })

  test('of two who are there is the first one’s, whatever either does later', () => {
    expect(fieldLock([visit('bo', 0, 90)], rules, there(50))(NOON).holders).toEqual(['bo'])
    expect(fieldLock([visit('bo', 70)], rules, there(50))(NOON).holders).toEqual([])
  })

  test('is never held by both against each other, nor by neither, in a race to the millisecond', () => {
    const held = (mine: string, theirs: string): boolean =>
      fieldLock([visit(theirs, 50)], rules, there(50, mine))(NOON).holders.length > 0
    expect(held('ada', 'bo')).toBe(false)
    expect(held('bo', 'ada')).toBe(true)
  })

  test('of somebody who does not say when they came is older than what they did before I came', () => {
    expect(fieldLock([visit('bo', undefined, 10)], rules, there(50))(NOON).holders).toEqual(['bo'])
    expect(fieldLock([visit('bo', undefined, 70)], rules, there(50))(NOON).holders).toEqual([])
  })

  test('ends for whom it was taken from, and not for the next', () => {
    const me = { ...reader, overtaken: ['bo'] }
    expect(fieldLock([visit('bo', 0)], rules, me)(NOON).holders).toEqual([])
    expect(fieldLock([visit('bo', 0), visit('cy', 1)], rules, me)(NOON).holders).toEqual(['cy'])
  })
})

describe('time', () => {
  test('makes somebody idle, at the instant that was told', () => {
    const read = fieldLock([visit('bo', 0, 5_000)], rules, reader)
    expect(read(NOON + 64_999)).toEqual({ holders: ['bo'], isIdle: false, nextChangeAt: NOON + 65_000 })
    expect(read(NOON + 65_000)).toEqual({ holders: ['bo'], isIdle: true, nextChangeAt: null })
  })

  test('frees what somebody idle holds, where it may', () => {
    const read = fieldLock([visit('bo', 0)], { ...rules, releaseAfter: 30_000 }, reader)
    expect(read(NOON + 60_000)).toEqual({ holders: ['bo'], isIdle: true, nextChangeAt: NOON + 90_000 })
    expect(read(NOON + 90_000)).toEqual({ holders: [], isIdle: true, nextChangeAt: null })
  })

  test('counts them idle only once all who hold it are', () => {
    const read = fieldLock([visit('bo', 0), visit('cy', 1, 30_000)], rules, reader)
    expect(read(NOON + 60_000).isIdle).toBe(false)
    expect(read(NOON + 90_000).isIdle).toBe(true)
  })

  test('passes over who does not say when they did something', () => {
    const read = fieldLock([visit('bo', undefined, 'lately')], { ...rules, releaseAfter: 0 }, reader)
    expect(read(NOON + 1e9)).toEqual({ holders: ['bo'], isIdle: false, nextChangeAt: null })
  })
})
