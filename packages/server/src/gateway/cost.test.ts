import { describe, expect, it } from 'vitest'
import { createTestClock, createTestRandom } from '@rollcall/core/testing'
import { createPresenceHub } from '../hub/createPresenceHub.ts'
import type { OutgoingFrame, Recipient } from '../hub/delivery.ts'
import type { Attachment } from '../hub/hub.ts'
import { memoryBackplane } from '../backplane/memoryBackplane.ts'
import { converse } from './conversation.contract.ts'

/** A hub whose deliveries are counted, not carried. */
function countingHub() {
  const clock = createTestClock()
  const hub = createPresenceHub({ clock, random: createTestRandom(5), backplane: memoryBackplane() })
  const delivered: { readonly to: string; readonly outgoing: OutgoingFrame }[] = []
  let hashes = 0
  const open = (userId: string): Attachment => {
    const recipient: Recipient = {
      receive: (outgoing) => delivered.push({ to: userId, outgoing }),
      close: () => {},
      lastContactAt: () => clock.wall(),
    }
    const nextResumeHash = `hash${(hashes += 1)}`
    const { attachment } = hub.open({ userId, info: {}, recipient, nextResumeHash, status: { changes: {} } })
    hub.listen(attachment)
    return attachment
  }
  const take = () => delivered.splice(0)
  return { hub, clock, open, take }
}

describe('the cost of a change', () => {
  it.each([10, 1_000, 10_000])('is one frame a follower connection, with %i others present (INV-36)', (others) => {
    const { hub, open, take } = countingHub()
    const alice = open('alice')
    for (let index = 0; index < others; index += 1) open(`other${index}`)
    for (const follower of ['bob', 'bob', 'cleo']) hub.follow(open(follower), ['alice'])
    take()
    hub.statusUpdate(alice, { changes: { activity: 'Coding' } })
    const deliveries = take()
    expect(deliveries.map(({ to }) => to)).toEqual(['bob', 'bob', 'cleo'])
    // One frame, encoded once, in the hands of all.
    expect(new Set(deliveries.map(({ outgoing }) => outgoing)).size).toBe(1)
  })

  it('of a status in many rooms is one frame a room, session and viewer, and no more', () => {
    const { hub, open, take } = countingHub()
    const alice = open('alice')
    const second = open('alice')
    const viewers = [open('bob'), open('cleo')]
    let seq = 0
    for (let index = 0; index < 60; index += 1) {
      const room = `room${index}`
      for (const viewer of viewers) hub.rollCall(viewer, { type: 'rollCall', room })
      hub.state(alice, { type: 'state', room, seq: (seq += 1), presence: {} })
      if (index < 40) hub.state(second, { type: 'state', room, seq: (seq += 1), presence: {} })
    }
    take()
    hub.statusUpdate(alice, { changes: { status: 'away' } })
    expect(take()).toHaveLength(60 * 2)
    hub.statusUpdate(alice, { changes: { status: 'busy' }, pin: true })
    // And one `self` to the person's other session.
    expect(take()).toHaveLength((60 + 40) * 2 + 1)
  })

  it('a burst of frames is one message a connection and turn of the loop', () => {
    const { join } = converse()
    const bob = join('bob')
    bob.say({ t: 'rollCall', r: 'room' })
    bob.heard()
    const ann = join('ann')
    const before = bob.messages().length
    ann.say(
      { t: 'state', r: 'room', c: 1, d: {} },
      ...Array.from({ length: 20 }, (_, index) => ({ t: 'patch', r: 'room', c: index + 2, d: { index } })),
    )
    expect(bob.messages()).toHaveLength(before + 1)
    expect(bob.heard()).toHaveLength(21)
  })

  it('in a large room the merge window grows with those who see it: one at once, then the newest', () => {
    const { hub, clock, open, take } = countingHub()
    const alice = open('alice')
    const room = 'crowd'
    for (let index = 0; index < 1_000; index += 1) hub.rollCall(open(`viewer${index}`), { type: 'rollCall', room })
    hub.state(alice, { type: 'state', room, seq: 1, presence: { x: 0 } })
    take()
    for (let x = 1; x <= 100; x += 1) {
      hub.patch(alice, { type: 'patch', room, seq: 1 + x, presence: { x } })
      clock.advance(30)
    }
    clock.advance(1_000)
    const deliveries = take()
    expect(deliveries.length / 1_000).toBe(4)
    expect(deliveries.at(-1)?.outgoing.frame).toMatchObject({ presence: { x: 100 } })
  })

  it('who waits costs nothing: a session away has no frame made for it', () => {
    const { hub, open, take, clock } = countingHub()
    const alice = open('alice')
    const bob = open('bob')
    hub.follow(bob, ['alice'])
    hub.detach(bob, clock.wall())
    take()
    hub.statusUpdate(alice, { changes: { activity: 'Coding' } })
    expect(take()).toEqual([])
  })
})
