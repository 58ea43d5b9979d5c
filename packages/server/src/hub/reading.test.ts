import { createTestClock, createTestRandom } from '@rollcall/core/testing'
import { describe, expect, it } from 'vitest'
import { memoryBackplane } from '../backplane/memoryBackplane.ts'
import { createPresenceHub } from './createPresenceHub.ts'
import type { Attachment, HubHooks, PresenceHubOptions, StatusRequest } from './hub.ts'

const WALL = 1_767_225_600_000

function aHub(hooks: HubHooks = {}) {
  const clock = createTestClock()
  const backplane = memoryBackplane()
  const errors: unknown[] = []
  const report = (error: unknown): void => void errors.push(error)
  const make = () => createPresenceHub({ clock, random: createTestRandom(9), backplane, hooks, report })
  const hub = make()
  let opened = 0
  const open = (userId: string, status: StatusRequest = { changes: {} }): Attachment => {
    const recipient = { receive: () => {}, close: () => {}, lastContactAt: () => clock.wall() }
    const nextResumeHash = `hash${(opened += 1)}`
    return hub.open({ userId, info: { name: userId }, recipient, nextResumeHash, status }).attachment
  }
  const enter = (attachment: Attachment, presence = {}): void =>
    hub.state(attachment, { type: 'state', room: 'room', seq: 1, presence })
  return { hub, clock, open, enter, errors, restart: make }
}

describe('reading a room (PROTOCOL.md, chapter 7)', () => {
  it('gives members with their sessions, folded as others see them', () => {
    const { hub, clock, open, enter } = aHub()
    const first = open('ann', { changes: { status: 'away', activity: 'Idle' }, idleMs: 400_000 })
    const second = open('ann', { changes: { activity: 'Coding' }, idleMs: 1_000 })
    enter(first, { x: 1 })
    clock.advance(1_000)
    enter(second)
    enter(open('bob'))
    expect(hub.members('room')).toEqual([
      {
        userId: 'ann',
        info: { name: 'ann' },
        status: 'online',
        activity: 'Coding',
        lastActiveAt: WALL - 1_000,
        lastSeenAt: WALL + 1_000,
        sessions: [
          { sessionId: first.sessionId, status: 'away', presence: { x: 1 }, enteredAt: WALL },
          { sessionId: second.sessionId, status: 'online', presence: {}, enteredAt: WALL + 1_000 },
        ],
      },
      expect.objectContaining({ userId: 'bob' }),
    ])
    expect(hub.count('room')).toEqual({ members: 2, sessions: 3 })
    expect(hub.member('room', 'ann')).toEqual(hub.members('room')[0])
    expect([hub.member('room', 'nobody'), hub.member('elsewhere', 'ann')]).toEqual([undefined, undefined])
    expect(hub.members('elsewhere')).toEqual([])
    expect(hub.count('elsewhere')).toEqual({ members: 0, sessions: 0 })
  })

  it('does not know invisible people, anywhere (T9)', () => {
    const { hub, clock, open, enter } = aHub()
    const ann = open('ann')
    enter(ann)
    clock.advance(5_000)
    hub.statusUpdate(ann, { changes: { status: 'invisible' } })
    clock.advance(5_000)
    expect(hub.members('room')).toEqual([])
    expect(hub.member('room', 'ann')).toBeUndefined()
    expect(hub.count('room')).toEqual({ members: 0, sessions: 0 })
    expect(hub.people(['ann'])).toEqual([
      { userId: 'ann', info: { name: 'ann' }, status: 'offline', lastSeenAt: WALL + 5_000 },
    ])
  })

  it('gives people in the order asked: online, offline with last seen, never seen', () => {
    const { hub, clock, open } = aHub()
    const ann = open('ann')
    hub.leave(ann, 'leave')
    clock.advance(1_000)
    open('bob')
    expect(hub.people(['never', 'bob', 'ann'])).toEqual([
      { userId: 'never', status: 'offline' },
      { userId: 'bob', info: { name: 'bob' }, status: 'online', lastSeenAt: WALL + 1_000 },
      { userId: 'ann', info: { name: 'ann' }, status: 'offline', lastSeenAt: WALL },
    ])
  })

  it('last seen survives a restart where the backplane keeps it, and never decreases (INV-42)', () => {
    const { hub, clock, open, restart } = aHub()
    clock.advance(10_000)
    hub.leave(open('ann'), 'leave')
    clock.skew(-3_600_000)
    hub.leave(open('ann'), 'leave')
    hub.dispose()
    expect(restart().people(['ann'])).toMatchObject([{ lastSeenAt: WALL + 10_000 }])
  })
})

describe('presence without a connection', () => {
  const bot = { userId: 'bot', info: { name: 'Bot' }, room: 'room', key: 'k' }

  it('enters, is renewed by the same key, and ends after its time with no further hold', () => {
    const { hub, clock } = aHub()
    const first = hub.keep({ ...bot, presence: { step: 1 }, ttlMs: 60_000 })
    clock.advance(50_000)
    const renewed = hub.keep({ ...bot, presence: { step: 2 }, ttlMs: 60_000, changes: { activity: 'Building' } })
    expect(renewed.sessionId).toBe(first.sessionId)
    clock.advance(59_999)
    expect(hub.members('room')).toMatchObject([{ activity: 'Building', sessions: [{ presence: { step: 2 } }] }])
    clock.advance(1)
    expect(hub.members('room')).toEqual([])
    expect(hub.people(['bot'])).toMatchObject([{ status: 'offline', lastSeenAt: WALL + 50_000 }])
    expect(hub.keep(bot).sessionId).not.toBe(first.sessionId)
  })

  it('stays until it leaves where no time is given; other keys are other sessions', () => {
    const { hub, clock } = aHub()
    const one = hub.keep(bot)
    hub.keep({ ...bot, key: 'other' })
    clock.advance(1e9)
    expect(hub.count('room')).toEqual({ members: 1, sessions: 2 })
    one.leave()
    one.leave()
    expect(hub.count('room')).toEqual({ members: 1, sessions: 1 })
    expect(hub.tableSizes()).toMatchObject({ sessions: 1, keptSessions: 1 })
  })

  it('refuses what a statusUpdate refuses, and leaves nothing behind', () => {
    const { hub, clock } = aHub()
    expect(() => hub.keep({ ...bot, changes: { status: 'offline' } })).toThrow(
      expect.objectContaining({ code: 'bad_frame' }),
    )
    expect(hub.sessionCount()).toEqual({ attached: 0, held: 0 })
    expect(clock.pending()).toBe(0)
  })
})

describe('folding by the application', () => {
  const foldedBy = (fold: NonNullable<PresenceHubOptions['aggregate']>) => {
    const errors: unknown[] = []
    const clock = createTestClock()
    const ports = { clock, random: createTestRandom(9), backplane: memoryBackplane() }
    const hub = createPresenceHub({ ...ports, aggregate: fold, report: (error) => void errors.push(error) })
    hub.keep({ userId: 'ann', info: {}, key: 'k', changes: { activity: 'Coding' } })
    return { hub, errors }
  }

  it('decides what others see', () => {
    const { hub } = foldedBy((sessions) => ({ status: 'online', activity: `${[...sessions].length} windows` }))
    expect(hub.people(['ann'])).toMatchObject([{ activity: '1 windows' }])
  })

  it('that throws is reported, and the default decides', () => {
    const { hub, errors } = foldedBy(() => {
      throw new Error('of the application')
    })
    expect(hub.people(['ann'])).toMatchObject([{ activity: 'Coding' }])
    expect(errors).toContainEqual(new Error('of the application'))
  })
})

describe('hooks of the application', () => {
  it('hear of entering, leaving and emptiness', () => {
    const heard: string[] = []
    const { hub, open, enter } = aHub({
      onEnter: ({ room, userId }) => heard.push(`${userId} entered ${room}`),
      onLeave: ({ room, userId }) => heard.push(`${userId} left ${room}`),
      onEmpty: (room) => heard.push(`${room} is empty`),
    })
    const ann = open('ann')
    enter(ann)
    hub.leave(ann, 'leave')
    expect(heard).toEqual(['ann entered room', 'ann left room', 'room is empty'])
  })

  it('that throw harm nobody', () => {
    const { hub, open, enter, errors } = aHub({
      onEnter: () => {
        throw new Error('of the application')
      },
    })
    enter(open('ann'))
    expect(hub.count('room')).toEqual({ members: 1, sessions: 1 })
    expect(errors).toEqual([new Error('of the application')])
  })
})

describe('memory (INV-20, T18)', () => {
  it('is as empty after everybody has gone as it was before', () => {
    const { hub, clock, open, enter } = aHub()
    const people = Array.from({ length: 20 }, (_, index) => open(`u${index}`))
    for (const one of people) {
      enter(one)
      hub.rollCall(one, { type: 'rollCall', room: 'room' })
      hub.follow(one, ['u0', 'u1', 'nobody'])
      hub.statusUpdate(one, { changes: { activity: 'x' } })
      hub.statusUpdate(one, { changes: { activity: 'y' } })
      hub.detach(one, clock.wall())
    }
    expect(hub.sessionCount()).toEqual({ attached: 0, held: 20 })
    clock.advance(60_000)
    expect(hub.sessionCount()).toEqual({ attached: 0, held: 0 })
    expect(hub.tableSizes()).toEqual({ sessions: 0, people: 0, rooms: 0, resumeTokens: 0, keptSessions: 0 })
    expect(clock.pending()).toBe(0)
  })

  it('late calls of connections that are gone have no effect (INV-39)', () => {
    const { hub, clock, open, enter } = aHub()
    const ann = open('ann')
    hub.leave(ann, 'leave')
    enter(ann)
    hub.detach(ann, clock.wall())
    hub.statusUpdate(ann, { changes: { status: 'busy' }, pin: true })
    hub.follow(ann, ['bob'])
    hub.listen(ann)
    expect(hub.isCurrent(ann)).toBe(false)
    expect(hub.count('room')).toEqual({ members: 0, sessions: 0 })
    expect(clock.pending()).toBe(0)
  })
})
