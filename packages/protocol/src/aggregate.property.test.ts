import { assert, constantFrom, integer, option, property, record, shuffledSubarray, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregate, selectWinner, type AggregateSession } from './aggregate.ts'
import { createRanking } from './status.ts'

const ranking = createRanking()
const session = record({
  sessionId: constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  status: constantFrom('online', 'away', 'busy', 'on-a-boat'),
  activity: option(constantFrom('Debugging', 'Coding', 'Idle', 'Reading'), { nil: undefined }),
  project: option(constantFrom('p', 'q'), { nil: undefined }),
  changedAt: integer({ min: 0, max: 3 }),
}).map((value): AggregateSession => JSON.parse(JSON.stringify(value)) as AggregateSession)
const sessions = uniqueArray(session, { selector: (each) => each.sessionId, maxLength: 8 })
const rank = (view: { status: string; activity?: string } | undefined): number =>
  view === undefined ? -1 : ranking.statusRank(view.status) * 10 + ranking.activityRank(view.activity)

describe('aggregate', () => {
  it('INV-29: does not depend on the order of sessions', () => {
    const shuffled = sessions.chain((list) =>
      shuffledSubarray(list, { minLength: list.length }).map((other) => [list, other] as const),
    )
    assert(
      property(shuffled, ([list, other]) => {
        expect(aggregate(other, ranking)).toEqual(aggregate(list, ranking))
      }),
      { numRuns: 2_000 },
    )
  })

  it('INV-30: one more session never lowers what is shown, one less never raises it', () => {
    assert(
      property(sessions, session, (list, added) => {
        const without = list.filter((each) => each.sessionId !== added.sessionId)
        expect(rank(aggregate([...without, added], ranking))).toBeGreaterThanOrEqual(rank(aggregate(without, ranking)))
      }),
      { numRuns: 2_000 },
    )
  })

  it('INV-31: shows the fields of one session together', () => {
    assert(
      property(sessions, (list) => {
        const winner = selectWinner(list, ranking)
        const view = aggregate(list, ranking)
        expect(view?.activity).toBe(winner?.activity)
        expect(view?.project).toBe(winner?.project)
        expect(view?.status).toBe(winner?.status)
      }),
      { numRuns: 2_000 },
    )
  })

  it('INV-32: is offline exactly where there is no session, or the person is invisible', () => {
    assert(
      property(sessions, constantFrom(undefined, 'busy', 'invisible'), (list, pinned) => {
        const view = aggregate(list, ranking, pinned === undefined ? undefined : { status: pinned })
        expect(view === undefined).toBe(list.length === 0 || pinned === 'invisible')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the default ranks', () => {
  it.each([
    ['busy over online', 'busy', 'online'],
    ['online over away', 'online', 'away'],
    ['an unknown one over away', 'on-a-boat', 'away'],
  ])('put %s', (_title, higher, lower) => {
    expect(ranking.statusRank(higher)).toBeGreaterThan(ranking.statusRank(lower))
  })

  it('rank an unknown status as online, and Debugging > Coding > unknown > Idle = none', () => {
    expect(ranking.statusRank('on-a-boat')).toBe(ranking.statusRank('online'))
    const order = ['Debugging', 'Coding', 'Reading', 'Idle'].map((activity) => ranking.activityRank(activity))
    expect(order).toEqual(order.toSorted((left, right) => right - left))
    expect(new Set(order).size).toBe(4)
    expect(ranking.activityRank(undefined)).toBe(ranking.activityRank('Idle'))
  })

  it('lay a pinned status and its text over the winner, whose other fields stay', () => {
    const view = aggregate(
      [{ sessionId: 'a', changedAt: 0, status: 'online', statusText: 'own', activity: 'Coding' }],
      ranking,
      { status: 'busy', statusText: 'pinned' },
    )
    expect(view).toEqual({ status: 'busy', statusText: 'pinned', activity: 'Coding' })
  })

  it('break a tie by the later change, then by session id, so that it never flips', () => {
    const tie = (sessionId: string, changedAt: number): AggregateSession => ({ sessionId, changedAt, status: 'online' })
    expect(selectWinner([tie('b', 1), tie('a', 0)], ranking)?.sessionId).toBe('b')
    expect(selectWinner([tie('b', 1), tie('a', 1)], ranking)?.sessionId).toBe('a')
    expect(selectWinner([], ranking)).toBeUndefined()
  })
})
