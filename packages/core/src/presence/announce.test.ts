import { PresenceError, type PresenceErrorCode } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createTestClock } from '../testing/testClock.ts'
import { createTestRandom } from '../testing/testRandom.ts'
import type { OutgoingFrame } from '../transport/transport.ts'
import { createAnnounce } from './announce.ts'
import { createSeqCounter } from './seqCounter.ts'

const WINDOW_MS = 100
const CALL_SHARE_MS = 250

const refusal = (code: PresenceErrorCode, details?: Readonly<Record<string, unknown>>): PresenceError =>
  new PresenceError(code, 'unable to speak; so the test wants it', details === undefined ? {} : { details })

/** A session with a medium in the test's hands: what it says is noted, and answered when the test likes. */
function createVoice(liveness: 'peers' | 'authority' = 'authority') {
  const clock = createTestClock()
  const frames: OutgoingFrame[] = []
  const waiting = new Map<number, (error?: PresenceError) => void>()
  const heard: string[] = []
  const medium = { isUp: true, hasSpeaker: true }
  let requests = 0
  const announce = createAnnounce({
    room: 'r',
    counter: createSeqCounter(),
    parting: () => () => {},
    liveness,
    clock,
    random: createTestRandom(1),
    windowMs: WINDOW_MS,
    send: (sent) => {
      if (medium.isUp) frames.push(...sent)
      return medium.isUp
    },
    speaker: () =>
      medium.hasSpeaker
        ? { sessionId: 's', userId: 'u', info: {}, fields: { status: 'online' }, idleMs: 0 }
        : undefined,
    whole: () => ({ typing: [], enteredAt: 0, ageMs: 0 }),
    openRequest: (settle) => {
      if (liveness === 'peers') return undefined
      waiting.set((requests += 1), settle)
      return requests
    },
    closeRequest: (request) => waiting.delete(request),
    enterRefused: ({ code }) => heard.push(`not entered: ${code}`),
    refused: ({ code }) => heard.push(`refused: ${code}`),
  })
  const answer = (error?: PresenceError): void => {
    const [first] = waiting
    if (first === undefined) throw new RangeError('unable to answer; nobody asked')
    waiting.delete(first[0])
    first[1](error)
  }
  const settleAs =
    (name: string) =>
    (error?: PresenceError): void =>
      void heard.push(`${name} ${error?.code ?? 'accepted'}`)
  /** Types and values of what was said since the last time this was asked. */
  const said = (): readonly string[] =>
    frames.splice(0).map((frame) => {
      if (frame.type === 'typing') return `typing ${frame.input} ${String(frame.on)}`
      return 'presence' in frame ? `${frame.type} ${String(frame.presence?.['value'])}` : frame.type
    })
  const want = (value: number, name?: string): void =>
    announce.want({ value }, name === undefined ? {} : { settle: settleAs(name) })
  const leave = (name?: string): void => announce.want(undefined, name === undefined ? {} : { settle: settleAs(name) })
  const endTurn = (): void => clock.runDeferred()
  /** In the room with 0, accepted, no window open. */
  const enter = (): void => {
    want(0)
    if (liveness === 'authority') answer()
    said()
  }
  return { announce, clock, frames, medium, heard, waiting, answer, settleAs, said, want, leave, endTurn, enter }
}

describe('entering', () => {
  test('goes out at once, whole, and is accepted with its answer', () => {
    const { want, said, heard, answer, announce } = createVoice()
    want(1, 'enter')
    expect(said()).toEqual(['state 1'])
    expect([heard, announce.isAnnounced()]).toEqual([[], true])
    answer()
    expect(heard).toEqual(['enter accepted'])
  })

  test('where the medium gives no answers, is accepted once it is sent', () => {
    const { want, said, heard } = createVoice('peers')
    want(1, 'enter')
    expect([said(), heard]).toEqual([['state 1'], ['enter accepted']])
  })

  test('while the medium is down waits for the next connection, which says the newest value', () => {
    const { want, said, heard, announce, medium, answer } = createVoice()
    medium.isUp = false
    want(1, 'first')
    want(2, 'second')
    expect([said(), announce.isAnnounced()]).toEqual([[], false])
    medium.isUp = true
    announce.connected({ resumed: false })
    expect(said()).toEqual(['state 2'])
    answer()
    expect(heard).toEqual(['first accepted', 'second accepted'])
  })

  test('without anybody to speak says nothing, and nothing is lost', () => {
    const { want, said, announce, medium } = createVoice()
    medium.hasSpeaker = false
    want(1)
    expect(said()).toEqual([])
    medium.hasSpeaker = true
    announce.connected({ resumed: false })
    expect(said()).toEqual(['state 1'])
  })

  test('refused for good rejects, tells the room, and is not tried again', () => {
    const { want, said, heard, answer, announce, clock } = createVoice()
    want(1, 'enter')
    answer(refusal('forbidden'))
    said()
    expect(heard).toEqual(['not entered: forbidden', 'enter forbidden', 'refused: forbidden'])
    expect(announce.isAnnounced()).toBe(false)
    clock.advance(60_000)
    announce.connected({ resumed: true })
    expect(said()).toEqual([])
  })

  test.each([
    [undefined, 1_000],
    [{ retryAfterMs: 4_000 }, 4_000],
    [{ retryAfterMs: 'soon' }, 1_000],
  ])('refused for now (%o) comes again after %i ms, and settles then', (details, delayMs) => {
    const { want, said, heard, answer, clock } = createVoice()
    want(1, 'enter')
    answer(refusal('rate_limited', details))
    said()
    clock.advance(delayMs - 1)
    expect(said()).toEqual([])
    clock.advance(1)
    expect([said(), heard]).toEqual([['state 1'], []])
    answer()
    expect(heard).toEqual(['enter accepted'])
  })

  test('refused after leaving again is nobody’s concern but the waiter’s', () => {
    const { want, leave, said, heard, answer, clock } = createVoice()
    want(1, 'enter')
    leave()
    answer(refusal('rate_limited'))
    said()
    clock.advance(5_000)
    expect(said()).toEqual([])
    expect(heard).toEqual(['enter rate_limited', 'refused: rate_limited'])
  })
})

describe('changes', () => {
  test('of one turn are one patch; those inside the window are the newest at its end', () => {
    const { enter, want, endTurn, said, clock } = createVoice()
    enter()
    want(1)
    want(2)
    expect(said()).toEqual([])
    endTurn()
    expect(said()).toEqual(['patch 2'])
    want(3)
    want(4)
    clock.advance(WINDOW_MS - 1)
    expect(said()).toEqual([])
    clock.advance(1)
    expect(said()).toEqual(['patch 4'])
  })

  test('that come to nothing are not said, and accepted', () => {
    const { enter, want, endTurn, said, heard } = createVoice()
    enter()
    want(1)
    want(0, 'back')
    endTurn()
    expect([said(), heard]).toEqual([[], ['back accepted']])
  })

  test('between tabs go out whole', () => {
    const { enter, want, endTurn, said } = createVoice('peers')
    enter()
    want(1)
    endTurn()
    expect(said()).toEqual(['state 1'])
  })

  test('refused for now come again as one whole state; what changes meanwhile waits for it', () => {
    const { enter, want, endTurn, said, answer, clock, heard } = createVoice()
    enter()
    want(1, 'one')
    endTurn()
    answer(refusal('rate_limited', { retryAfterMs: 3_000 }))
    said()
    want(2, 'two')
    clock.advance(2_999)
    expect(said()).toEqual([])
    clock.advance(1)
    expect(said()).toEqual(['state 2'])
    answer()
    expect(heard).toEqual(['one accepted', 'two accepted'])
  })

  test('to a server that does not have us in the room bring us back, whole', () => {
    const { enter, want, endTurn, said, answer, heard } = createVoice()
    enter()
    want(1, 'one')
    endTurn()
    said()
    answer(refusal('conflict'))
    expect(said()).toEqual(['state 1'])
    answer()
    expect(heard).toEqual(['one accepted'])
  })

  test('refused for good reject; the next one is whole, since the server has another value than we think', () => {
    const { enter, want, endTurn, said, answer, heard, clock } = createVoice()
    enter()
    want(1, 'one')
    endTurn()
    answer(refusal('data_too_large'))
    expect(heard).toEqual(['one data_too_large', 'refused: data_too_large'])
    said()
    clock.advance(WINDOW_MS)
    want(2)
    endTurn()
    expect(said()).toEqual(['state 2'])
    clock.advance(WINDOW_MS)
    want(3)
    clock.advance(WINDOW_MS)
    expect(said()).toEqual(['patch 3'])
  })

  test('refused after leaving bring nobody back', () => {
    const { enter, want, leave, endTurn, said, answer, clock } = createVoice()
    enter()
    want(1)
    endTurn()
    leave()
    said()
    answer(refusal('conflict'))
    clock.advance(5_000)
    expect(said()).toEqual([])
  })
})

describe('leaving', () => {
  test('goes out at once with the last word, and takes along what waited', () => {
    const { enter, want, said, announce, answer, heard, settleAs, clock, frames } = createVoice()
    enter()
    want(1, 'change')
    announce.want(undefined, { settle: settleAs('leave'), lastWord: { value: 9 } })
    expect(frames).toMatchObject([{ type: 'disconnect', presence: { value: 9 } }])
    expect(announce.isAnnounced()).toBe(false)
    answer()
    expect(heard).toEqual(['change accepted', 'leave accepted'])
    said()
    clock.advance(60_000)
    expect(said()).toEqual([])
  })

  test('what was never entered is accepted, and says nothing', () => {
    const { leave, said, heard } = createVoice()
    leave('leave')
    expect([said(), heard]).toEqual([[], ['leave accepted']])
  })

  test('a room that does not have us is what was wanted', () => {
    const { enter, leave, answer, heard } = createVoice()
    enter()
    leave('leave')
    answer(refusal('conflict'))
    expect(heard).toEqual(['leave accepted'])
  })

  test('refused for another reason rejects', () => {
    const { enter, leave, answer, heard } = createVoice()
    enter()
    leave('leave')
    answer(refusal('internal'))
    expect(heard).toEqual(['leave internal', 'refused: internal'])
  })

  test('while the medium is down is said at a resumed connection, and needs no saying at a fresh one', () => {
    for (const resumed of [true, false]) {
      const { enter, leave, said, announce, medium } = createVoice()
      enter()
      medium.isUp = false
      leave()
      medium.isUp = true
      announce.connected({ resumed })
      expect(said()).toEqual(resumed ? ['disconnect'] : [])
    }
  })

  test('a goodbye that nobody answered is said again on the resumed connection, once', () => {
    const { enter, leave, said, announce, answer, heard } = createVoice()
    enter()
    leave('leave')
    expect(said()).toEqual(['disconnect'])
    announce.connected({ resumed: true })
    expect([said(), heard]).toEqual([['disconnect'], []])
    answer()
    expect(heard).toEqual(['leave accepted'])
    announce.connected({ resumed: true })
    expect(said()).toEqual([])
  })

  test('being put out says nothing, and the next wish enters anew', () => {
    const { enter, want, said, announce, endTurn } = createVoice()
    enter()
    want(1)
    announce.forget()
    endTurn()
    expect([said(), announce.isAnnounced()]).toEqual([[], false])
    want(2)
    expect(said()).toEqual(['state 2'])
  })
})

describe('a connection', () => {
  test('that was resumed says what changed meanwhile, and nothing where nothing did', () => {
    const { enter, want, said, announce, medium, clock } = createVoice()
    enter()
    announce.connected({ resumed: true })
    expect(said()).toEqual([])
    medium.isUp = false
    want(1)
    clock.advance(WINDOW_MS)
    medium.isUp = true
    announce.connected({ resumed: true })
    expect(said()).toEqual(['patch 1'])
  })

  test('that was resumed says all where an answer was outstanding', () => {
    const { enter, want, endTurn, said, announce } = createVoice()
    enter()
    want(1)
    endTurn()
    said()
    announce.connected({ resumed: true })
    expect(said()).toEqual(['state 1'])
  })

  test('that is fresh says all, also what has not changed', () => {
    const { enter, said, announce } = createVoice()
    enter()
    announce.connected({ resumed: false })
    expect(said()).toEqual(['state 0'])
  })
})

describe('between tabs', () => {
  test('a roll call is answered at once, further ones inside 250 ms share one answer, the same one twice none', () => {
    const { enter, said, announce, clock } = createVoice('peers')
    enter()
    announce.answer('a')
    expect(said()).toEqual(['state 0'])
    announce.answer('a')
    announce.answer('b')
    announce.answer('c')
    clock.advance(CALL_SHARE_MS - 1)
    expect(said()).toEqual([])
    clock.advance(1)
    expect(said()).toEqual(['state 0'])
    clock.advance(CALL_SHARE_MS)
    expect(said()).toEqual([])
  })

  test('whoever is not in the room answers no roll call, defends nothing, wakes nobody and types nothing', () => {
    const { said, announce, clock } = createVoice('peers')
    announce.answer('a')
    announce.defend(7)
    announce.restate()
    clock.advance(20_000)
    announce.wake()
    expect(announce.typing('', true)).toBe(false)
    expect(said()).toEqual([])
  })

  test('a foreign goodbye for us is overridden by a greater counter; an older one is let be', () => {
    const { enter, announce, frames, said } = createVoice('peers')
    enter()
    announce.defend(41)
    expect(frames).toMatchObject([{ type: 'state', seq: 42 }])
    said()
    announce.defend(41)
    expect(said()).toEqual([])
    announce.defend(42)
    expect(frames).toMatchObject([{ type: 'state', seq: 43 }])
  })

  test('waking up after half a heartbeat says that we live; before that it does not', () => {
    const { enter, announce, said, clock } = createVoice('peers')
    enter()
    clock.advance(14_999)
    announce.wake()
    expect(said()).toEqual([])
    clock.advance(1)
    announce.wake()
    expect(said()).toEqual(['state 0'])
  })

  test('a heartbeat comes 30 s ± 10 % after the last word; none over a server, none after leaving', () => {
    const { enter, leave, said, clock } = createVoice('peers')
    enter()
    clock.advance(26_999)
    expect(said()).toEqual([])
    clock.advance(6_001)
    expect(said()).toEqual(['state 0'])
    leave()
    said()
    clock.advance(120_000)
    expect(said()).toEqual([])
    const server = createVoice()
    server.enter()
    server.clock.advance(120_000)
    expect(server.said()).toEqual([])
  })

  test('what changed beside presence is said whole, and takes a waiting change along', () => {
    const { enter, want, announce, said, clock } = createVoice('peers')
    enter()
    want(1)
    announce.restate()
    expect(said()).toEqual(['state 1'])
    clock.advance(WINDOW_MS)
    expect(said()).toEqual([])
  })
})

describe('typing', () => {
  test('goes out at once and is never queued', () => {
    const { enter, announce, said, medium } = createVoice()
    enter()
    expect(announce.typing('chat', true)).toBe(true)
    expect(said()).toEqual(['typing chat true'])
    medium.isUp = false
    expect(announce.typing('chat', false)).toBe(false)
    medium.isUp = true
    medium.hasSpeaker = false
    expect(announce.typing('chat', false)).toBe(false)
    medium.hasSpeaker = true
    announce.connected({ resumed: true })
    expect(said()).toEqual([])
  })

  test('of somebody whose goodbye could not be said yet is not told', () => {
    const { enter, leave, announce, said, medium } = createVoice()
    enter()
    medium.isUp = false
    leave()
    medium.isUp = true
    expect([announce.typing('chat', true), said()]).toEqual([false, []])
  })
})

describe('the end', () => {
  test('says goodbye, rejects who waits, and leaves no timer', () => {
    const { enter, want, endTurn, announce, answer, said, heard, clock, waiting } = createVoice()
    enter()
    want(1, 'one')
    endTurn()
    want(2, 'two')
    said()
    announce.dispose(refusal('disposed'))
    expect(said()).toEqual(['disconnect'])
    expect(heard).toEqual(['one disposed', 'two disposed'])
    expect(clock.pending()).toBe(0)
    const before = heard.length
    // Whether the goodbye arrived is somebody's business yet.
    answer()
    expect([waiting.size, heard.length]).toEqual([0, before])
  })

  test('between tabs stops heartbeat and answers', () => {
    const { enter, announce, said, clock } = createVoice('peers')
    enter()
    announce.answer('a')
    announce.answer('b')
    said()
    announce.dispose(refusal('disposed'))
    expect([said(), clock.pending()]).toEqual([['disconnect'], 0])
  })
})
