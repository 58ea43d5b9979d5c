import { describe, expect, test } from 'vitest'
import { NO_CLAIMS, claimsReducer, selectPublished, selectWantsPresence, type ClaimsEvent } from './claims.ts'

const after = (...events: readonly ClaimsEvent[]) => events.reduce(claimsReducer, NO_CLAIMS)
const claimed = (id: number, presence = {}): ClaimsEvent => ({ type: 'claimed', id, presence })
const at = (documentId: string) =>
  ({ type: 'document', documentId, path: [], lastActiveAt: '2026-01-01T00:00:00Z' }) as const

describe('claims', () => {
  test('the session is wanted in the room exactly while somebody claims it', () => {
    expect(selectWantsPresence(NO_CLAIMS)).toBe(false)
    expect(selectWantsPresence(after(claimed(1), claimed(2), { type: 'released', id: 1 }))).toBe(true)
    expect(selectWantsPresence(after(claimed(1), { type: 'released', id: 1 }))).toBe(false)
  })

  test('merge in order of claiming, the last wins per key, and what is let go of shows what was below', () => {
    const both = after({ type: 'begun', initial: { z: 0, a: 0 } }, claimed(1, { a: 1, b: 1 }), claimed(2, { b: 2 }))
    expect(selectPublished(both)).toEqual({ z: 0, a: 1, b: 2 })
    expect(selectPublished(claimsReducer(both, { type: 'released', id: 2 }))).toEqual({ z: 0, a: 1, b: 1 })
  })

  test('an update lies over all claims; undefined takes a key away, null is a value', () => {
    const state = after(claimed(1, { a: 1, b: 1, c: 1 }), { type: 'updated', patch: { a: null, b: undefined } })
    expect(selectPublished(state)).toEqual({ a: null, c: 1 })
  })

  test('reports of several parts are joined; none at all is silence, an empty one is "here, but nowhere"', () => {
    const two = after(claimed(1), claimed(2))
    expect(selectPublished(two)).toEqual({})
    const nowhere = claimsReducer(two, { type: 'reported', id: 1, locations: [] })
    expect(selectPublished(nowhere)).toEqual({ locations: [] })
    const some = [
      { type: 'reported', id: 1, locations: [at('a')] },
      { type: 'reported', id: 2, locations: [at('b')] },
    ] as const
    expect(selectPublished(some.reduce(claimsReducer, two))['locations']).toEqual([at('a'), at('b')])
  })

  test('an explicit leave holds for new claims too, until somebody enters', () => {
    const left = after(claimed(1), { type: 'left' }, claimed(2))
    expect(selectWantsPresence(left)).toBe(false)
    expect(selectWantsPresence(claimsReducer(left, { type: 'entered', presence: undefined }))).toBe(true)
  })

  test('an explicit leave is forgotten once all claims are gone, and without claims there is nothing to leave', () => {
    const gone = after(claimed(1), { type: 'left' }, { type: 'released', id: 1 }, claimed(2))
    expect(selectWantsPresence(gone)).toBe(true)
    expect(after({ type: 'left' })).toBe(NO_CLAIMS)
  })

  test('keeps the same object when nothing changes', () => {
    const state = after(claimed(1, { a: 1 }))
    expect(claimsReducer(state, { type: 'changed', id: 1, presence: { a: 1 } })).toBe(state)
    expect(claimsReducer(state, { type: 'changed', id: 9, presence: { a: 2 } })).toBe(state)
    expect(claimsReducer(state, { type: 'reported', id: 1, locations: undefined })).toBe(state)
    expect(claimsReducer(state, { type: 'released', id: 9 })).toBe(state)
  })
})
