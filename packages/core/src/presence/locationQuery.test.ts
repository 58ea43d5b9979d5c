import { describe, expect, test } from 'vitest'
import type { PathSegment } from '../member/location.ts'
import { selectLocations } from './presenceSelectors.ts'
import { createReportReader } from './reportReader.ts'

/** Somebody who reports exactly `reported`, whatever it is. */
const somebody = (...reported: readonly unknown[]) => ({
  userId: 'ann',
  info: {},
  status: 'online',
  lastActiveAt: 0,
  lastSeenAt: null,
  presence: {},
  typing: [],
  sessions: [
    {
      sessionId: 'a1',
      userId: 'ann',
      status: 'online',
      presence: { locations: reported },
      typing: [],
      enteredAt: 0,
      lastActiveAt: 0,
      held: false,
    },
  ],
})
const place = { type: 'document', documentId: 'doc', path: ['title'], lastActiveAt: '2026-01-01T00:00:00Z' }
const isAt = (path: readonly unknown[], query: readonly PathSegment[]): boolean =>
  selectLocations(createReportReader()([somebody({ ...place, path })]), { path: query }).length > 0

describe('what counts as a location', () => {
  test.each<readonly [string, unknown]>([
    ['null', null],
    ['text', 'document'],
    ['another type', { ...place, type: 'page' }],
    ['no type', { ...place, type: undefined }],
    ['a document of another kind of id', { ...place, documentId: 7 }],
    ['no document', { type: 'document', path: [] }],
    ['a path that is none', { ...place, path: 'title' }],
    ['no path', { type: 'document', documentId: 'doc' }],
  ])('%s does not, and what stands beside it does', (_what, nonsense) => {
    expect(createReportReader()([somebody(nonsense, place)])[0]?.locations).toEqual([place])
  })
})

describe('a query by path', () => {
  test('finds every place below it, segment by segment', () => {
    expect(isAt(['body', 'title'], ['body'])).toBe(true)
    expect(isAt(['body'], ['body', 'title'])).toBe(false)
    expect(isAt(['title', 'body'], ['body'])).toBe(false)
    expect(isAt([3], [3])).toBe(true)
    expect(isAt(['3'], [3])).toBe(false)
  })

  test('compares keyed segments by their key, and with nothing but keyed ones', () => {
    expect(isAt([{ _key: 'x' }], [{ _key: 'x' }])).toBe(true)
    expect(isAt([{ _key: 'y' }], [{ _key: 'x' }])).toBe(false)
    expect(isAt(['x'], [{ _key: 'x' }])).toBe(false)
    expect(isAt([{ _key: 'x' }], ['x'])).toBe(false)
    expect(isAt([[0, 1]], [{ _key: 'x' }])).toBe(false)
    expect(isAt([{ _key: 'x' }], [[0, 1]])).toBe(false)
  })

  test('compares ranges by both ends', () => {
    expect(isAt([[0, 2]], [[0, 2]])).toBe(true)
    expect(isAt([[0, 3]], [[0, 2]])).toBe(false)
    expect(isAt([[1, 2]], [[0, 2]])).toBe(false)
    expect(isAt([[0, 2]], [0])).toBe(false)
    expect(isAt([0], [[0, 2]])).toBe(false)
  })
})
