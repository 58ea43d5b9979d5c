import { describe, expect, test } from 'vitest'
import type { AnyMember } from './foldMember.ts'
import { selectLocations, selectOthers, selectSelf } from './presenceSelectors.ts'
import { createReportReader } from './reportReader.ts'

const at = (documentId: string, ...path: readonly unknown[]) => ({
  type: 'document',
  documentId,
  path,
  lastActiveAt: '2026-01-01T00:00:00Z',
})
const member = (userId: string, ...presences: readonly Readonly<Record<string, unknown>>[]): AnyMember => ({
  userId,
  info: { name: userId },
  status: 'online',
  lastActiveAt: 0,
  lastSeenAt: null,
  presence: presences[0] ?? {},
  typing: [],
  sessions: presences.map((presence, index) => ({
    sessionId: `${userId}-${index}`,
    userId,
    status: 'online',
    presence,
    typing: [],
    enteredAt: 0,
    lastActiveAt: 0,
    held: false,
  })),
})

describe('others and self', () => {
  test('INV-10 others are all but the person; unknown to the room, they are all', () => {
    const [ann, ben] = [member('ann'), member('ben')]
    expect(selectOthers([ann, ben], 'ann')).toEqual([ben])
    const all = [ben]
    expect(selectOthers(all, 'ann')).toBe(all)
    expect(selectOthers(all, undefined)).toBe(all)
  })

  test('self has the presence of this session, whatever was folded', () => {
    expect(selectSelf(member('ann', { a: 1 }), { a: 2 })?.presence).toEqual({ a: 2 })
    expect(selectSelf(undefined, {})).toBeUndefined()
  })
})

describe('locations', () => {
  const crowd = [
    member('ann', { locations: [at('a', 'title'), at('b', 'body', { _key: 'x' }, 'text')] }, {}),
    member('ben', { locations: [] }),
    member('cem', { locations: 'nonsense' }),
    member('dan', { locations: [null, { type: 'document' }, at('a', 'body', [0, 2])] }),
  ]
  const found = (query?: Parameters<typeof selectLocations>[1]) =>
    selectLocations(createReportReader()(crowd), query).map(({ user, sessionId, locations }) => [
      user.id,
      sessionId,
      locations.length,
    ])

  test('one entry per session that reports: silence is none, `[]` is here but nowhere, nonsense is passed over', () => {
    expect(found()).toEqual([
      ['ann', 'ann-0', 2],
      ['ben', 'ben-0', 0],
      ['dan', 'dan-0', 1],
    ])
  })

  test('of a document, and below a path of any kind of segment', () => {
    expect(found({ documentId: 'a' })).toEqual([
      ['ann', 'ann-0', 1],
      ['dan', 'dan-0', 1],
    ])
    expect(found({ documentId: 'b', path: ['body', { _key: 'x' }] })).toEqual([['ann', 'ann-0', 1]])
    expect(found({ path: ['body', { _key: 'y' }] })).toEqual([])
    expect(found({ path: ['body', [0, 2]] })).toEqual([['dan', 'dan-0', 1]])
    expect(found({ path: ['body', [0, 3]] })).toEqual([])
  })
})
