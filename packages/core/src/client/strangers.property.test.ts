/** A client, and a session that does as it likes. */
import { encodePeerFrame, type PeerFrame } from '@rollcall/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTestScenario, type TestScenario } from '../testing/testScenario.ts'

const RUNS = { numRuns: 1_000 }
/** Seconds of a machine with nothing else to do; some more on a busy one. */
const SLOW = { timeout: 20_000 }

interface Presence {
  readonly value?: number
}

/** A party that says what it is told to. */
function createStranger({ network, clock }: TestScenario<Presence>) {
  const heard: string[] = []
  const port = network.party('stranger').join({ hear: (message) => heard.push(message), linkChanged: () => {} })
  clock.runDeferred()
  return { heard, say: (frame: PeerFrame) => port.post(encodePeerFrame(frame)), post: port.post }
}

const stranger = (seq: number): PeerFrame => ({
  type: 'state',
  room: 'room',
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

function createMeeting(latency = 0) {
  const scene = createTestScenario<Presence>({ latency })
  const alice = scene.party('alice')
  const trace: string[] = []
  alice.room.events.subscribe(({ type, member, reason }) => trace.push(`${type} ${member.userId} ${reason ?? ''}`))
  scene.clock.advance(1_000)
  return { scene, alice, trace, people: () => alice.room.members.getCurrent().map(({ userId }) => userId) }
}

describe('a session that does as it likes', SLOW, () => {
  test('INV-5 gaps below 90 s never expire anybody, silence does, at 90 s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 89_000 }), { maxLength: 12 }), (gaps) => {
        const { scene, trace, people } = createMeeting()
        const { say } = createStranger(scene)
        gaps.forEach((gap, index) => {
          say(stranger(index + 1))
          scene.clock.advance(gap)
          expect(people()).toEqual(['dave'])
        })
        say(stranger(gaps.length + 1))
        scene.clock.advance(89_999)
        expect(people()).toEqual(['dave'])
        scene.clock.advance(1)
        expect(people()).toEqual([])
        expect(trace).toEqual(['enter dave ', 'leave dave timeout'])
        scene.dispose()
      }),
      RUNS,
    )
  })

  test('INV-14 a goodbye said by others for a live session is overridden within a round trip', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 3 }), (above, updates) => {
        const { scene, alice, people } = createMeeting(5)
        scene.join('bob', { value: 0 })
        for (let value = 1; value <= updates; value += 1) {
          scene.clock.advance(200)
          scene.update('bob', { value })
        }
        scene.clock.advance(200)
        const { say, heard } = createStranger(scene)
        const sessionId = alice.room.members.getCurrent()[0]?.sessions[0]?.sessionId ?? ''
        // Bob has said one state and `updates` more.
        say({ type: 'disconnect', room: 'room', sessionId, seq: updates + 1 + above, reason: 'timeout' })
        scene.clock.advance(5)
        expect(people()).toEqual([])
        scene.clock.advance(5)
        expect(people()).toEqual(['bob'])
        expect(heard).toHaveLength(1)
        scene.dispose()
      }),
      RUNS,
    )
  })

  test('INV-19 arbitrary text is survived, changes no prototype, and does not stop what comes after', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 10 }), (texts) => {
        const { scene, people } = createMeeting()
        const { say, post } = createStranger(scene)
        for (const text of texts) post(text)
        say(stranger(1))
        scene.clock.runDeferred()
        expect(people()).toEqual(['dave'])
        expect(Object.keys(Object.prototype)).toEqual([])
        scene.dispose()
      }),
      RUNS,
    )
  })

  test('INV-12 a newcomer costs one answer of each who is there, and none of those who only look', () => {
    fc.assert(
      fc.property(fc.subarray(['alice', 'bob', 'bob#2', 'carol']), (entered) => {
        const { scene } = createMeeting()
        for (const name of ['bob', 'bob#2', 'carol']) scene.party(name)
        for (const name of entered) scene.join(name, { value: 1 })
        scene.clock.advance(1_000)
        const { say, heard } = createStranger(scene)
        say({ type: 'rollCall', room: 'room', sessionId: 'stranger', callId: 'one' })
        scene.clock.advance(1_000)
        expect(heard).toHaveLength(entered.length)
        scene.dispose()
      }),
      // Sixteen cases; that many calls cost no more has a property of its own, of `announce`.
      { numRuns: 100 },
    )
  })
})
