import { describe, expect, it } from 'vitest'
import { decodeClientMessage, encodeClientFrame } from './clientCodec.ts'
import { decodePeerMessage } from './peerCodec.ts'
import { decodeServerMessage, encodeServerFrame } from './serverCodec.ts'

const problem = (frame: unknown) =>
  decodeClientMessage(typeof frame === 'string' ? frame : JSON.stringify(frame))[0]?.problem
const state = (d: unknown) => ({ t: 'state', r: 'a', c: 1, d })

describe('decoding what a client sent', () => {
  it('keeps every frame of a batch apart, so that one bad frame does not stop the rest', () => {
    const results = decodeClientMessage('[{"t":"pong"},{"t":"state"},7,{"t":"pong"}]')
    expect(results.map((result) => result.frame?.type ?? result.problem?.code)).toEqual([
      'pong',
      'bad_frame',
      'bad_frame',
      'pong',
    ])
  })

  it('reads an empty batch as nothing, which is legal', () => {
    expect(decodeClientMessage('[]')).toEqual([])
  })

  it.each([
    ['not JSON', '{', 'bad_frame', true],
    ['not an object', '7', 'bad_frame', true],
    ['null', 'null', 'bad_frame', true],
    ['no type', {}, 'bad_frame', true],
    ['a type that is no string', { t: 4 }, 'bad_frame', true],
    ['an unknown type, which does not count as malformed', { t: 'dance' }, 'bad_frame', false],
    ['a missing key', { t: 'state', r: 'a', c: 1 }, 'bad_frame', true],
    ['a known key of the wrong type', { t: 'typing', r: 'a', c: 1, on: 1 }, 'bad_frame', true],
    ['a room with forbidden characters', { t: 'rollCall', r: 'a b' }, 'invalid_room', false],
    ['a room that is too long', { t: 'rollCall', r: 'a'.repeat(129) }, 'invalid_room', false],
    ['a counter of 0', { t: 'disconnect', r: 'a', c: 0 }, 'bad_frame', true],
    ['a counter beyond safe integers', { t: 'disconnect', r: 'a', c: 2 ** 53 }, 'bad_frame', true],
    ['data over 4 KiB', state({ text: 'ä'.repeat(2_100) }), 'data_too_large', false],
    ['data deeper than 8', state({ a: { a: { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } } } }), 'bad_frame', true],
    ['an array over 256 items', state({ list: Array.from({ length: 257 }, () => 1) }), 'bad_frame', true],
    ['a long status text', { t: 'statusUpdate', st: 'x'.repeat(141) }, 'data_too_large', false],
    ['a pointer that is nowhere', { t: 'move', r: 'a', at: [1] }, 'bad_frame', true],
    ['an id with a control character', { t: 'follow', ids: ['a\u0000'] }, 'bad_frame', true],
  ])('answers %s with its code', (_title, frame, code, malformed) => {
    expect(problem(frame)).toMatchObject({ code, malformed })
  })

  it('refuses a message over 16 KiB before parsing it', () => {
    expect(problem(`"${'x'.repeat(16_384)}"`)?.code).toBe('too_large')
  })

  it('refuses a batch over 256 frames', () => {
    expect(problem(JSON.stringify(Array.from({ length: 257 }, () => ({ t: 'pong' }))))?.code).toBe('bad_frame')
  })

  it('repeats the request number of a bad frame where it is readable', () => {
    expect(problem({ t: 'state', n: 7 })?.request).toBe(7)
    expect(problem({ t: 'state', n: 'x' })).not.toHaveProperty('request')
  })

  it.each(['__proto__', 'constructor', 'prototype'])(
    'T11: refuses %s as a key of user data at any depth, and ignores it on top',
    (key) => {
      expect(problem(`{"t":"state","r":"a","c":1,"d":{"x":[{"${key}":1}]}}`)?.code).toBe('bad_frame')
      expect(decodeClientMessage(`{"t":"pong","${key}":{"polluted":true}}`)).toEqual([{ frame: { type: 'pong' } }])
    },
  )

  it('ignores unknown keys, which is how the protocol grows', () => {
    expect(decodeClientMessage('{"t":"rollCall","r":"a","colour":"red"}')).toEqual([
      { frame: { type: 'rollCall', room: 'a' } },
    ])
  })

  it('mends lone surrogates, so that every string is well-formed', () => {
    expect(decodeClientMessage(JSON.stringify({ t: 'statusUpdate', st: 'a\ud800b' }))).toEqual([
      { frame: { type: 'statusUpdate', changes: { statusText: 'a\uFFFDb' } } },
    ])
  })

  it('keeps null as an ordinary value of presence data', () => {
    expect(decodeClientMessage(JSON.stringify(state({ x: null })))).toEqual([
      { frame: { type: 'state', room: 'a', seq: 1, presence: { x: null } } },
    ])
  })

  it('gives typing its default input, and does not write it', () => {
    expect(decodeClientMessage('{"t":"typing","r":"a","c":1,"on":true}')[0]?.frame).toMatchObject({ input: '' })
    expect(encodeClientFrame({ type: 'typing', room: 'a', seq: 1, input: '', on: true })).toBe(
      '{"t":"typing","r":"a","c":1,"on":true}',
    )
  })

  it('does not hand out data that belongs to somebody else: what was decoded is a copy (INV-23)', () => {
    const posted = { t: 'state', r: 'a', sid: 's', id: 'u', c: 1, s: 'online', d: { list: [1] }, idle: 0, at: 0 }
    const [result] = decodePeerMessage(posted)
    posted.d.list.push(2)
    expect(result?.frame).toMatchObject({ presence: { list: [1] } })
  })
})

describe('the wire of the server', () => {
  it('writes one changed field and nothing else', () => {
    expect(encodeServerFrame({ type: 'changed', userId: 'A', changes: { activity: 'Coding' } })).toBe(
      '{"t":"u","id":"A","a":"Coding"}',
    )
  })

  it('writes "" for what a whole picture does not have, and reads it as unset', () => {
    const wire = encodeServerFrame({ type: 'appeared', person: { userId: 'A', status: 'online' } })
    expect(wire).toBe('{"t":"o","id":"A","s":"online","a":"","p":"","l":""}')
    expect(decodeServerMessage(wire)).toEqual([
      { frame: { type: 'appeared', person: { userId: 'A', status: 'online' } } },
    ])
  })

  it('reads a code of a newer server as internal, and keeps its message', () => {
    expect(decodeServerMessage('{"t":"error","code":"moon_phase","message":"full"}')[0]?.frame).toMatchObject({
      code: 'internal',
      message: 'full',
    })
  })

  it('does not hold a server to the default sizes: its own limits may be wider', () => {
    const wide = JSON.stringify({
      t: 'state',
      r: 'a',
      sid: 's',
      id: 'u',
      c: 1,
      s: 'online',
      d: { text: 'x'.repeat(20_000) },
      idle: 0,
      at: 0,
    })
    expect(decodeServerMessage(wide)[0]?.frame?.type).toBe('state')
  })
})
