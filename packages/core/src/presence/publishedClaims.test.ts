import { describe, expect, test } from 'vitest'
import type { PresenceLocation } from '../member/location.ts'
import { NO_CLAIMS, claimsReducer, selectPublished, type ClaimsEvent, type ClaimsState } from './claims.ts'

const after = (...events: readonly ClaimsEvent[]): ClaimsState => events.reduce(claimsReducer, NO_CLAIMS)
const at = (documentId: string): PresenceLocation => ({
  type: 'document',
  documentId,
  path: [],
  lastActiveAt: '2026-01-01T00:00:00Z',
})

describe('what is published of several claims', () => {
  test('changes with the one that changes, and with no other', () => {
    const both = after(
      { type: 'claimed', id: 1, presence: { cursor: 1, color: 'red' } },
      { type: 'claimed', id: 2, presence: { tool: 'pen' } },
    )
    const changed = claimsReducer(both, { type: 'changed', id: 1, presence: { cursor: 2 } })
    expect(selectPublished(changed)).toEqual({ cursor: 2, color: 'red', tool: 'pen' })
    // It is the same claim afterwards, and can be given back.
    expect(selectPublished(claimsReducer(changed, { type: 'released', id: 1 }))).toEqual({ tool: 'pen' })
    expect(claimsReducer(both, { type: 'changed', id: 1, presence: { cursor: 1 } })).toBe(both)
  })

  test('has no key that was removed, not even as undefined', () => {
    const state = after(
      { type: 'claimed', id: 1, presence: { cursor: 1, color: 'red' } },
      { type: 'updated', patch: { cursor: undefined } },
    )
    expect(Object.keys(selectPublished(state))).toEqual(['color'])
  })

  test('says each place once, in order of reporting; two places are two', () => {
    const state = after(
      { type: 'claimed', id: 1, presence: {} },
      { type: 'claimed', id: 2, presence: {} },
      { type: 'reported', id: 1, locations: [at('a'), at('b')] },
      { type: 'reported', id: 2, locations: [at('b'), at('c')] },
    )
    expect(selectPublished(state)).toEqual({ locations: [at('a'), at('b'), at('c')] })
  })
})
