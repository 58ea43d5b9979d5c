import { expect, test } from 'vitest'
import type { ShownLink } from './holdBack.ts'
import { firstRecall, recall, type Recall, type Socket } from './recall.ts'

type Step = readonly [shown: ShownLink['state'], socket: Socket]

const play = (...steps: readonly Step[]): Recall =>
  steps.reduce((last, [shown, socket]) => recall(last, shown, socket), firstRecall('connected', 'first'))

test.each<readonly [string, Recall['outcome'], readonly Step[]]>([
  [
    'a socket that was lost and resumed',
    'resumed',
    [
      ['connected', 'away'],
      ['reconnecting', 'away'],
      ['connected', 'resumed'],
    ],
  ],
  [
    'one that is a new session',
    'resynced',
    [
      ['connected', 'away'],
      ['reconnecting', 'away'],
      ['connected', 'resynced'],
    ],
  ],
  [
    'a transport that cannot tell',
    undefined,
    [
      ['reconnecting', 'away'],
      ['connected', 'first'],
    ],
  ],
  [
    'a network gone while the socket stood',
    'resumed',
    [
      ['offline', 'first'],
      ['connected', 'first'],
    ],
  ],
  [
    'the same, long after another session',
    'resumed',
    [
      ['reconnecting', 'away'],
      ['connected', 'resynced'],
      ['offline', 'resynced'],
      ['connected', 'resynced'],
    ],
  ],
  [
    'a network gone, and the socket with it',
    'resynced',
    [
      ['offline', 'first'],
      ['offline', 'away'],
      ['connected', 'resynced'],
    ],
  ],
  [
    'a failure that was tried again',
    'resynced',
    [
      ['failed', 'away'],
      ['reconnecting', 'away'],
      ['connected', 'resynced'],
    ],
  ],
  [
    'a blink that nobody was told of',
    undefined,
    [
      ['connected', 'away'],
      ['connected', 'resumed'],
    ],
  ],
])('the return of %s came to %s', (_what, outcome, steps) => {
  expect(play(...steps).outcome).toBe(outcome)
})

test('the same again is the same', () => {
  const last = play(['offline', 'first'])
  expect(recall(last, 'offline', 'first')).toBe(last)
})
