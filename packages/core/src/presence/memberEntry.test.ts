import { createRanking, type StatusFields } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import type { FoldRules } from './foldMember.ts'
import { compareEntries, readMember, replaceRecord, type MemberEntry } from './memberEntry.ts'
import type { LiveSession } from './presenceState.ts'

const rules: FoldRules = { ranking: createRanking(), report: () => {} }

interface Changes {
  readonly sessionId?: string
  readonly fields?: StatusFields
  readonly session?: Partial<LiveSession['session']>
  readonly info?: LiveSession['info']
  readonly changedAt?: number
}
/** Every part a new object, however equal. */
function record({ sessionId = 's', fields, session, info, changedAt = 1 }: Changes = {}): LiveSession {
  const shown = { status: 'online', statusText: 'text', activity: 'Coding', project: 'p', language: 'l', ...fields }
  return {
    kind: 'live',
    session: {
      sessionId,
      userId: 'u',
      status: shown.status,
      presence: { cursor: 1 },
      typing: ['chat'],
      enteredAt: 10,
      lastActiveAt: 20,
      held: false,
      ...session,
    },
    info: info ?? { name: 'U' },
    fields: { metadata: { branch: 'main' }, ...shown },
    changedAt,
    seq: 1,
    typingSeq: 1,
    typingUntil: [100],
    heardAt: 0,
    heardIn: 1,
  }
}
const entry = (...records: readonly [LiveSession, ...LiveSession[]]): MemberEntry => ({
  userId: 'u',
  records,
  enteredAt: 10,
  member: undefined,
  isStale: true,
  isUnlisted: false,
})
/** The entry with other records, as the table leaves it. */
function changeTo(of: MemberEntry, ...records: readonly [LiveSession, ...LiveSession[]]): MemberEntry {
  of.records = records
  of.isStale = true
  return of
}

describe('the member of an entry', () => {
  test('is the same object as long as its content is the same, though every part was made anew', () => {
    const one = entry(record(), record({ sessionId: 't' }))
    const before = readMember(one, rules)
    expect(readMember(one, rules)).toBe(before)
    expect(readMember(changeTo(one, record(), record({ sessionId: 't' })), rules)).toBe(before)
    expect(one.isStale).toBe(false)
  })

  test.each<readonly [string, Changes]>([
    ['status', { fields: { status: 'busy' } }],
    ['status text', { fields: { status: 'online', statusText: 'other' } }],
    ['activity', { fields: { status: 'online', activity: 'Debugging' } }],
    ['project', { fields: { status: 'online', project: 'other' } }],
    ['language', { fields: { status: 'online', language: 'other' } }],
    ['metadata', { fields: { status: 'online', metadata: { branch: 'other' } } }],
    ['info', { info: { name: 'V' } }],
    ['presence', { session: { presence: { cursor: 2 } } }],
    ['typing', { session: { typing: [] } }],
    ['the time of entering', { session: { enteredAt: 11 } }],
    ['the last activity', { session: { lastActiveAt: 21 } }],
    ['being held', { session: { held: true } }],
    ['the session', { sessionId: 'other' }],
    ['the status of the session alone', { session: { status: 'away' } }],
  ])('is another object with another content: %s', (_what, changes) => {
    const one = entry(record())
    const before = readMember(one, rules)
    const after = readMember(changeTo(one, record(changes)), rules)
    expect(after).not.toBe(before)
    expect(after).not.toEqual(before)
  })

  test('is another object when a session comes or goes', () => {
    const one = entry(record())
    const alone = readMember(one, rules)
    const both = readMember(changeTo(one, record(), record({ sessionId: 't' })), rules)
    expect(both.sessions.map(({ sessionId }) => sessionId)).toEqual(['s', 't'])
    expect(readMember(changeTo(one, record()), rules)).toEqual(alone)
  })

  test('shows the winner’s fields, the latest activity of all, and every input typed in, once', () => {
    const member = readMember(
      entry(
        record({ session: { lastActiveAt: 90, typing: ['chat'] } }),
        record({
          sessionId: 't',
          fields: { status: 'busy', activity: 'Idle' },
          info: { name: 'W' },
          session: { lastActiveAt: 30, typing: ['title', 'chat'], presence: { cursor: 7 } },
        }),
      ),
      rules,
    )
    expect(member).toMatchObject({
      userId: 'u',
      status: 'busy',
      activity: 'Idle',
      info: { name: 'W' },
      presence: { cursor: 7 },
      lastActiveAt: 90,
      lastSeenAt: null,
      typing: ['chat', 'title'],
    })
    for (const part of [member, member.sessions, member.typing]) expect(Object.isFrozen(part)).toBe(true)
  })
})

describe('the records of an entry', () => {
  const [first, second] = [record({ session: { enteredAt: 1 } }), record({ sessionId: 't', session: { enteredAt: 2 } })]

  test('take one in its place in order of entering, then id', () => {
    const early = record({ sessionId: 'z', session: { enteredAt: 0 } })
    expect(replaceRecord([first, second], undefined, early)).toEqual([early, first, second])
    const same = record({ sessionId: 'a', session: { enteredAt: 2 } })
    expect(replaceRecord([first, second], undefined, same)).toEqual([first, same, second])
    expect(replaceRecord([first, same], undefined, second)).toEqual([first, same, second])
  })

  test('replace the very one, drop the very one, and are none when the last has gone', () => {
    const moved = record({ session: { enteredAt: 3 } })
    expect(replaceRecord([first, second], first, moved)).toEqual([second, moved])
    expect(replaceRecord([first], first, moved)).toEqual([moved])
    expect(replaceRecord([first], undefined, second)).toEqual([first, second])
    expect(replaceRecord([first, second], second, undefined)).toEqual([first])
    expect(replaceRecord([first], first, undefined)).toBeUndefined()
  })

  test('entries stand in order of entering, then of id', () => {
    const at = (userId: string, enteredAt: number): MemberEntry => ({ ...entry(record()), userId, enteredAt })
    const sorted = [at('c', 1), at('b', 2), at('a', 2), at('a', 0)].toSorted(compareEntries)
    expect(sorted.map(({ userId, enteredAt }) => `${userId}${enteredAt}`)).toEqual(['a0', 'c1', 'a2', 'b2'])
    expect(compareEntries(at('a', 1), at('a', 1))).toBe(0)
  })
})
