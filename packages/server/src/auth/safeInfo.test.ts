import { describe, expect, it } from 'vitest'
import { safeInfo } from './safeInfo.ts'

describe('safeInfo', () => {
  it('keeps what is harmless', () => {
    const info = { name: 'Ada', avatar: 'https://example.com/ada.png', team: { id: 7 }, admin: true }
    expect(safeInfo(info)).toEqual(info)
  })

  it('T22: strips control characters and bidi overrides from texts and normalises them', () => {
    expect(safeInfo({ name: '\u202eadA\u0007\u009b ', title: 'e\u0301' })).toEqual({ name: 'adA', title: '\u00e9' })
  })

  it('T22: cuts a name to 128 code points, not in the middle of one', () => {
    expect(safeInfo({ name: '😀'.repeat(200) })).toEqual({ name: '😀'.repeat(128) })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.com/a.png',
    '/a.png',
    'http://example.com/a.png',
    'https://user:pass@example.com/a.png',
    `https://example.com/${'a'.repeat(512)}`,
    7,
  ])('T22: drops the avatar %s', (avatar) => {
    expect(safeInfo({ name: 'Ada', avatar })).toEqual({ name: 'Ada' })
  })

  it('T11: drops keys that reach a prototype', () => {
    const info: Record<string, unknown> = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"name":"Ada"}')
    const safe = safeInfo(info)
    expect(Object.keys(safe)).toEqual(['name'])
    expect(Object.getPrototypeOf(safe)).toBe(Object.prototype)
  })

  it('T12: keeps name and avatar alone where the whole is over 4 KiB', () => {
    expect(safeInfo({ name: 'Ada', bio: 'x'.repeat(5_000) })).toEqual({ name: 'Ada' })
  })
})
