import type { Connection } from '@rollcall/core'
import { expect, test } from 'vitest'
import { presenceStatus } from './presenceSnapshot.ts'

const connection = (state: Connection['state']): Connection => ({ state, device: 'online', attempt: 0 })

test.each([
  ['connecting', false, 'loading'],
  ['connected', false, 'loading'],
  ['reconnecting', false, 'loading'],
  ['connected', true, 'ready'],
  ['reconnecting', true, 'stale'],
  ['connecting', true, 'stale'],
  ['failed', false, 'error'],
  ['failed', true, 'error'],
  ['disconnected', true, 'error'],
] as const)('a connection that is %s, with a picture that was whole: %s, is %s', (state, synced, status) => {
  expect(presenceStatus(connection(state), synced, undefined)).toBe(status)
})
