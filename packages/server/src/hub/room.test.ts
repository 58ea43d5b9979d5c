import { describe, expect, it } from 'vitest'
import { countVisible, createRoom, isUnused, rememberDeparted, type Departed } from './room.ts'
import { createSession, isStale, nextSeq, noteSeq } from './session.ts'

const departed = (sessionId: string, version: number, at: number): Departed => ({
  frame: { type: 'disconnect', room: 'room', sessionId, seq: 1, reason: 'left' },
  version,
  enteredVersion: 1,
  at,
})

describe('a room', () => {
  it('counts people and sessions', () => {
    const room = createRoom('room')
    countVisible(room, 'ann', 1)
    countVisible(room, 'ann', 1)
    countVisible(room, 'bob', 1)
    expect([room.visible.size, room.visibleSessions]).toEqual([2, 3])
    countVisible(room, 'ann', -1)
    countVisible(room, 'bob', -1)
    expect([room.visible.size, room.visibleSessions]).toEqual([1, 1])
  })

  it('remembers departures for a while and up to a number, and up to which version it has forgotten (T18)', () => {
    const room = createRoom('room')
    const bounds = { keptMs: 1_000, capacity: 3 }
    rememberDeparted(room, departed('a', 5, 0), bounds)
    rememberDeparted(room, departed('b', 6, 900), bounds)
    rememberDeparted(room, departed('c', 7, 1_001), bounds)
    expect([...room.departed.keys()]).toEqual(['b', 'c'])
    expect(room.forgottenVersion).toBe(5)
    rememberDeparted(room, departed('b', 8, 1_100), bounds)
    rememberDeparted(room, departed('d', 9, 1_100), bounds)
    rememberDeparted(room, departed('e', 10, 1_100), bounds)
    expect([...room.departed.keys()]).toEqual(['b', 'd', 'e'])
    expect(room.forgottenVersion).toBe(7)
  })

  it('is unused when nobody is in it and nobody looks', () => {
    const room = createRoom('room')
    expect(isUnused(room)).toBe(true)
    room.counting.add(createSession({ sessionId: 's', userId: 'u', keptAs: undefined }, 0))
    expect(isUnused(room)).toBe(false)
  })
})

describe('the counters of a session', () => {
  const note = (session: ReturnType<typeof createSession>, room: string, seq: number): void =>
    noteSeq(session, room, { seq, keptRooms: 2 })

  it('are apart for each room, and grow', () => {
    const session = createSession({ sessionId: 's', userId: 'u', keptAs: undefined }, 0)
    note(session, 'one', 4)
    expect([isStale(session, 'one', 4), isStale(session, 'one', 5), isStale(session, 'two', 1)]).toEqual([
      true,
      false,
      false,
    ])
    expect([nextSeq(session, 'one'), nextSeq(session, 'one'), nextSeq(session, 'two')]).toEqual([1, 2, 1])
  })

  it('are forgotten of rooms left longest ago, never of entered ones', () => {
    const session = createSession({ sessionId: 's', userId: 'u', keptAs: undefined }, 0)
    session.entered.add('home')
    for (const room of ['home', 'a', 'b', 'c', 'd']) note(session, room, 1)
    expect([...session.counters.keys()]).toEqual(['home', 'c', 'd'])
  })
})
