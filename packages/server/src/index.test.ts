import { expect, it } from 'vitest'
import * as face from './index.ts'

it('the face of @rollcall/server has exactly these names', () => {
  expect(Object.keys(face).toSorted()).toEqual([
    'PresenceError',
    'SERVER_LIMITS',
    'SERVER_TIMES',
    'createConsoleLogger',
    'createPresenceServer',
    'jwt',
    'memory',
    'silentLogger',
  ])
})
