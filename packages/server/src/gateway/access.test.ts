import { describe, expect, it } from 'vitest'
import type { Authenticator, Rights } from '../auth/authenticator.ts'
import { coversRoom } from './accessPolicy.ts'
import { converse } from './conversation.contract.ts'

const withRights = (rights?: Rights): Authenticator => ({
  authenticate: ({ token = '' }) => ({ userId: token, info: {}, ...(rights === undefined ? {} : { rights }) }),
})

describe('access is denied by default (T8)', () => {
  it('with a message that names the three ways', () => {
    const { join } = converse({ authenticator: withRights(), open: false })
    const ann = join('ann', { token: 'ann' })
    ann.say(
      { t: 'rollCall', r: 'room', n: 1 },
      { t: 'state', r: 'room', c: 1, n: 2, d: {} },
      { t: 'follow', n: 3, ids: ['bob'] },
    )
    const errors = ann.heard()
    expect(errors.map(({ t, n, code }) => [t, n, code])).toEqual([
      ['error', 1, 'forbidden'],
      ['error', 2, 'forbidden'],
      ['error', 3, 'forbidden'],
    ])
    for (const { message } of errors) {
      expect(message).toContain('rights in the token')
      expect(message).toContain('authorizeRoom/authorizeFollow')
      expect(message).toContain('--open')
    }
  })

  it('a refused state is no entering, and its counter is not used up', () => {
    let isAllowed = false
    const { join, pass } = converse({ authorizeRoom: () => isAllowed })
    const ann = join('ann')
    ann.say({ t: 'state', r: 'room', c: 1, d: {} }, { t: 'patch', r: 'room', c: 2, n: 1, d: {} })
    expect(ann.heard()).toMatchObject([{ code: 'forbidden' }, { n: 1, code: 'conflict' }])
    isAllowed = true
    pass(60_000)
    ann.say({ t: 'state', r: 'room', c: 1, n: 2, d: {} })
    expect(ann.heard()).toEqual([{ t: 'ack', n: 2 }])
  })

  it('rights in the token decide, by room id or prefix, for seeing and entering apart', () => {
    const { join } = converse({
      authenticator: withRights({ rooms: { 'doc:*': ['see', 'enter'], lobby: ['see'] }, follow: ['bob'] }),
      open: true,
    })
    const ann = join('ann', { token: 'ann' })
    ann.say(
      { t: 'state', r: 'doc:1', c: 1, n: 1, d: {} },
      { t: 'rollCall', r: 'lobby', n: 2 },
      { t: 'state', r: 'lobby', c: 1, n: 3, d: {} },
      { t: 'rollCall', r: 'attic', n: 4 },
    )
    ann.say({ t: 'follow', n: 5, ids: ['bob', 'cleo'] })
    const answers = ann.heard().filter(({ n }) => n !== undefined)
    expect(answers.map(({ n, t }) => [n, t])).toEqual([
      [1, 'ack'],
      [2, 'ack'],
      [3, 'error'],
      [4, 'error'],
      [5, 'error'],
    ])
    expect(answers[4]).toMatchObject({ details: { ids: ['cleo'] } })
  })

  it.each([
    ['doc:1', 'see', true],
    ['doc:1', 'enter', false],
    ['doc', 'see', false],
    ['lobby', 'enter', true],
    ['lobby2', 'enter', false],
  ] as const)('rights cover %s for %s: %s', (room, action, expected) => {
    expect(coversRoom({ 'doc:*': ['see'], lobby: ['enter'] }, room, action)).toBe(expected)
  })

  it('an asynchronous callback keeps the order of frames, and is asked once a minute and room', async () => {
    const asked: string[] = []
    const { join, clock } = converse({
      authorizeRoom: (_viewer, room, action) => {
        asked.push(`${action} ${room}`)
        return Promise.resolve(true)
      },
    })
    const ann = join('ann')
    ann.say({ t: 'state', r: 'room', c: 1, n: 1, d: {} }, { t: 'patch', r: 'room', c: 2, n: 2, d: { x: 1 } })
    ann.say({ t: 'state', r: 'room', c: 3, n: 3, d: {} })
    await clock.advanceAsync(0)
    expect(ann.heard()).toEqual([1, 2, 3].map((n) => ({ t: 'ack', n })))
    expect(asked).toEqual(['enter room'])
    await clock.advanceAsync(60_000)
    ann.say({ t: 'state', r: 'room', c: 4, d: {} })
    await clock.advanceAsync(0)
    expect(asked).toHaveLength(2)
  })

  it('a callback that does not answer in 5 s is auth_unavailable, and what waits goes on (F32)', async () => {
    const { join, clock } = converse({ authorizeRoom: () => new Promise<boolean>(() => {}) })
    const ann = join('ann')
    ann.say({ t: 'rollCall', r: 'room', n: 1 }, { t: 'ping' })
    await clock.advanceAsync(5_000)
    expect(ann.heard()).toMatchObject([{ t: 'error', n: 1, code: 'auth_unavailable' }, { t: 'pong' }])
  })

  it('frames that pile up behind a callback end with 4006', () => {
    const { join } = converse({
      authorizeRoom: () => new Promise<boolean>(() => {}),
      limits: { waitingFrames: 50 },
    })
    const ann = join('ann')
    ann.say({ t: 'rollCall', r: 'room' })
    for (let index = 0; index < 51; index += 1) ann.say({ t: 'ping' })
    expect(ann.closed()).toEqual({ code: 4006, reason: 'overloaded' })
  })
})
