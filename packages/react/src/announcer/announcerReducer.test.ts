import { describe, expect, test } from 'vitest'
import type { Utterance } from './announcement.ts'
import { type AnnouncementPolicy, DEFAULT_POLICY } from './announcementPolicy.ts'
import { type AnnouncerFact, announcerReducer, nextDueAt, SILENT } from './announcerReducer.ts'

const ann = { userId: 'ann', name: 'Ann' }
const bo = { userId: 'bo', name: 'Bo' }
const typing = (...people: readonly (typeof ann)[]): AnnouncerFact => ({ type: 'typing', fact: { input: '', people } })
const person = (change: 'joined' | 'left', who: typeof ann): AnnouncerFact => ({
  type: 'people',
  fact: { change, person: who },
})
const link = (fact: 'starting' | 'up' | 'away' | 'offline' | 'failed' | 'closed'): AnnouncerFact => ({
  type: 'link',
  fact,
})
const field = (name: string | undefined, ...people: readonly (typeof ann)[]): AnnouncerFact => ({
  type: 'field',
  fact: { field: name, people },
})

/** Plays facts at their instants, and time until `untilMs`: what is said, and when. */
function play(
  facts: readonly (readonly [atMs: number, fact: AnnouncerFact])[],
  { untilMs = 120_000, policy = {} }: { untilMs?: number; policy?: Partial<AnnouncementPolicy> } = {},
): readonly (Utterance & { readonly at: number })[] {
  const rules = { ...DEFAULT_POLICY, ...policy }
  const said: (Utterance & { readonly at: number })[] = []
  let state = SILENT
  const step = (fact: AnnouncerFact, at: number): void => {
    const turn = announcerReducer(state, fact, { at, policy: rules })
    state = turn.state
    said.push(...turn.said.map((one) => ({ ...one, at })))
  }
  const passUntil = (end: number): void => {
    for (let due = nextDueAt(state, rules); due <= end; due = nextDueAt(state, rules)) step({ type: 'ticked' }, due)
  }
  for (const [at, fact] of facts) {
    passUntil(at - 1)
    step(fact, at)
  }
  passUntil(untilMs)
  return said
}

describe('typing', () => {
  test('is told after two seconds, once per spell, with whoever types by then', () => {
    const said = play([
      [1_000, typing(ann)],
      [2_500, typing(ann, bo)],
      [9_000, typing(bo)],
      [60_000, typing()],
    ])
    expect(said).toEqual([{ kind: 'typing', people: [ann, bo], at: 3_000 }])
  })

  test('that ends sooner is no news, and that it ended never is', () => {
    expect(
      play([
        [0, typing(ann)],
        [1_999, typing()],
      ]),
    ).toEqual([])
  })

  test('a second spell waits until ten seconds after the first message, unless asked for more', () => {
    const facts = [
      [0, typing(ann)],
      [3_000, typing()],
      [4_000, typing(bo)],
    ] as const
    expect(play(facts).map(({ at }) => at)).toEqual([2_000, 12_000])
    expect(play(facts, { policy: { typing: 'high' } }).map(({ at }) => at)).toEqual([2_000, 6_000])
    expect(play(facts, { policy: { typing: 'off' } })).toEqual([])
  })

  test('at two inputs is two spells', () => {
    const at = (input: string): AnnouncerFact => ({ type: 'typing', fact: { input, people: [ann] } })
    expect(
      play([
        [0, at('title')],
        [0, at('body')],
      ]),
    ).toHaveLength(2)
  })
})

describe('who comes and goes', () => {
  test('is not told unless asked for', () => {
    expect(play([[0, person('joined', bo)]])).toEqual([])
  })

  test('is collected for five seconds', () => {
    const said = play(
      [
        [0, person('joined', ann)],
        [4_999, person('joined', bo)],
      ],
      { policy: { people: 'low' } },
    )
    expect(said).toEqual([{ kind: 'joined', people: [ann, bo], at: 5_000 }])
  })

  test('a flap within the collection is nothing', () => {
    const facts = [
      [0, person('joined', ann)],
      [1_000, person('left', ann)],
    ] as const
    expect(play(facts, { policy: { people: 'low' } })).toEqual([])
  })

  test('messages keep twenty seconds apart; whoever left waits for the next', () => {
    const said = play(
      [
        [0, person('joined', ann)],
        [1_000, person('left', bo)],
        [6_000, person('joined', { userId: 'cy', name: 'Cy' })],
      ],
      { policy: { people: 'low' } },
    )
    expect(said.map(({ kind, at }) => [kind, at])).toEqual([
      ['joined', 5_000],
      ['joined', 25_000],
      ['left', 45_000],
    ])
  })
})

describe('the connection', () => {
  test('that is back within three seconds was never away', () => {
    expect(
      play([
        [0, link('up')],
        [1_000, link('away')],
        [3_999, link('up')],
      ]),
    ).toEqual([])
  })

  test('lost and restored are one message each', () => {
    const said = play([
      [0, link('up')],
      [1_000, link('away')],
      [20_000, link('offline')],
      [21_000, link('away')],
      [30_000, link('up')],
    ])
    expect(said).toEqual([
      { kind: 'lost', cause: 'link', at: 4_000 },
      { kind: 'restored', at: 30_000 },
    ])
  })

  test('a device without a network knows at once', () => {
    expect(
      play([
        [0, link('up')],
        [1_000, link('offline')],
      ]),
    ).toEqual([{ kind: 'lost', cause: 'device', at: 1_000 }])
  })

  test('opening and closing are no news; failing is, at once', () => {
    expect(
      play([
        [0, link('starting')],
        [500, link('up')],
        [600, link('closed')],
      ]),
    ).toEqual([])
    expect(play([[0, link('failed')]])).toEqual([{ kind: 'failed', at: 0 }])
  })
})

describe('a field', () => {
  test('tells once per person and visit, whoever comes first', () => {
    const said = play([
      [0, field('title', bo)],
      [1_000, field('title', bo)],
      [2_000, field('title', bo, ann)],
      [3_000, field('title', ann)],
      [4_000, field('title', ann, bo)],
      [5_000, field(undefined)],
      [6_000, field('title', ann)],
    ])
    expect(said.map((one) => ['people' in one && one.people.map(({ userId }) => userId).join(), one.at])).toEqual([
      ['bo', 0],
      ['ann', 2_000],
      ['bo', 4_000],
      ['ann', 6_000],
    ])
  })
})
