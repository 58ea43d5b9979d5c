import { createRanking, type StateFrame } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDeparted } from './departed.ts'
import { createMemberTable } from './memberTable.ts'
import type { PresenceEvent } from './presenceEvent.ts'
import type { SessionEvent } from './sessionEvent.ts'
import { createSessionTable } from './sessionTable.ts'

const RUNS = { numRuns: 1_500 }

interface Step {
  readonly tab: number
  readonly do: 'state' | 'leave' | 'remove' | 'type' | 'read' | 'flush'
  readonly value: number
}

const steps = fc.array(
  fc.record<Step>({
    tab: fc.integer({ min: 0, max: 5 }),
    do: fc.constantFrom('state', 'state', 'state', 'leave', 'remove', 'type', 'read', 'flush'),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 50 },
)

// Two tabs a person, three persons.
const userOf = (tab: number): string => `user ${tab >> 1}`

function createTables(tombstoneCap?: number) {
  const thrown: unknown[] = []
  const events: PresenceEvent[] = []
  const members = createMemberTable({ ranking: createRanking(), report: (error) => thrown.push(error) })
  const departed = createDeparted()
  const sessions = createSessionTable({
    members,
    departed,
    emit: (event) => events.push(event),
    isObserved: () => true,
    ...(tombstoneCap === undefined ? {} : { tombstoneCap }),
  })
  let seq = 0
  const toEvent = ({ tab, value, do: verb }: Step): SessionEvent | undefined => {
    seq += 1
    const common = { room: 'r', sessionId: `tab ${tab}`, seq }
    const arrival = { liveness: 'peers', now: seq, epoch: 1_000 + seq, order: seq, generation: 1 } as const
    const frame: StateFrame = {
      ...common,
      type: 'state',
      userId: userOf(tab),
      info: {},
      status: ['online', 'away', 'busy'][value] ?? 'online',
      presence: { value },
      idleMs: 0,
      enteredAt: 100 - tab,
    }
    if (verb === 'state') return { type: 'announced', frame, arrival }
    if (verb === 'leave') return { type: 'left', frame: { ...common, type: 'disconnect', reason: 'left' } }
    if (verb === 'remove') return { type: 'removed' }
    if (verb === 'type')
      return { type: 'typed', frame: { ...common, type: 'typing', input: '', on: value > 0 }, arrival }
    return undefined
  }
  const perform = (step: Step): void => {
    const event = toEvent(step)
    if (event !== undefined) sessions.apply(`tab ${step.tab}`, event, { at: seq, reason: 'left' })
    else if (step.do === 'flush') members.flush()
    else members.list()
  }
  return { members, departed, sessions, events, thrown, perform }
}

/** The members again, made from nothing but the live records. */
function truth(tables: ReturnType<typeof createTables>): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, string[]>()
  for (const { session } of tables.sessions.live())
    people.set(session.userId, [...(people.get(session.userId) ?? []), session.sessionId].toSorted())
  return people
}

describe('members made from sessions', () => {
  test('INV-7 folding the events gives the members at every step; enter and leave alternate per person', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const tables = createTables()
        const folded = new Map<string, unknown>()
        for (const step of list) {
          tables.events.length = 0
          tables.perform(step)
          for (const { type, member } of tables.events) {
            if (type === 'enter') expect(folded.has(member.userId)).toBe(false)
            else expect(folded.has(member.userId)).toBe(true)
            if (type === 'update') expect(member).not.toEqual(folded.get(member.userId))
            if (type === 'leave') folded.delete(member.userId)
            else folded.set(member.userId, member)
          }
          const shown = (member: unknown): unknown => ({ ...Object(member), lastActiveAt: 0, sessions: [] })
          expect(new Map([...folded].map(([id, member]) => [id, shown(member)]))).toEqual(
            new Map(tables.members.list().map((member) => [member.userId, shown(member)])),
          )
        }
      }),
      RUNS,
    )
  })

  test('INV-8 each visible interval of a person ends with one leave, and they are then among the departed', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const tables = createTables()
        for (const step of list) {
          tables.events.length = 0
          const before = new Set(truth(tables).keys())
          tables.perform(step)
          const after = truth(tables)
          const left = [...before].filter((userId) => !after.has(userId))
          expect(tables.events.filter(({ type }) => type === 'leave').map(({ member }) => member.userId)).toEqual(left)
          expect(tables.departed.read().some(({ userId }) => after.has(userId))).toBe(false)
          for (const userId of left) expect(tables.departed.read()[0]?.userId).toBe(userId)
        }
      }),
      RUNS,
    )
  })

  test('members have exactly the sessions that live, and stand in order of entering, then id', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const tables = createTables()
        for (const step of list) {
          tables.perform(step)
          const members = tables.members.list()
          const shown = new Map(
            members.map(({ userId, sessions }) => [userId, sessions.map((s) => s.sessionId).toSorted()]),
          )
          expect(shown).toEqual(truth(tables))
          expect(tables.members.memberCount()).toBe(members.length)
        }
        tables.members.flush()
        expect(tables.thrown).toEqual([])
      }),
      RUNS,
    )
  })

  test('INV-49 a list or a member is another object if and only if its content is another', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { members, perform } = createTables()
        let [before, beforeText] = [members.list(), JSON.stringify(members.list())]
        let [one, oneText] = [members.member('user 1'), JSON.stringify(members.member('user 1'))]
        for (const step of list) {
          perform(step)
          const [after, person] = [members.list(), members.member('user 1')]
          const [afterText, personText] = [JSON.stringify(after), JSON.stringify(person)]
          expect(after === before).toBe(afterText === beforeText)
          expect(person === one).toBe(personText === oneText)
          ;[before, beforeText, one, oneText] = [after, afterText, person, personText]
        }
      }),
      RUNS,
    )
  })

  test('listeners are told once per flush, of their own person only', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { members, perform, events } = createTables()
        const told = new Map<string, number>()
        let listTold = 0
        for (const tab of [0, 2, 4])
          members.subscribeMember(userOf(tab), () => told.set(userOf(tab), (told.get(userOf(tab)) ?? 0) + 1))
        members.subscribeList(() => {
          listTold += 1
        })
        for (const step of list) perform({ ...step, do: step.do === 'flush' ? 'read' : step.do })
        const concerned = new Set(events.map(({ member }) => member.userId))
        members.flush()
        members.flush()
        for (const userId of concerned) expect(told.get(userId)).toBe(1)
        expect(listTold).toBeLessThanOrEqual(1)
        if (concerned.size > 0) expect(listTold).toBe(1)
      }),
      RUNS,
    )
  })

  test('INV-20 after any churn there are no more records than sessions that live and the cap of those that left', () => {
    const churn = fc.array(
      fc.record<Step>({
        tab: fc.nat({ max: 200 }),
        do: fc.constantFrom('state', 'state', 'leave', 'remove', 'type'),
        value: fc.constant(0),
      }),
      { maxLength: 150 },
    )
    fc.assert(
      fc.property(churn, fc.integer({ min: 1, max: 8 }), (list, cap) => {
        const { sessions, perform } = createTables(cap)
        const living = new Set<number>()
        for (const step of list) {
          perform(step)
          if (step.do === 'state') living.add(step.tab)
          else if (step.do !== 'type') living.delete(step.tab)
        }
        expect(sessions.sessionCount()).toBe(living.size)
        expect(sessions.tombstoneCount()).toBeLessThanOrEqual(cap)
      }),
      RUNS,
    )
  })

  test('ten thousand of those that left are remembered unless told otherwise', () => {
    const { sessions, perform } = createTables()
    for (let index = 0; index < 12_000; index += 1) {
      perform({ tab: 2 * index, do: 'state', value: 0 })
      if (index % 100 !== 0) perform({ tab: 2 * index, do: index % 2 === 0 ? 'leave' : 'remove', value: 0 })
    }
    expect(sessions.sessionCount()).toBe(120)
    expect(sessions.tombstoneCount()).toBe(10_000)
  })
})
