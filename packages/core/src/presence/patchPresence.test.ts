import { describe, expect, test } from 'vitest'
import { patchPresence } from './patchPresence.ts'

describe('a patch of presence', () => {
  test('sets the keys it names, removes those it says, and keeps the rest as they are', () => {
    const kept = { line: 3 }
    const base = { cursor: 1, kept, file: 'a.ts' }
    const next = patchPresence(base, { presence: { cursor: 2, color: 'red' }, removed: ['file', 'unknown'] })
    expect(next).toEqual({ cursor: 2, kept: { line: 3 }, color: 'red' })
    expect(next['kept']).toBe(kept)
    expect(base).toEqual({ cursor: 1, kept: { line: 3 }, file: 'a.ts' })
    expect(patchPresence(base, { removed: ['file'] })).toEqual({ cursor: 1, kept: { line: 3 } })
    expect(patchPresence(base, { presence: { cursor: 2 } })).toEqual({ cursor: 2, kept: { line: 3 }, file: 'a.ts' })
  })

  test('of equal values, or of nothing, gives the same object', () => {
    const base = { cursor: { x: 1 } }
    expect(patchPresence(base, {})).toBe(base)
    expect(patchPresence(base, { presence: { cursor: { x: 1 } }, removed: ['unknown'] })).toBe(base)
  })

  test('takes null for a value, and a key called like something inherited for a key', () => {
    expect(patchPresence({}, { presence: { toString: null } })).toEqual({ toString: null })
    const base = {}
    expect(patchPresence(base, { removed: ['toString'] })).toBe(base)
  })

  test('keeps a copy that nobody can change', () => {
    const said = { cursor: { x: 1 } }
    const next = patchPresence({}, { presence: said })
    said.cursor.x = 2
    expect(next).toEqual({ cursor: { x: 1 } })
    expect([Object.isFrozen(next), Object.isFrozen(next['cursor'])]).toEqual([true, true])
  })
})
