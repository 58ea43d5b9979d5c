import { describe, expect, test } from 'vitest'
import { aggregate, selectWinner, type AggregateSession } from './aggregate.ts'
import { createRanking, type StatusFields } from './status.ts'

const ranking = createRanking()
const session = (sessionId: string, fields: StatusFields, changedAt = 1): AggregateSession => ({
  sessionId,
  changedAt,
  ...fields,
})
const whole: StatusFields = {
  status: 'busy',
  statusText: 'in a call',
  activity: 'Coding',
  project: 'rollcall',
  language: 'TypeScript',
  metadata: { branch: 'main' },
}

describe('what a person shows', () => {
  test('is exactly what the winner says, and nothing of the bookkeeping', () => {
    expect(aggregate([session('a', whole)], ranking)).toStrictEqual(whole)
    expect(aggregate([session('a', { status: 'away' })], ranking)).toStrictEqual({ status: 'away' })
  })

  test.each(['statusText', 'activity', 'project', 'language', 'metadata'] as const)(
    'has no %s where the winner has none, whatever the others say',
    (field) => {
      const { [field]: dropped, ...rest } = whole
      expect(dropped).toBeDefined()
      const sessions = [session('a', rest), session('b', { ...whole, status: 'away' })]
      expect(aggregate(sessions, ranking)).toStrictEqual(rest)
    },
  )

  test('nobody there, or not to be seen, is offline', () => {
    expect(aggregate([], ranking)).toBeUndefined()
    expect(aggregate([], ranking, { status: 'busy' })).toBeUndefined()
    for (const status of ['invisible', 'offline']) {
      expect(aggregate([session('a', { status })], ranking)).toBeUndefined()
      expect(aggregate([session('a', whole)], ranking, { status })).toBeUndefined()
    }
  })

  test('a choice of the person lies over status and text, and takes the winner’s text away', () => {
    const { statusText: _text, ...rest } = whole
    expect(aggregate([session('a', whole)], ranking, { status: 'away', statusText: 'at lunch' })).toStrictEqual({
      ...whole,
      status: 'away',
      statusText: 'at lunch',
    })
    expect(aggregate([session('a', whole)], ranking, { status: 'away' })).toStrictEqual({ ...rest, status: 'away' })
  })
})

describe('the winner', () => {
  test('has the higher status, then activity, then the later change, then the smaller id', () => {
    const pairs: readonly (readonly [AggregateSession, AggregateSession])[] = [
      [session('b', { status: 'busy' }), session('a', { status: 'online', activity: 'Debugging' }, 9)],
      [session('b', { status: 'online', activity: 'Coding' }), session('a', { status: 'online' }, 9)],
      [session('b', { status: 'online' }, 2), session('a', { status: 'online' }, 1)],
      [session('a', { status: 'online' }), session('b', { status: 'online' })],
    ]
    for (const [winner, loser] of pairs) {
      expect(selectWinner([winner, loser], ranking)).toBe(winner)
      expect(selectWinner([loser, winner], ranking)).toBe(winner)
    }
    expect(selectWinner([], ranking)).toBeUndefined()
  })
})
