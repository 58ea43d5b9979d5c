import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { converse, type Wire } from './conversation.contract.ts'

/** Mallory misbehaves while Bob watches Ann. */
function bystanders(options: Parameters<typeof converse>[0] = {}) {
  const conversation = converse(options)
  const ann = conversation.join('ann')
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' }, { t: 'follow', ids: ['ann'] })
  ann.say({ t: 'state', r: 'room', c: 1, d: {} })
  bob.heard()
  let seq = 1
  return {
    ...conversation,
    mallory: conversation.join('mallory'),
    /** Ann and Bob are as they should be. */
    expectUndisturbed: () => {
      seq += 1
      ann.say({ t: 'patch', r: 'room', c: seq, n: seq, d: { seq } })
      expect(ann.heardOf('ack')).toEqual([{ t: 'ack', n: seq }])
      expect(bob.heard()).toMatchObject([{ t: 'patch', sid: ann.sid, d: { seq } }])
    },
  }
}

const BAD_FRAMES: readonly (readonly [what: string, text: string, code: string])[] = [
  ['no JSON', '{"t":', 'bad_frame'],
  ['a number', '42', 'bad_frame'],
  ['null', 'null', 'bad_frame'],
  ['no type', '{"n":1}', 'bad_frame'],
  ['an unknown type', '{"t":"nonsense"}', 'bad_frame'],
  ['a type from the prototype', '{"t":"constructor"}', 'bad_frame'],
  ['a room of the wrong type', '{"t":"rollCall","r":7}', 'bad_frame'],
  ['a room id with a space', '{"t":"rollCall","r":"a b"}', 'invalid_room'],
  ['a room id too long', `{"t":"rollCall","r":"${'r'.repeat(129)}"}`, 'invalid_room'],
  ['a counter of zero', '{"t":"state","r":"room","c":0,"d":{}}', 'bad_frame'],
  ['a counter beyond safe integers', '{"t":"state","r":"room","c":9007199254740993,"d":{}}', 'bad_frame'],
  ['__proto__ in user content', '{"t":"state","r":"room","c":1,"d":{"a":{"__proto__":{"polluted":1}}}}', 'bad_frame'],
  ['constructor in metadata', '{"t":"statusUpdate","m":{"constructor":1}}', 'bad_frame'],
  ['content over 4 KiB', `{"t":"state","r":"room","c":1,"d":{"x":"${'x'.repeat(4_100)}"}}`, 'data_too_large'],
  ['a status text over 140', `{"t":"statusUpdate","st":"${'x'.repeat(141)}"}`, 'data_too_large'],
  ['ids of the wrong type', '{"t":"follow","ids":"ann"}', 'bad_frame'],
  ['a position that is none', '{"t":"move","r":"room","at":[1]}', 'bad_frame'],
]

describe('misuse after hello (T10, T11)', () => {
  it.each(BAD_FRAMES)('%s is answered, survived, and disturbs nobody', (_what, text, code) => {
    const { mallory, expectUndisturbed } = bystanders()
    mallory.sayText(text)
    expect(mallory.heard()).toMatchObject([{ t: 'error', code }])
    mallory.say({ t: 'ping' })
    expect(mallory.heard()).toEqual([{ t: 'pong' }])
    expectUndisturbed()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('ignores unknown keys, and forbidden ones at the top of a frame', () => {
    const { mallory } = bystanders()
    mallory.sayText('{"t":"rollCall","r":"room","n":1,"later":true,"__proto__":{"x":1},"constructor":2}')
    expect(mallory.heardOf('ack')).toEqual([{ t: 'ack', n: 1 }])
  })

  it('repeats the request number of a bad frame where it is readable', () => {
    const { mallory } = bystanders()
    mallory.say({ t: 'state', r: 'room', c: 'one', n: 7, d: {} }, { t: 'patch', r: 5, n: 'eight' })
    expect(mallory.heard().map(({ n }) => n)).toEqual([7, undefined])
  })

  it('an empty batch does nothing; one bad frame in a batch does not stop the rest', () => {
    const { mallory } = bystanders()
    mallory.sayText('[]')
    expect(mallory.heard()).toEqual([])
    mallory.sayText('[{"t":"ping"},7,{"t":"dismiss","r":"room","n":3}]')
    expect(mallory.heard()).toMatchObject([{ t: 'pong' }, { t: 'error', code: 'bad_frame' }, { t: 'ack', n: 3 }])
  })

  it('nine malformed frames in a minute are answered, the tenth closes with 4508', () => {
    const { mallory, pass, expectUndisturbed } = bystanders()
    for (let index = 0; index < 9; index += 1) mallory.sayText('{')
    pass(60_000)
    for (let index = 0; index < 9; index += 1) mallory.sayText('{')
    expect(mallory.heard()).toHaveLength(18)
    mallory.sayText('{')
    expect(mallory.closed()).toEqual({ code: 4508, reason: 'too_many_errors' })
    expectUndisturbed()
  })

  it('unknown types do not count: newer clients may speak them', () => {
    const { mallory } = bystanders()
    for (let index = 0; index < 30; index += 1) mallory.say({ t: 'newer' })
    expect(mallory.heard()).toHaveLength(30)
    expect(mallory.closed()).toBeUndefined()
  })

  it('a message over 16 KiB closes with 1009, also before hello (T12)', () => {
    const { mallory, connect, expectUndisturbed } = bystanders()
    const long = JSON.stringify([{ t: 'ping', x: 'é'.repeat(8_190) }])
    mallory.sayText(long)
    expect(mallory.closed()).toEqual({ code: 1009, reason: 'too_large' })
    const stranger = connect()
    stranger.sayText(long)
    expect(stranger.closed()?.code).toBe(1009)
    expectUndisturbed()
  })

  it('a batch of more than 256 frames is one bad frame', () => {
    const { mallory } = bystanders()
    mallory.say(...Array.from({ length: 257 }, () => ({ t: 'ping' })))
    expect(mallory.heard()).toMatchObject([{ t: 'error', code: 'bad_frame' }])
  })

  it('texts are shown to others without controls and bidi overrides, names normalised, avatars https only (T22)', () => {
    const { join } = converse({
      open: true,
      authenticator: {
        authenticate: ({ token = '' }) => ({
          userId: token,
          info: { name: 'A\u0000\u202Enn e\u0301', avatar: 'javascript:alert(1)' },
        }),
      },
    })
    const ann = join('ann', { token: 'ann', st: '\u202Ehi\u0007' })
    expect(ann.welcome['i']).toEqual({ name: 'Ann \u00E9' })
    const bob = join('bob', { token: 'bob' })
    bob.say({ t: 'follow', ids: ['ann'] })
    expect(bob.heard()).toMatchObject([{ users: [{ st: 'hi' }] }])
  })

  it('an error of ours is answered with a number, and nothing of it leaks (T23)', async () => {
    const { join, clock } = converse({
      authorizeRoom: () => {
        throw new Error('password=secret')
      },
    })
    const ann = join('ann')
    ann.say({ t: 'rollCall', r: 'room', n: 1 })
    await clock.advanceAsync(0)
    const frames = ann.heard()
    expect(frames).toMatchObject([{ t: 'error', n: 1, code: 'auth_unavailable' }])
    expect(JSON.stringify(frames)).not.toContain('secret')
  })
})

describe('arbitrary input (INV-19)', () => {
  const types = [
    'hello',
    'auth',
    'bye',
    'ping',
    'pong',
    'rollCall',
    'dismiss',
    'state',
    'patch',
    'disconnect',
    'typing',
  ]
  const key = fc.constantFrom(
    'r',
    'c',
    'n',
    'd',
    'rm',
    'ty',
    'idle',
    'on',
    'in',
    'at',
    's',
    'st',
    'm',
    'ids',
    'pin',
    'until',
  )
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('room', 'other', 1, 2, {}, [], true, ['mallory'], 'invisible', null),
  )
  const almostFrame = fc
    .tuple(fc.constantFrom(...types, 'move', 'statusUpdate', 'follow', 'unfollow'), fc.dictionary(key, value))
    .map(([t, rest]): Wire => ({ ...rest, t }))
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    almostFrame.map((frame) => JSON.stringify(frame)),
  )

  it('never throws, and never disturbs another connection', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const { mallory, expectUndisturbed, connect, pass } = bystanders()
        const stranger = connect()
        for (const one of texts) {
          mallory.sayText(one)
          stranger.sayText(one)
        }
        pass(100)
        expectUndisturbed()
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
