import { createRanking } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createMemberTable } from './memberTable.ts'
import { classifyChange } from './presenceEvent.ts'
import type { LiveSession } from './presenceState.ts'

type SessionChanges = Partial<LiveSession['session']>

/** A session of `userId`; every call makes other objects. */
function record(userId: string, session: SessionChanges = {}, rest: Partial<LiveSession> = {}): LiveSession {
  return {
    kind: 'live',
    session: {
      sessionId: `${userId} 1`,
      userId,
      status: 'online',
      presence: {},
      typing: [],
      enteredAt: 10,
      lastActiveAt: 10,
      held: false,
      ...session,
    },
    info: {},
    fields: { status: 'online' },
    changedAt: 1,
    seq: 1,
    typingSeq: 1,
    typingUntil: [],
    heardAt: 0,
    heardIn: 1,
    ...rest,
  }
}
const moved = (of: LiveSession, session: SessionChanges): LiveSession => ({
  ...of,
  session: { ...of.session, ...session },
})

function createScenario(...present: readonly LiveSession[]) {
  const table = createMemberTable({ ranking: createRanking(), report: () => {} })
  for (const each of present) table.replace(undefined, each)
  const told: string[] = []
  for (const userId of ['ann', 'bob']) table.subscribeMember(userId, () => told.push(userId))
  table.subscribeList(() => told.push('list'))
  table.flush()
  told.length = 0
  const names = (): readonly string[] => table.list().map(({ userId }) => userId)
  return { table, told, names }
}
const ann = record('ann')
const bob = record('bob', { enteredAt: 20 })

describe('the list of members', () => {
  test('stands in order of entering, then of id, whenever it is read', () => {
    const { table, names } = createScenario(bob, ann)
    expect(names()).toEqual(['ann', 'bob'])
    table.replace(undefined, record('abe', { enteredAt: 15 }))
    table.replace(undefined, record('abe too', { enteredAt: 15 }))
    expect(names()).toEqual(['ann', 'abe', 'abe too', 'bob'])
    table.replace(ann, undefined)
    expect(names()).toEqual(['abe', 'abe too', 'bob'])
  })

  test('is the same one while nothing changed, also where somebody came and went between two readings', () => {
    const { table } = createScenario(ann)
    const list = table.list()
    expect(table.list()).toBe(list)
    const guest = record('guest')
    table.replace(undefined, guest)
    table.replace(guest, undefined)
    expect(table.list()).toBe(list)
  })

  test('is the same one where a change was taken back before it was read', () => {
    const { table } = createScenario(ann, bob)
    const list = table.list()
    const busy = moved(ann, { presence: { cursor: 1 } })
    table.replace(ann, busy)
    table.replace(busy, ann)
    expect(table.list()).toBe(list)
  })

  test('is another one after a change, with the others as they were', () => {
    const { table } = createScenario(ann, bob)
    const list = table.list()
    const next = moved(bob, { presence: { cursor: 1 } })
    table.replace(bob, next)
    const after = table.list()
    expect([list[1]?.presence, after[1]?.presence]).toEqual([{}, { cursor: 1 }])
    expect(after[0]).toBe(list[0])
    table.replace(next, moved(next, { presence: { cursor: 2 } }))
    expect(table.list()[1]?.presence).toEqual({ cursor: 2 })
    expect(after[1]?.presence).toEqual({ cursor: 1 })
  })

  test('has who changed before the list first knew them, once and as they are', () => {
    const { table } = createScenario()
    table.replace(undefined, ann)
    table.replace(ann, moved(ann, { presence: { cursor: 1 } }))
    expect(table.list().map(({ presence }) => presence)).toEqual([{ cursor: 1 }])
  })

  test('has who left and came back between two readings, once, where they stand now', () => {
    const { table, names } = createScenario(ann, bob)
    names()
    table.replace(ann, undefined)
    table.replace(undefined, record('ann', { enteredAt: 30 }))
    expect(names()).toEqual(['bob', 'ann'])
  })

  test('moves who turns out to have entered earlier, and nobody back for a tab that closed', () => {
    const { table, names } = createScenario(ann, bob)
    names()
    const early = record('bob', { sessionId: 'bob 2', enteredAt: 5 })
    table.replace(undefined, early)
    expect(names()).toEqual(['bob', 'ann'])
    table.replace(early, undefined)
    expect(names()).toEqual(['bob', 'ann'])
    table.replace(undefined, early)
    expect(names()).toEqual(['bob', 'ann'])
  })
})

describe('who is told', () => {
  test('is the listener of that person, and those of the list, once a flush', () => {
    const { table, told } = createScenario(ann, bob)
    const next = moved(ann, { presence: { cursor: 1 } })
    table.replace(ann, next)
    table.replace(next, moved(next, { presence: { cursor: 2 } }))
    table.flush()
    table.flush()
    expect(told).toEqual(['ann', 'list'])
  })

  test.each<readonly [string, Partial<LiveSession>, readonly string[]]>([
    ['counters and times alone', { seq: 9, heardAt: 9, heardIn: 9, typingSeq: 9 }, []],
    ['other fields', { fields: { status: 'online', activity: 'Coding' } }, ['ann', 'list']],
    ['other info', { info: { name: 'Ann' } }, ['ann', 'list']],
  ])('depends on what is shown: %s', (_what, changes, expected) => {
    const { table, told } = createScenario(ann, bob)
    const next = { ...ann, ...changes }
    table.replace(ann, next)
    table.flush()
    expect(told).toEqual(expected)
    // And what was kept quiet is what the next change replaces.
    table.replace(next, undefined)
    expect(table.has('ann')).toBe(false)
  })

  test('are both where a session becomes another person’s', () => {
    const { table, told, names } = createScenario(ann, bob)
    table.replace(ann, record('bob', { sessionId: 'ann 1', enteredAt: 30 }))
    table.flush()
    expect(told.toSorted()).toEqual(['ann', 'bob', 'list'])
    expect(names()).toEqual(['bob'])
    expect(table.member('bob')?.sessions.map(({ sessionId }) => sessionId)).toEqual(['bob 1', 'ann 1'])
  })

  test('is nobody where somebody unknown goes', () => {
    const { table, told } = createScenario(ann)
    table.replace(record('stranger'), undefined)
    table.flush()
    expect([told, table.memberCount(), table.member('stranger')]).toEqual([[], 1, undefined])
  })
})

describe('what a change of a session means for its person', () => {
  test.each<readonly [string, Partial<LiveSession>, SessionChanges, 'update' | 'typing' | undefined]>([
    ['counters alone', { seq: 9 }, {}, undefined],
    ['other fields', { fields: { status: 'online', activity: 'Coding' } }, {}, 'update'],
    ['other info', { info: { name: 'Ann' } }, {}, 'update'],
    ['other presence', {}, { presence: { cursor: 1 } }, 'update'],
    ['another time of entering', {}, { enteredAt: 9 }, 'update'],
    ['presence and typing together', {}, { presence: { cursor: 1 }, typing: ['chat'] }, 'update'],
    ['typing', {}, { typing: ['chat'] }, 'typing'],
    ['the last activity alone', {}, { lastActiveAt: 11 }, undefined],
    ['being held', {}, { held: true }, undefined],
  ])('%s', (_what, rest, session, expected) => {
    expect(classifyChange(ann, { ...moved(ann, session), ...rest })).toBe(expected)
  })

  test('one more session, or one less, is an update of a person who stays', () => {
    expect([classifyChange(undefined, ann), classifyChange(ann, undefined)]).toEqual(['update', 'update'])
  })
})
