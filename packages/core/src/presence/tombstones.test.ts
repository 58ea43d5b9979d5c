import { describe, expect, test } from 'vitest'
import type { GoneSession } from './presenceState.ts'
import { createTombstones } from './tombstones.ts'

const gone = (sessionId: string, seq = 1): GoneSession => ({ kind: 'gone', sessionId, seq, said: true })

describe('sessions that have gone', () => {
  test('are remembered by their last word, and forgotten when they live again', () => {
    const tombstones = createTombstones(2)
    tombstones.put(gone('a', 1))
    tombstones.put(gone('a', 2))
    expect([tombstones.get('a'), tombstones.size()]).toEqual([gone('a', 2), 1])
    tombstones.delete('a')
    expect([tombstones.get('a'), tombstones.size()]).toEqual([undefined, 0])
  })

  test('are as many as the cap; the longest unheard of go first', () => {
    const tombstones = createTombstones(2)
    tombstones.put(gone('a'))
    tombstones.put(gone('b'))
    tombstones.put(gone('a', 2))
    tombstones.put(gone('c'))
    expect(['a', 'b', 'c'].map((id) => tombstones.get(id)?.seq)).toEqual([2, undefined, 1])
    expect(tombstones.size()).toBe(2)
  })
})
