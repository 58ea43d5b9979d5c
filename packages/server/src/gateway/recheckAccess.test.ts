import { describe, expect, it } from 'vitest'
import type { Authenticator, Rights } from '../auth/authenticator.ts'
import { converse } from './conversation.contract.ts'

const ALL: Rights = { rooms: { '*': ['see', 'enter'] }, follow: ['*'] }

/** A token is the user's id, and what rights it carries is looked up. */
function createTokens() {
  const rights = new Map<string, Rights>()
  const authenticator: Authenticator = {
    authenticate: ({ token = '' }) => {
      const [userId = ''] = token.split(' ')
      return { userId, info: {}, rights: rights.get(token) ?? ALL }
    },
  }
  return { rights, authenticator }
}

/** What a callback allows, and what it does not any more. */
function createRules() {
  const denied = new Set<string>()
  return {
    denied,
    authorizeRoom: (_viewer: unknown, room: string, action: string) => !denied.has(`${action} ${room}`),
    authorizeFollow: (_viewer: unknown, userIds: readonly string[]) => userIds.filter((userId) => !denied.has(userId)),
  }
}

describe('a right that is taken away (T8)', () => {
  it('by a fresh token ends what the former one opened, at once, and nothing else', async () => {
    const { rights, authenticator } = createTokens()
    rights.set('ann less', { rooms: { lobby: ['see'], hall: ['see', 'enter'] }, follow: ['cleo'] })
    const { join, clock } = converse({ authenticator })
    const ann = join('ann', { token: 'ann' })
    const bob = join('bob', { token: 'bob' })
    const cleo = join('cleo', { token: 'cleo' })
    for (const r of ['lobby', 'hall', 'attic']) ann.say({ t: 'state', r, c: 1, d: {} }, { t: 'rollCall', r })
    ann.say({ t: 'follow', ids: ['bob', 'cleo'] })
    bob.say({ t: 'rollCall', r: 'lobby' }, { t: 'rollCall', r: 'hall' }, { t: 'state', r: 'attic', c: 1, d: {} })
    ann.heard()
    bob.heard()

    ann.say({ t: 'auth', n: 9, token: 'ann less' })
    await clock.advanceAsync(0)
    const heard = ann.heard()
    expect(heard.map(({ t, r, n }) => [t, r ?? n])).toEqual([
      ['error', undefined],
      ['disconnect', 'lobby'],
      ['error', undefined],
      ['disconnect', 'attic'],
      ['error', undefined],
      ['sync', undefined],
      ['error', undefined],
      ['ack', 9],
    ])
    expect(heard.filter(({ t }) => t === 'error').map(({ code, details }) => [code, details])).toEqual([
      ['forbidden', { room: 'attic', action: 'see' }],
      ['forbidden', { room: 'lobby', action: 'enter' }],
      ['forbidden', { room: 'attic', action: 'enter' }],
      ['forbidden', { ids: ['bob'] }],
    ])
    expect(heard).toContainEqual(expect.objectContaining({ t: 'disconnect', sid: ann.sid, reason: 'kicked' }))
    expect(heard).toContainEqual({ t: 'sync', users: [{ id: 'bob', s: 'offline', a: '', p: '', l: '' }] })
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', r: 'lobby', sid: ann.sid, reason: 'kicked' }])

    bob.say({ t: 'patch', r: 'attic', c: 2, d: { secret: 1 } }, { t: 'statusUpdate', a: 'Secret' })
    cleo.say({ t: 'statusUpdate', a: 'Coding' })
    expect(ann.heard()).toEqual([{ t: 'u', id: 'cleo', a: 'Coding' }])
  })

  it('by the application is gone as soon as it says so, for the user it names', () => {
    const { denied, ...rules } = createRules()
    const { join, server, settle } = converse(rules)
    const [ann, bob, cleo] = [join('ann'), join('bob'), join('cleo')]
    for (const party of [ann, cleo]) party.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['bob'] })
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    ann.heard()
    cleo.heard()

    denied.add('see room').add('bob')
    server.recheckAccess('ann')
    settle()
    expect(ann.heard().map(({ t }) => t)).toEqual(['error', 'sync', 'error'])
    bob.say({ t: 'patch', r: 'room', c: 2, d: { v: 1 } }, { t: 'statusUpdate', s: 'busy' })
    expect(ann.heard()).toEqual([])
    expect(cleo.heard().map(({ t }) => t)).toEqual(['patch', 'patch', 'u'])

    denied.add('enter room')
    server.recheckAccess()
    settle()
    expect(bob.heardOf('disconnect')).toMatchObject([{ sid: bob.sid, reason: 'kicked' }])
    bob.say({ t: 'state', r: 'room', c: 3, n: 1, d: {} })
    expect(bob.heardOf('error').at(-1)).toMatchObject({ n: 1, code: 'forbidden' })
    expect(server.hub.count('room')).toEqual({ members: 0, sessions: 0 })
  })

  it('while the connection was away: nothing that happened meanwhile is told', () => {
    const { rights, authenticator } = createTokens()
    rights.set('ann less', { rooms: {}, follow: [] })
    const { join, pass } = converse({ authenticator })
    const ann = join('ann', { token: 'ann' })
    const bob = join('bob', { token: 'bob' })
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    ann.say({ t: 'rollCall', r: 'room' }, { t: 'state', r: 'room', c: 1, d: {} }, { t: 'follow', ids: ['bob'] })
    ann.drop()
    bob.say({ t: 'patch', r: 'room', c: 2, d: { secret: 1 } }, { t: 'statusUpdate', a: 'Secret' })
    pass(1_000)
    const again = join('ann', { token: 'ann less', resume: ann.welcome['resume'] })
    expect(again.welcome).toMatchObject({ resumed: true })
    expect(again.heard().map(({ t }) => t)).toEqual(['error', 'disconnect', 'error', 'sync', 'error'])
    expect(again.messages().join('')).not.toContain('ecret')
  })

  it('leaves alone whom the application itself follows for them', async () => {
    const { denied, ...rules } = createRules()
    const { join, server, clock } = converse({ ...rules, following: () => ['bob'] })
    const bob = join('bob')
    const ann = join('ann')
    await clock.advanceAsync(0)
    ann.say({ t: 'follow', ids: ['cleo'] })
    ann.heard()
    denied.add('bob').add('cleo')
    server.recheckAccess()
    await clock.advanceAsync(0)
    expect(ann.heard()).toMatchObject([
      { t: 'sync', users: [{ id: 'cleo', s: 'offline' }] },
      { t: 'error', details: { ids: ['cleo'] } },
    ])
    bob.say({ t: 'statusUpdate', a: 'Coding' })
    expect(ann.heardOf('u')).toHaveLength(1)
  })

  it('is waited for where the application needs time; where it fails, all stays as it was', async () => {
    const answers: boolean[] = []
    let isFailing = false
    const { join, server, clock } = converse({
      authorizeRoom: () => {
        if (isFailing) return Promise.reject(new Error('the database is down'))
        return Promise.resolve(answers.shift() ?? true)
      },
    })
    const [ann, bob] = [join('ann'), join('bob')]
    ann.say({ t: 'rollCall', r: 'room' })
    bob.say({ t: 'state', r: 'room', c: 1, d: {} })
    await clock.advanceAsync(10)
    ann.heard()
    isFailing = true
    server.recheckAccess('ann')
    await clock.advanceAsync(10)
    expect(ann.heard()).toEqual([])
    bob.say({ t: 'patch', r: 'room', c: 2, d: { v: 1 } })
    await clock.advanceAsync(10)
    expect(ann.heardOf('patch')).toHaveLength(1)
    isFailing = false
    answers.push(false)
    server.recheckAccess('ann')
    await clock.advanceAsync(10)
    expect(ann.heard()).toMatchObject([{ t: 'error', code: 'forbidden', details: { room: 'room', action: 'see' } }])
  })
})
