import {
  applyStatus,
  decodeServerMessage,
  type PersonView,
  type ServerFrame,
  type StateFrame,
  type StatusChanges,
} from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converse, type Conversation, type Party, type Wire } from './conversation.contract.ts'

/** For a machine that is busy with other things; on a quiet one each takes a second. */
const TIMEOUT_MS = 60_000
const RUNS = 120

// ── what happens ────────────────────────────────────────────────────────────

type Op =
  | { readonly do: 'join' | 'leave' | 'drop' | 'resume' | 'unload' | 'steal'; readonly who: number }
  | { readonly do: 'say'; readonly who: number; readonly frame: Wire }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'skew'; readonly ms: number }

const who = fc.nat(3)
const short = fc.constantFrom('', 'Coding', 'Debugging', 'Idle', 'Reading')
const status = fc.record(
  {
    s: fc.constantFrom('online', 'away', 'busy', 'custom', null),
    st: fc.option(short),
    a: fc.option(short),
    p: short,
    m: fc.dictionary(fc.constantFrom('k', 'l'), fc.constantFrom(1, 2, null)),
  },
  { requiredKeys: [] },
)
const statusUpdate = fc
  .tuple(status, fc.constantFrom({}, {}, {}, { pin: true }, { s: 'invisible' }, { s: null, pin: true }))
  .map(([changes, pinning]): Wire => ({ t: 'statusUpdate', ...changes, ...pinning }))
const content = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(1, 2, null))
const roomFrame = fc.oneof(
  content.map((d): Wire => ({ t: 'state', r: 'room', d })),
  content.map((d): Wire => ({ t: 'patch', r: 'room', d, rm: ['y'] })),
  fc.constant<Wire>({ t: 'disconnect', r: 'room' }),
  fc.boolean().map((on): Wire => ({ t: 'typing', r: 'room', on })),
)
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ do: fc.constantFrom('join', 'leave', 'drop', 'resume', 'unload', 'steal'), who }),
  fc.record({ do: fc.constant('say'), who, frame: fc.oneof(statusUpdate, roomFrame) }),
  fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(1, 100, 1_999, 2_000, 20_000, 59_000, 61_000) }),
)
const skewOp: fc.Arbitrary<Op> = fc.oneof(
  { arbitrary: op, weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('skew' as const), ms: fc.integer({ min: -1e7, max: 1e7 }) }), weight: 1 },
)

/** Four windows of two people, three of them in the room to begin with, told what to do. */
function windows(conversation: Conversation) {
  const parties = new Map<number, Party>()
  const counters = new Map<string, number>()
  const userOf = (index: number): string => (index < 2 ? 'A' : 'B')
  const isLive = (index: number): boolean => parties.get(index)?.closed() === undefined && parties.has(index)
  const run = (step: Op): void => {
    if (step.do === 'pass') return conversation.pass(step.ms)
    if (step.do === 'skew') return conversation.clock.skew(step.ms)
    const party = parties.get(step.who)
    if (step.do === 'join') {
      if (!isLive(step.who)) parties.set(step.who, conversation.join(userOf(step.who)))
    } else if (step.do === 'resume') {
      if (party !== undefined)
        parties.set(step.who, conversation.join(userOf(step.who), { resume: party.welcome['resume'] }))
    } else if (step.do === 'steal') {
      if (party !== undefined) conversation.join('mallory', { resume: party.welcome['resume'] })
    } else if (party === undefined || !isLive(step.who)) return
    else if (step.do === 'drop') party.drop()
    else if (step.do === 'leave' || step.do === 'unload') party.say({ t: 'bye', reason: step.do })
    else if (step.do === 'say') {
      const c = (counters.get(party.sid) ?? 0) + 1
      counters.set(party.sid, c)
      party.say({ c, ...step.frame })
    }
  }
  for (const index of [0, 1, 2]) {
    run({ do: 'join', who: index })
    run({ do: 'say', who: index, frame: { t: 'state', r: 'room', d: { index } } })
  }
  return { run, parties }
}

// ── what an observer makes of it ────────────────────────────────────────────

const decode = (frames: readonly Wire[]): readonly ServerFrame[] =>
  decodeServerMessage(JSON.stringify(frames)).flatMap(({ frame }) => frame ?? [])

type People = Map<string, PersonView>

function foldPerson(people: People, frame: ServerFrame): void {
  if (frame.type === 'sync') for (const person of frame.people) people.set(person.userId, person)
  else if (frame.type === 'appeared') people.set(frame.person.userId, frame.person)
  else if (frame.type === 'changed') {
    const known = people.get(frame.userId)
    if (known === undefined) throw new Error('a change of somebody unknown')
    const { info = known.info, ...changes } = frame.changes
    const next = { ...applyStatus(known, changes), userId: known.userId, ...(info === undefined ? {} : { info }) }
    people.set(frame.userId, next)
  } else if (frame.type === 'gone') {
    const info = people.get(frame.userId)?.info
    const gone = { userId: frame.userId, status: 'offline', lastSeenAt: frame.at }
    people.set(frame.userId, info === undefined ? gone : { ...gone, info })
  }
}

type Shown = Pick<StateFrame, 'seq' | 'presence'> & { readonly fields: StatusChanges }

function foldRoom(room: Map<string, Shown>, frame: ServerFrame): void {
  if (frame.type === 'state') {
    const { sessionId, seq, presence, status: s, statusText, activity, project, language, metadata } = frame
    const fields = { status: s, statusText, activity, project, language, metadata }
    const defined = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    room.set(sessionId, { seq, presence, fields: defined })
  } else if (frame.type === 'patch') {
    const known = room.get(frame.sessionId)
    if (known === undefined) throw new Error('a patch of a session unknown')
    if (frame.seq <= known.seq) throw new Error('a counter that does not grow')
    const kept = Object.entries(known.presence).filter(([key]) => frame.removed?.includes(key) !== true)
    const { status: s, statusText, activity, project, language, metadata } = frame
    const all = { status: s, statusText, activity, project, language, metadata }
    const changes = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    room.set(frame.sessionId, {
      seq: frame.seq,
      presence: { ...Object.fromEntries(kept), ...frame.presence },
      fields: applyStatus({ status: 'online', ...known.fields } as PersonView, changes),
    })
  } else if (frame.type === 'disconnect') room.delete(frame.sessionId)
}

const picture = (room: Map<string, Shown>): unknown =>
  [...room]
    .map(([sid, { presence, fields }]) => ({ sid, presence, fields }))
    .toSorted((a, b) => (a.sid < b.sid ? -1 : 1))

/** Somebody who follows both and sees the room. */
function observe(conversation: Conversation, name: string) {
  let party = conversation.join(name)
  const people: People = new Map()
  const room = new Map<string, Shown>()
  const words = new Map<string, string>()
  const seen = new Map<string, number>()
  const noteLastSeen = (userId: string, at: number | undefined): void => {
    if (at === undefined) return
    expect(at).toBeGreaterThanOrEqual(seen.get(userId) ?? 0)
    seen.set(userId, at)
  }
  const take = (): void => {
    for (const frame of decode(party.heard())) {
      if (frame.type === 'appeared') words.set(frame.person.userId, `${words.get(frame.person.userId) ?? ''}o`)
      if (frame.type === 'gone') words.set(frame.userId, `${words.get(frame.userId) ?? ''}x`)
      if (frame.type === 'changed') {
        expect(Object.keys(frame.changes)).not.toEqual([])
        expect(people.get(frame.userId)?.status).not.toBe('offline')
      }
      if (frame.type === 'gone') noteLastSeen(frame.userId, frame.at)
      if (frame.type === 'sync') for (const person of frame.people) noteLastSeen(person.userId, person.lastSeenAt)
      foldPerson(people, frame)
      foldRoom(room, frame)
    }
  }
  party.say({ t: 'follow', ids: ['A', 'B'] }, { t: 'rollCall', r: 'room' })
  return {
    take,
    people,
    words,
    room: () => picture(room),
    drop: () => party.drop(),
    resume: () => {
      party = conversation.join(name, { resume: party.welcome['resume'] })
      expect(party.welcome).toMatchObject({ resumed: true })
    },
  }
}

// ── what must hold ──────────────────────────────────────────────────────────

describe('whatever happens', () => {
  it(
    'deltas lead where a fresh sync does; o and x alternate; no delta is empty (INV-33, INV-34, INV-42)',
    () => {
      fc.assert(
        fc.property(fc.array(skewOp, { maxLength: 40 }), (ops) => {
          const conversation = converse()
          const observer = observe(conversation, 'observer')
          const stranger = conversation.join('stranger')
          const { run } = windows(conversation)
          for (const step of ops) {
            run(step)
            observer.take()
          }
          conversation.pass(2_000)
          observer.take()
          const fresh = observe(conversation, 'fresh')
          fresh.take()
          expect(observer.people).toEqual(fresh.people)
          expect(observer.room()).toEqual(fresh.room())
          for (const word of observer.words.values()) expect(word).toMatch(/^(ox)*o?$/)
          expect(stranger.heard()).toEqual([])
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'an observer who was away knows what one knows who was not (INV-34, INV-37)',
    () => {
      const ops = fc.array(op, { maxLength: 10 })
      fc.assert(
        fc.property(ops, ops, ops, fc.boolean(), (before, unproven, meanwhile, isProven) => {
          const conversation = converse()
          const observer = observe(conversation, 'observer')
          const { run } = windows(conversation)
          for (const step of before) run(step)
          if (isProven) conversation.pass(15_000)
          for (const step of unproven) if (step.do !== 'pass') run(step)
          observer.take()
          observer.drop()
          let awayMs = 0
          for (const step of meanwhile) {
            if (step.do === 'pass' && (awayMs += step.ms) >= 59_000) break
            run(step)
          }
          observer.resume()
          conversation.pass(2_000)
          observer.take()
          const fresh = observe(conversation, 'fresh')
          fresh.take()
          expect(observer.people).toEqual(fresh.people)
          expect(observer.room()).toEqual(fresh.room())
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'dropped and resumed in time, unchanged, nobody hears anything (INV-37); not resumed, exactly one x (INV-38)',
    () => {
      fc.assert(
        fc.property(fc.array(op, { maxLength: 20 }), fc.nat(59_999), (ops, awayMs) => {
          const conversation = converse()
          const observer = conversation.join('observer')
          observer.say({ t: 'follow', ids: ['A', 'B'] }, { t: 'rollCall', r: 'room' })
          const { run, parties } = windows(conversation)
          for (const step of ops) run(step)
          // What was held already, or waits in a merge window, comes to its end first.
          conversation.pass(65_000)
          observer.heard()
          const live = [...parties].filter(([, party]) => party.closed() === undefined)
          for (const [, party] of live) party.drop()
          conversation.pass(awayMs)
          for (const [index] of live) run({ do: 'resume', who: index })
          for (const [index, { sid }] of live) expect(parties.get(index)?.sid).toBe(sid)
          conversation.pass(120_000)
          expect(observer.heard()).toEqual([])
          observer.say({ t: 'follow', ids: ['A', 'B'] })
          const online = observer
            .heardOf('sync')
            .flatMap(({ users }) => users as readonly Wire[])
            .filter(({ s }) => s !== 'offline')
          for (const [index] of live) parties.get(index)?.drop()
          conversation.pass(60_000)
          const gone = observer.heardOf('x')
          expect(new Set(gone.map(({ id }) => id))).toEqual(new Set(online.map(({ id }) => id)))
          expect(gone).toHaveLength(online.length)
          for (const { ts } of gone) expect(ts).toBe(conversation.clock.wall() - 60_000)
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'online ⇔ a session is attached or held, and the person is not invisible (INV-32)',
    () => {
      fc.assert(
        fc.property(fc.array(op, { maxLength: 40 }), (ops) => {
          const conversation = converse()
          const observer = observe(conversation, 'observer')
          const { run, parties } = windows(conversation)
          for (const step of ops) run(step)
          observer.take()
          for (const [user, indexes] of [
            ['A', [0, 1]],
            ['B', [2, 3]],
          ] as const) {
            const attached = indexes.map((index) => parties.get(index)).find((party) => party?.closed() === undefined)
            if (attached === undefined) continue
            const self = conversation.join(user).welcome['self'] as Wire
            observer.take()
            const isShown = (observer.people.get(user)?.status ?? 'offline') !== 'offline'
            expect(isShown).toBe(self['s'] !== 'invisible')
          }
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )

  it(
    'invisible is a departure to everybody else, whatever the person does meanwhile (INV-41)',
    () => {
      const aliceOp = fc.oneof(
        roomFrame,
        status.map((changes): Wire => ({ t: 'statusUpdate', ...changes })),
      )
      fc.assert(
        fc.property(fc.array(aliceOp, { maxLength: 10 }), fc.array(aliceOp, { maxLength: 10 }), (before, hidden) => {
          const traceOf = (go: Wire): string => {
            const conversation = converse()
            const alice = conversation.join('A')
            const observer = conversation.join('observer')
            observer.say({ t: 'follow', ids: ['A'] }, { t: 'rollCall', r: 'room' })
            observer.say({ t: 'rollCall', r: 'room2', only: 'count' })
            let c = 0
            for (const frame of before) alice.say({ c: (c += 1), ...frame })
            alice.say(go)
            for (const frame of hidden) alice.say({ c: (c += 1), ...frame })
            conversation.pass(10_000)
            alice.drop()
            conversation.pass(100_000)
            const late = conversation.join('late')
            late.say({ t: 'follow', ids: ['A'] }, { t: 'rollCall', r: 'room' })
            const frames = JSON.stringify([observer.heard(), late.heard(), conversation.server.hub.people(['A'])])
            return frames.replaceAll(alice.sid, 'SID').replaceAll(/"v":\d+/g, '"v":0')
          }
          expect(traceOf({ t: 'statusUpdate', s: 'invisible' })).toBe(traceOf({ t: 'bye', reason: 'leave' }))
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT_MS,
  )
})
