import { describe, expect, test } from 'vitest'
import { createDeparted } from './departed.ts'
import type { AnyMember } from './foldMember.ts'

const session = { sessionId: 's', userId: 'u', status: 'busy', presence: {}, typing: ['chat'], held: false } as const
const member = (userId: string): AnyMember => ({
  userId,
  info: { name: userId },
  status: 'busy',
  activity: 'Coding',
  lastActiveAt: 1,
  lastSeenAt: null,
  presence: { cursor: 1 },
  sessions: [{ ...session, enteredAt: 1, lastActiveAt: 1 }],
  typing: ['chat'],
})

describe('people who left lately', () => {
  test('are shown as they were, but offline, nowhere and typing nothing, with the time they were last seen', () => {
    const departed = createDeparted()
    departed.left(member('ann'), 1_000)
    const [ann] = departed.read()
    expect(ann).toEqual({ ...member('ann'), status: 'offline', lastSeenAt: 1_000, sessions: [], typing: [] })
    for (const part of [departed.read(), ann, ann?.sessions, ann?.typing]) expect(Object.isFrozen(part)).toBe(true)
  })

  test('stand newest first; who leaves again stands first again, once', () => {
    const departed = createDeparted()
    for (const userId of ['ann', 'bob', 'ann']) departed.left(member(userId), 1_000)
    expect(departed.read().map(({ userId }) => userId)).toEqual(['ann', 'bob'])
  })

  test('are taken from the list when they return', () => {
    const departed = createDeparted()
    for (const userId of ['ann', 'bob']) departed.left(member(userId), 1_000)
    departed.returned('ann')
    expect(departed.read().map(({ userId }) => userId)).toEqual(['bob'])
  })

  test('are the same list as long as nothing changed, also where somebody came who had not left', () => {
    const departed = createDeparted()
    const empty = departed.read()
    expect([empty, Object.isFrozen(empty)]).toEqual([[], true])
    departed.left(member('ann'), 1_000)
    const list = departed.read()
    expect(departed.read()).toBe(list)
    departed.returned('bob')
    expect(departed.read()).toBe(list)
  })

  test('are at most 200: the longest gone are forgotten first', () => {
    const departed = createDeparted()
    for (let index = 0; index < 200; index += 1) departed.left(member(`user-${index}`), 1_000)
    expect(departed.read()).toHaveLength(200)
    departed.left(member('one more'), 1_000)
    const names = departed.read().map(({ userId }) => userId)
    expect([names.length, names.at(0), names.at(-1)]).toEqual([200, 'one more', 'user-1'])
  })
})
