import { expect, test } from 'vitest'
import type { AnyMember } from './foldMember.ts'
import { createReportReader } from './reportReader.ts'

const place = { type: 'document', documentId: 'doc', path: ['title'], lastActiveAt: '2026-01-01T00:00:00Z' }
const person = (userId: string, presence: Readonly<Record<string, unknown>>, status = 'online'): AnyMember => ({
  userId,
  info: ann.info,
  status,
  lastActiveAt: 0,
  lastSeenAt: null,
  presence,
  typing: [],
  sessions: [
    { sessionId: `${userId}-1`, userId, status, presence, typing: [], enteredAt: 0, lastActiveAt: 0, held: false },
  ],
})
const ann = { info: { name: 'Ann' }, presence: { locations: [place] } }

test('whoever is away, types or comes without a place leaves the list as it was, by identity', () => {
  const read = createReportReader()
  const before = read([person('ann', ann.presence), person('ben', {})])
  expect(before).toHaveLength(1)
  expect(read([person('ann', ann.presence, 'away'), person('ben', {}), person('cem', {})])).toBe(before)
})

test('who moved has a new entry, and only they', () => {
  const read = createReportReader()
  const ben = person('ben', { locations: [] })
  const [, first] = read([person('ann', ann.presence), ben])
  const [moved, same] = read([person('ann', { locations: [{ ...place, path: ['body'] }] }), ben])
  expect(moved?.locations[0]?.path).toEqual(['body'])
  expect(same).toBe(first)
})

test('the same presence of another session, person or name is another entry', () => {
  const read = createReportReader()
  const [before] = read([person('ann', ann.presence)])
  expect(read([person('ben', ann.presence)])[0]?.user.id).toBe('ben')
  expect(read([{ ...person('ann', ann.presence), info: { name: 'Anna' } }])[0]?.user.info).toEqual({ name: 'Anna' })
  expect(before?.user).toEqual({ id: 'ann', info: ann.info })
})
