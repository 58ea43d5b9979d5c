import { createRanking, type StateFrame } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createDeparted } from './departed.ts'
import { createMemberTable } from './memberTable.ts'
import { ownRecord } from './ownRecord.ts'
import type { PresenceEvent } from './presenceEvent.ts'
import { createSessionTable } from './sessionTable.ts'
import type { Arrival, SessionEvent } from './sessionEvent.ts'

const arrival: Arrival = { liveness: 'authority', now: 100, epoch: 10_000, order: 1, generation: 1 }

const state = (sessionId: string, userId: string, changes: Partial<StateFrame> = {}): SessionEvent => ({
  type: 'announced',
  frame: {
    type: 'state',
    room: 'r',
    sessionId,
    userId,
    seq: 1,
    info: {},
    status: 'online',
    presence: {},
    idleMs: 0,
    enteredAt: 1_000,
    ...changes,
  },
  arrival,
})
const left = (sessionId: string, seq = 9): SessionEvent => ({
  type: 'left',
  frame: { type: 'disconnect', room: 'r', sessionId, seq, reason: 'left' },
})
const own = (userId: string, presence = {}) =>
  ownRecord(
    undefined,
    {
      speaker: { sessionId: 'me', userId, info: {}, fields: { status: 'online' }, idleMs: 0 },
      presence,
      typing: [],
      enteredAt: 2_000,
    },
    arrival,
  )

function createScenario(options: { readonly tombstoneCap?: number } = {}) {
  const members = createMemberTable({ ranking: createRanking(), report: () => {} })
  const departed = createDeparted()
  const events: PresenceEvent[] = []
  const watching = { isObserved: true }
  const table = createSessionTable({
    members,
    departed,
    emit: (event) => events.push(event),
    isObserved: () => watching.isObserved,
    ...options,
  })
  /** What was told since the last time this was asked: type, person, reason. */
  const told = (): readonly string[] =>
    events.splice(0).map(({ type, member, reason }) => [type, member.userId, reason ?? ''].join(' ').trim())
  return { table, members, departed, events, watching, told }
}

describe('what is told of people', () => {
  test('coming, being there already, changing, and going with the reason and the last word', () => {
    const { table, told, events } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    table.apply('b1', state('b1', 'bob'), { at: 2, wasHere: true })
    table.apply('c1', state('c1', 'cleo'), { at: 2, wasHere: false })
    expect(told()).toEqual(['enter ann', 'present bob', 'enter cleo'])
    table.apply('a1', state('a1', 'ann', { seq: 2, presence: { cursor: 1 } }), { at: 3, reason: 'left' })
    expect(events.map(({ at }) => at)).toEqual([3])
    expect(told()).toEqual(['update ann'])
    table.apply('a1', left('a1'), { at: 4, reason: 'closed', lastWord: { bye: true } })
    expect(events).toMatchObject([
      { type: 'leave', at: 4, reason: 'closed', presence: { bye: true }, session: { sessionId: 'a1' } },
    ])
  })

  test('has no last word where none was said', () => {
    const { table, events } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1, lastWord: { no: true } })
    expect(events[0]).not.toHaveProperty('presence')
    table.apply('a1', left('a1'), { at: 4 })
    expect([Object.hasOwn(events[1] ?? {}, 'presence'), Object.hasOwn(events[1] ?? {}, 'reason')]).toEqual([
      false,
      false,
    ])
  })

  test('a second tab is an update, and so is its going, which has its reason; the last one’s is the leave', () => {
    const { table, told, events } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    table.apply('a2', state('a2', 'ann'), { at: 2 })
    expect(told()).toEqual(['enter ann', 'update ann'])
    table.apply('a1', left('a1'), { at: 3, reason: 'timeout', lastWord: { bye: true } })
    expect(events[0]).not.toHaveProperty('presence')
    expect(told()).toEqual(['update ann timeout'])
    table.apply('a2', left('a2'), { at: 4, reason: 'left' })
    expect(told()).toEqual(['leave ann left'])
  })

  test('is nothing where nothing can be seen, and of who was never here', () => {
    const { table, told } = createScenario()
    expect(table.apply('x', left('x'), { at: 1 })).toBe(true)
    expect(table.apply('x', state('x', 'xan', { seq: 3 }), { at: 1 })).toBe(false)
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    told()
    expect(table.apply('a1', state('a1', 'ann', { seq: 2 }), { at: 2 })).toBe(true)
    expect(told()).toEqual([])
  })

  test('is nothing where nobody listens, but people come and go all the same', () => {
    const { table, told, watching, members, departed } = createScenario()
    watching.isObserved = false
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    expect(members.has('ann')).toBe(true)
    table.apply('a1', left('a1'), { at: 5 })
    expect([told(), members.has('ann'), departed.read().map(({ userId }) => userId)]).toEqual([[], false, ['ann']])
  })

  test('a session that turns out to be another person’s leaves the one and is with the other', () => {
    const { table, told } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    told()
    table.apply('a1', state('a1', 'bob', { seq: 2 }), { at: 2 })
    expect(told()).toEqual(['leave ann', 'enter bob'])
  })
})

describe('people who left', () => {
  test('were last seen at the last sign of life, else now; coming back takes them from the list', () => {
    const { table, departed } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    table.apply('a1', { type: 'removed' }, { at: 90, lastSeenAt: 40 })
    expect(departed.read().map(({ lastSeenAt }) => lastSeenAt)).toEqual([40])
    table.apply('a1', state('a1', 'ann', { seq: 2 }), { at: 95 })
    expect(departed.read()).toEqual([])
    table.apply('a1', left('a1'), { at: 99 })
    expect(departed.read().map(({ lastSeenAt }) => lastSeenAt)).toEqual([99])
  })
})

describe('the table', () => {
  test('counts the sessions of others and our own, which no frame touches', () => {
    const { table, told, members } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    const mine = own('me')
    table.putOwn(mine, { at: 2 })
    table.putOwn(mine, { at: 2 })
    expect([table.sessionCount(), [...table.live()].length, members.memberCount()]).toEqual([2, 1, 2])
    expect(told()).toEqual(['enter ann', 'enter me'])
    table.putOwn(own('me', { cursor: 1 }), { at: 3 })
    table.putOwn(undefined, { at: 4, reason: 'left' })
    expect([told(), table.sessionCount()]).toEqual([['update me', 'leave me left'], 1])
  })

  test('remembers who has gone, as many as the cap; who lives again is no memory', () => {
    const { table } = createScenario({ tombstoneCap: 2 })
    for (const id of ['a', 'b', 'c']) {
      table.apply(id, state(id, id), { at: 1 })
      table.apply(id, left(id), { at: 2 })
    }
    expect([table.tombstoneCount(), table.get('a'), table.get('b')?.kind]).toEqual([2, undefined, 'gone'])
    table.apply('b', state('b', 'b', { seq: 10 }), { at: 3 })
    expect([table.tombstoneCount(), table.get('b')?.kind, table.sessionCount()]).toEqual([1, 'live', 1])
  })

  test('remembers ten thousand where nothing else is said', () => {
    const { table } = createScenario()
    for (let index = 0; index <= 10_000; index += 1) table.apply(`s${index}`, left(`s${index}`), { at: 1 })
    expect(table.tombstoneCount()).toBe(10_000)
  })

  test('forgets all others silently when nobody looks any more, but not ourselves', () => {
    const { table, told, members, departed } = createScenario()
    table.apply('a1', state('a1', 'ann'), { at: 1 })
    table.putOwn(own('me'), { at: 1 })
    told()
    table.clear()
    expect([told(), table.get('a1'), members.has('ann'), members.has('me')]).toEqual([[], undefined, false, true])
    expect([departed.read(), table.sessionCount()]).toEqual([[], 1])
  })
})
