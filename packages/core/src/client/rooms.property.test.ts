/** Whole clients over a network that is bad on purpose. */
import { encodePeerFrame, type PeerFrame } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Member } from '../member/member.ts'
import { createTestEnvironment } from '../testing/testEnvironment.ts'
import { createTestNetwork, type TestNetworkOptions } from '../testing/testNetwork.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import { memory } from '../transport/memoryTransport.ts'
import { createPresenceClient } from './createPresenceClient.ts'

const RUNS = { numRuns: 1_000 }
/** Thousands of simulated hours take seconds, on a busy machine some more. */
const SLOW = { timeout: 120_000 }

interface Presence {
  readonly value?: number
}
interface UserInfo {
  readonly name: string
}

const PARTIES = [
  { name: 'alice', userId: 'alice' },
  { name: 'bob-1', userId: 'bob' },
  { name: 'bob-2', userId: 'bob' },
  { name: 'carol', userId: 'carol' },
] as const

interface Step {
  readonly party: number
  readonly do: 'enter' | 'leave' | 'update' | 'type' | 'stop' | 'drop' | 'restore' | 'wait' | 'skew'
  readonly value: number
}

const stepsOf = (...verbs: readonly Step['do'][]): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record<Step>({
      party: fc.nat({ max: PARTIES.length - 1 }),
      do: fc.constantFrom(...verbs),
      value: fc.nat({ max: 4 }),
    }),
    { maxLength: 14 },
  )
const calm = stepsOf('enter', 'enter', 'update', 'update', 'leave', 'type', 'stop', 'wait', 'wait')
const rough = stepsOf('enter', 'enter', 'update', 'update', 'leave', 'type', 'drop', 'restore', 'wait', 'wait')

function createParties(options: TestNetworkOptions & { readonly count?: number } = {}) {
  const network = createTestNetwork(options)
  const { clock } = network
  const parties = PARTIES.slice(0, options.count).map(({ name, userId }, index) => {
    const client = createPresenceClient<Presence, UserInfo>({
      transport: memory(network.party(name)),
      // Going away is an event of its own, and not what these are about.
      awayAfter: null,
      user: { id: userId, info: { name: userId } },
      environment: createTestEnvironment({ clock: network.clockOf(name), random: createTestRandom(index + 1) }),
    })
    const room = client.room('r', { visible: false })
    const elsewhere = client.room('elsewhere', { visible: false })
    const trace: string[] = []
    room.events.subscribe(({ type, member, reason }) => trace.push(`${type} ${member.userId} ${reason ?? ''}`))
    elsewhere.events.subscribe(({ type }) => trace.push(`elsewhere ${type}`))
    return { name, userId, client, room, elsewhere, trace, said: undefined as number | undefined }
  })
  clock.advance(1_000)
  const perform = (step: Step): void => {
    const party = parties[step.party]
    if (party === undefined) return
    const { room, name } = party
    if (step.do === 'enter' || (step.do === 'update' && party.said !== undefined)) {
      party.said = step.value
      void (step.do === 'enter' ? room.enter({ value: step.value }) : room.update({ value: step.value }))
    } else if (step.do === 'leave') {
      party.said = undefined
      void room.leave()
    } else if (step.do === 'type') room.typing.keystroke('text')
    else if (step.do === 'stop') room.typing.stop('text')
    else if (step.do === 'drop') network.drop(name)
    else if (step.do === 'restore') network.restore(name)
    else if (step.do === 'skew') network.skew(name, (step.value - 2) * 3_600_000)
    else clock.advance([10, 120, 1_000, 7_000, 40_000][step.value] ?? 0)
  }
  const dispose = (): void => {
    for (const { client } of parties) client.dispose()
    clock.runDeferred()
  }
  return { network, clock, parties, perform, dispose }
}

type Parties = ReturnType<typeof createParties>

const ascending = (left: number, right: number): number => left - right

const essence = (members: readonly Member<Presence, UserInfo>[]): unknown =>
  members
    .map(({ userId, sessions }) => [userId, sessions.map(({ presence }) => presence.value ?? -1).toSorted(ascending)])
    .toSorted(([left], [right]) => String(left).localeCompare(String(right)))

/** Who has entered, as everybody should see it. */
function truth({ parties }: Parties): unknown {
  const people = new Map<string, number[]>()
  for (const { userId, said } of parties)
    if (said !== undefined) people.set(userId, [...(people.get(userId) ?? []), said].toSorted(ascending))
  return [...people].toSorted(([left], [right]) => left.localeCompare(right))
}

describe('rooms between peers', SLOW, () => {
  test('INV-11 INV-13 whatever was lost, late or twice: once it stops, all see the same, and it is the truth', () => {
    fc.assert(
      fc.property(rough, fc.integer({ min: 1, max: 1_000 }), (steps, seed) => {
        const all = createParties({ seed, latency: [0, 40], loss: 0.2, reorder: 0.2, duplicate: 0.2 })
        steps.forEach(all.perform)
        for (const { name } of PARTIES) all.network.restore(name)
        // What the network loses it loses for good; the last two heartbeats of everybody come through.
        all.clock.advance(100_000)
        const views = all.parties.map(({ room }) => essence(room.members.getCurrent()))
        for (const view of views) expect(['seen', view]).toEqual(['seen', views[0]])
        all.dispose()
      }),
      { numRuns: 5 },
    )
    fc.assert(
      fc.property(rough, fc.integer({ min: 1, max: 1_000 }), (steps, seed) => {
        const all = createParties({ seed, latency: [0, 40], reorder: 0.3, duplicate: 0.3 })
        steps.forEach(all.perform)
        for (const { name } of PARTIES) all.network.restore(name)
        all.clock.advance(100_000)
        for (const { room } of all.parties) expect(essence(room.members.getCurrent())).toEqual(truth(all))
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-7 INV-10 INV-22 INV-45 at every step the events give the view, nobody is their own other, rooms are apart', () => {
    fc.assert(
      fc.property(rough, (steps) => {
        const all = createParties({ latency: 5 })
        const folded = all.parties.map(() => new Set<string>())
        for (const step of steps) {
          for (const { trace } of all.parties) trace.length = 0
          all.perform(step)
          all.parties.forEach(({ trace, room, elsewhere, userId }, index) => {
            const people = folded[index] ?? new Set()
            for (const line of trace) {
              const [type = '', who = ''] = line.split(' ')
              const isEntering = type === 'enter' || type === 'present'
              expect([line, people.has(who)]).toEqual([line, !isEntering])
              if (isEntering) people.add(who)
              if (type === 'leave') people.delete(who)
            }
            const members = room.members.getCurrent()
            expect(new Set(members.map((member) => member.userId))).toEqual(people)
            expect(room.others.getCurrent().some((member) => member.userId === userId)).toBe(false)
            const typers = room.typing.typers('text').getCurrent()
            for (const typer of typers) expect(members).toContain(typer)
            expect(elsewhere.members.getCurrent()).toEqual([])
          })
        }
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-6 wrong and jumping wall clocks change nothing that is seen', () => {
    fc.assert(
      fc.property(stepsOf('enter', 'update', 'leave', 'type', 'wait', 'skew', 'drop', 'restore'), (steps) => {
        const [skewed, plain] = [createParties({ latency: 5 }), createParties({ latency: 5 })]
        for (const step of steps) {
          skewed.perform(step)
          if (step.do !== 'skew') plain.perform(step)
        }
        skewed.parties.forEach(({ trace, room }, index) => {
          expect(trace).toEqual(plain.parties[index]?.trace)
          expect(essence(room.members.getCurrent())).toEqual(
            essence(plain.parties[index]?.room.members.getCurrent() ?? []),
          )
        })
        skewed.dispose()
        plain.dispose()
      }),
      RUNS,
    )
  })

  test('INV-9 hearing oneself changes nothing', () => {
    fc.assert(
      fc.property(calm, (steps) => {
        const [echoed, plain] = [createParties({ latency: 5 }), createParties({ latency: 5 })]
        echoed.network.setEcho('on')
        for (const all of [echoed, plain]) steps.forEach(all.perform)
        echoed.parties.forEach(({ trace }, index) => expect(trace).toEqual(plain.parties[index]?.trace))
        expect(echoed.network.countFrames()).toEqual(plain.network.countFrames())
        echoed.dispose()
        plain.dispose()
      }),
      RUNS,
    )
  })

  test('INV-15 INV-16 an outage that changed nothing is no event, however long it was', () => {
    fc.assert(
      fc.property(calm, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 300_000 }), (steps, who, ms) => {
        const all = createParties({ latency: 5 })
        steps.forEach(all.perform)
        all.clock.advance(10_000)
        const party = all.parties[who]
        if (party === undefined) return
        const before = essence(party.room.members.getCurrent())
        party.trace.length = 0
        all.network.drop(party.name)
        all.clock.advance(ms)
        expect(party.trace).toEqual([])
        all.network.restore(party.name)
        all.clock.advance(10_000)
        expect(party.trace).toEqual([])
        expect(essence(party.room.members.getCurrent())).toEqual(before)
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-21 after dispose there is no timer, and nothing is said', () => {
    fc.assert(
      fc.property(rough, (steps) => {
        const all = createParties({ latency: 5 })
        steps.forEach(all.perform)
        all.dispose()
        const said = all.network.countFrames()
        // What is on its way arrives, at nobody.
        all.clock.advance(50)
        expect(all.clock.pending()).toBe(0)
        all.clock.advance(200_000)
        expect(all.network.countFrames()).toEqual(said)
      }),
      RUNS,
    )
  })

  test('INV-44 nobody types 10 s after everybody has stopped, whatever was lost', () => {
    fc.assert(
      fc.property(stepsOf('enter', 'type', 'type', 'stop', 'wait', 'drop', 'restore'), fc.nat(), (steps, seed) => {
        const all = createParties({ seed: seed + 1, latency: [0, 40], loss: 0.3, reorder: 0.2, duplicate: 0.2 })
        steps.forEach(all.perform)
        all.clock.advance(14_000)
        for (const { room } of all.parties) expect(room.typing.typers('text').getCurrent()).toEqual([])
        all.dispose()
      }),
      RUNS,
    )
  })
})

/** A party that says what it is told to. */
function createStranger({ network, clock }: Parties) {
  const heard: string[] = []
  const port = network.party('stranger').join({ hear: (message) => heard.push(message), linkChanged: () => {} })
  clock.runDeferred()
  return { heard, say: (frame: PeerFrame) => port.post(encodePeerFrame(frame)), post: port.post }
}

const stranger = (seq: number): PeerFrame => ({
  type: 'state',
  room: 'r',
  sessionId: 'stranger',
  userId: 'dave',
  seq,
  info: {},
  status: 'online',
  presence: {},
  idleMs: 0,
  enteredAt: 0,
  ageMs: 0,
})

describe('a session that does as it likes', SLOW, () => {
  test('INV-5 gaps below 90 s never expire anybody, silence does, at 90 s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 89_000 }), { maxLength: 12 }), (gaps) => {
        const all = createParties({ count: 1 })
        const [alice] = all.parties
        const { say } = createStranger(all)
        gaps.forEach((gap, index) => {
          say(stranger(index + 1))
          all.clock.advance(gap)
          expect(alice?.room.members.getCurrent()).toHaveLength(1)
        })
        say(stranger(gaps.length + 1))
        all.clock.advance(89_999)
        expect(alice?.room.members.getCurrent()).toHaveLength(1)
        all.clock.advance(1)
        expect(alice?.room.members.getCurrent()).toEqual([])
        expect(alice?.trace).toEqual(['enter dave ', 'leave dave timeout'])
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-14 a goodbye said by others for a live session is overridden within a round trip', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 3 }), (above, updates) => {
        const all = createParties({ latency: 5, count: 2 })
        const [alice, bob] = all.parties
        void bob?.room.enter({ value: 0 })
        for (let value = 1; value <= updates; value += 1) {
          all.clock.advance(200)
          void bob?.room.update({ value })
        }
        all.clock.advance(200)
        const { say, heard } = createStranger(all)
        const sessionId = alice?.room.members.getCurrent()[0]?.sessions[0]?.sessionId ?? ''
        // Bob has said one state and `updates` more.
        say({ type: 'disconnect', room: 'r', sessionId, seq: updates + 1 + above, reason: 'timeout' })
        all.clock.advance(5)
        expect(alice?.room.members.getCurrent()).toEqual([])
        all.clock.advance(5)
        expect(alice?.room.members.getCurrent()).toHaveLength(1)
        expect(heard).toHaveLength(1)
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-19 arbitrary text is survived, changes no prototype, and does not stop what comes after', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 10 }), (texts) => {
        const all = createParties({ count: 1 })
        const { say, post } = createStranger(all)
        for (const text of texts) post(text)
        say(stranger(1))
        all.clock.runDeferred()
        expect(all.parties[0]?.room.members.getCurrent().map(({ userId }) => userId)).toEqual(['dave'])
        expect(Object.keys(Object.prototype)).toEqual([])
        all.dispose()
      }),
      RUNS,
    )
  })

  test('INV-12 INV-17 a newcomer costs one answer of each who is there, and none of those who only look', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3]), (entered) => {
        const all = createParties()
        for (const index of entered) void all.parties[index]?.room.enter({ value: index })
        all.clock.advance(1_000)
        const { say, heard } = createStranger(all)
        say({ type: 'rollCall', room: 'r', sessionId: 'stranger', callId: 'one' })
        all.clock.advance(1_000)
        expect(heard).toHaveLength(entered.length)
        all.dispose()
      }),
      RUNS,
    )
  })
})
