import { describe, expect, it } from 'vitest'
import { converse, type Party } from './conversation.contract.ts'

/** Ann in the room, seen by Bob, who follows her too. */
function annAndBob() {
  const conversation = converse()
  const ann = conversation.join('ann')
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['ann'] })
  ann.say({ t: 'state', r: 'room', c: 1, d: { x: 1 } }, { t: 'rollCall', r: 'room' })
  bob.heard()
  ann.heard()
  const resume = (party: Party, user = 'ann') => conversation.join(user, { resume: party.welcome['resume'] })
  return { ...conversation, ann, bob, resume }
}

describe('resume (PROTOCOL.md, chapter 3)', () => {
  it('within 60 s gives the same session, its rooms and follows, and no frame to anybody (INV-37)', () => {
    const { ann, bob, pass, resume } = annAndBob()
    // A pong has proved that the pictures arrived; else they would be sent again.
    pass(15_000)
    ann.drop()
    pass(59_999)
    const again = resume(ann)
    expect(again.welcome).toMatchObject({ resumed: true, sid: ann.sid })
    expect(again.welcome['resume']).not.toBe(ann.welcome['resume'])
    expect(again.heard()).toEqual([])
    pass(300_000)
    expect(bob.heard()).toEqual([])
    again.say({ t: 'patch', r: 'room', c: 2, n: 1, d: { x: 2 } })
    expect(again.heard()).toEqual([{ t: 'ack', n: 1 }])
    expect(bob.heard()).toMatchObject([{ t: 'patch', sid: ann.sid, c: 2, d: { x: 2 } }])
  })

  it('after 60 s gives a fresh one; followers hear exactly one x and one o', () => {
    const { ann, bob, pass, resume } = annAndBob()
    ann.drop()
    pass(60_000)
    const again = resume(ann)
    expect(again.welcome).toMatchObject({ resumed: false })
    expect(again.sid).not.toBe(ann.sid)
    pass(300_000)
    expect(bob.heard().map(({ t }) => t)).toEqual(['disconnect', 'x', 'o'])
  })

  it('at the boundary is either resumed or fresh, never both (F3)', () => {
    for (const ms of [59_998, 59_999, 60_000, 60_001]) {
      const { ann, bob, pass, resume } = annAndBob()
      ann.drop()
      pass(ms)
      const { resumed } = resume(ann).welcome
      expect(bob.heardOf('x')).toHaveLength(resumed === true ? 0 : 1)
    }
  })

  it('sends what was missed, unasked: the newest value of each session and person', () => {
    const { ann, bob, join, pass, resume } = annAndBob()
    const cleo = join('cleo')
    const dora = join('dora')
    const early = join('early')
    ann.say({ t: 'follow', ids: ['cleo', 'early', 'bob'] })
    early.say({ t: 'state', r: 'room', c: 1, d: {} })
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    ann.heard()
    // Everything up to here has surely arrived.
    pass(15_000)
    ann.drop()
    cleo.say({ t: 'state', r: 'room', c: 1, d: { v: 1 } }, { t: 'patch', r: 'room', c: 2, d: { v: 2 } })
    cleo.say({ t: 'statusUpdate', a: 'Coding' })
    dora.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'disconnect', r: 'room', c: 2 })
    early.say({ t: 'bye', reason: 'leave' })
    const again = resume(ann)
    const frames = again.heard()
    expect(frames).toHaveLength(3)
    expect(frames).toContainEqual(expect.objectContaining({ t: 'disconnect', sid: early.sid, reason: 'left' }))
    expect(frames).toContainEqual(expect.objectContaining({ t: 'state', sid: cleo.sid, d: { v: 2 } }))
    const [sync] = frames.filter(({ t }) => t === 'sync')
    expect(sync?.['users']).toEqual([
      expect.objectContaining({ id: 'cleo', a: 'Coding' }),
      expect.objectContaining({ id: 'early', s: 'offline' }),
    ])
  })

  it('tells of somebody who left and came back meanwhile as one state, not as leave and enter', () => {
    const { ann, bob, pass, resume } = annAndBob()
    bob.say({ t: 'state', r: 'room', c: 1, d: { v: 1 } })
    pass(15_000)
    ann.drop()
    bob.say({ t: 'disconnect', r: 'room', c: 2 }, { t: 'state', r: 'room', c: 3, d: { v: 2 } })
    expect(resume(ann).heard()).toMatchObject([{ t: 'state', sid: bob.sid, c: 3, d: { v: 2 } }])
  })

  it('tells of the leaving of somebody whose entering was heard but not proved', () => {
    const { ann, bob, pass, resume } = annAndBob()
    pass(15_000)
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    expect(ann.heardOf('state')).toHaveLength(1)
    ann.drop()
    bob.say({ t: 'disconnect', r: 'room', c: 2 })
    expect(resume(ann).heard()).toMatchObject([{ t: 'disconnect', sid: bob.sid }])
  })

  it('sends again what may have been lost with the old connection, though it was written', () => {
    const { ann, bob, pass, resume } = annAndBob()
    pass(15_000)
    // The network is gone, and nobody has noticed: this frame goes nowhere.
    ann.channel.onText(() => {})
    bob.say({ t: 'state', r: 'room', c: 1, d: { lost: true } })
    const again = resume(ann)
    expect(again.heardOf('state')).toMatchObject([{ sid: bob.sid, d: { lost: true } }])
    pass(15_000)
    expect(resume(again).heardOf('state')).toEqual([])
  })

  it('sends the whole picture where the answer to the roll call itself may be lost', () => {
    const { bob, join, resume } = annAndBob()
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    const cleo = join('cleo')
    cleo.say({ t: 'rollCall', r: 'room' })
    cleo.drop()
    expect(
      resume(cleo, 'cleo')
        .heard()
        .map(({ t }) => t),
    ).toEqual(['state', 'state', 'synced'])
  })

  it('tells of a session that went, came back and went again while nobody told it', () => {
    const { ann, bob, pass, resume } = annAndBob()
    pass(15_000)
    bob.drop()
    ann.say({ t: 'disconnect', r: 'room', c: 2 })
    ann.say({ t: 'state', r: 'room', c: 3, d: {} })
    ann.say({ t: 'disconnect', r: 'room', c: 4 })
    expect(resume(bob, 'bob').heardOf('disconnect')).toMatchObject([{ sid: ann.sid, reason: 'left' }])
  })

  it('does not take an earlier pong for proof of a later picture', () => {
    const { bob, join, pass, resume } = annAndBob()
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    const cleo = join('cleo')
    pass(15_000)
    cleo.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['ann'] })
    cleo.drop()
    const types = resume(cleo, 'cleo')
      .heard()
      .map(({ t }) => t)
    expect(types).toEqual(['state', 'state', 'synced', 'sync'])
  })

  it('sends pictures of people again where the first ones may be lost', () => {
    const { join, resume } = annAndBob()
    const cleo = join('cleo')
    cleo.say({ t: 'follow', ids: ['ann'] })
    cleo.drop()
    expect(resume(cleo, 'cleo').heard()).toMatchObject([{ t: 'sync', users: [{ id: 'ann' }] }])
  })

  it('applies the status that hello carries, as one change', () => {
    const { ann, bob, join, pass } = annAndBob()
    ann.drop()
    pass(10_000)
    join('ann', { resume: ann.welcome['resume'], a: 'Coding' })
    expect(bob.heard()).toMatchObject([
      { t: 'patch', a: 'Coding' },
      { t: 'u', id: 'ann', a: 'Coding' },
    ])
  })
})

describe('the resume token (T7, INV-40)', () => {
  it('takes over a connection that only looks alive, and ends that one with 4503', () => {
    const { ann, bob, resume, pass } = annAndBob()
    const again = resume(ann)
    expect(again.welcome).toMatchObject({ resumed: true, sid: ann.sid })
    expect(ann.closed()).toEqual({ code: 4503, reason: 'session_replaced' })
    // The old one's close has no effect any more (INV-39).
    ann.drop()
    pass(120_000)
    expect(again.closed()).toBeUndefined()
    expect(bob.heard()).toEqual([])
  })

  it('is two-phase: a lost welcome costs nothing', () => {
    const { ann, bob, pass, resume } = annAndBob()
    ann.drop()
    const lost = resume(ann)
    lost.drop()
    pass(1_000)
    const again = resume(ann)
    expect(again.welcome).toMatchObject({ resumed: true, sid: ann.sid })
    pass(300_000)
    expect(bob.heard()).toEqual([])
  })

  it('dies with the first frame after the welcome', () => {
    const { ann, resume } = annAndBob()
    ann.drop()
    const again = resume(ann)
    again.say({ t: 'ping' })
    again.drop()
    expect(resume(ann).welcome).toMatchObject({ resumed: false })
    expect(resume(again).welcome).toMatchObject({ resumed: true, sid: ann.sid })
  })

  it('does not die by frames that were sent before the welcome', () => {
    const { ann, connect, resume } = annAndBob()
    ann.drop()
    const lost = connect()
    lost.say({ t: 'hello', v: 1, user: { id: 'ann' }, resume: ann.welcome['resume'] }, { t: 'ping' })
    expect(lost.welcome).toMatchObject({ resumed: true })
    lost.drop()
    expect(resume(ann).welcome).toMatchObject({ resumed: true, sid: ann.sid })
  })

  it('has one winner: whoever shows the same one at the same time gets a fresh session and no reason', () => {
    const { ann, resume } = annAndBob()
    ann.drop()
    const winner = resume(ann)
    const loser = resume(ann)
    expect([winner.welcome['resumed'], loser.welcome['resumed']]).toEqual([true, false])
    expect(winner.closed()).toBeUndefined()
    expect(loser.heard()).toEqual([])
  })

  it('is worth nothing to another user, who is told nothing and disturbs nobody', () => {
    const { ann, bob, pass, resume } = annAndBob()
    ann.drop()
    expect(resume(ann, 'mallory').welcome).toMatchObject({ resumed: false, id: 'mallory' })
    pass(30_000)
    expect(resume(ann).welcome).toMatchObject({ resumed: true, sid: ann.sid })
    expect(bob.heard()).toEqual([])
  })

  it('unknown, expired, used and foreign ones look alike', () => {
    const { ann, join, pass, resume } = annAndBob()
    const shape = (party: Party) => Object.keys(party.welcome)
    const unknown = join('ann', { resume: 'never issued' })
    const foreign = resume(ann, 'mallory')
    ann.drop()
    pass(60_000)
    const expired = resume(ann)
    expect([shape(unknown), shape(foreign)]).toEqual([shape(expired), shape(expired)])
    expect([unknown, foreign, expired].map(({ welcome }) => welcome['resumed'])).toEqual([false, false, false])
  })
})
