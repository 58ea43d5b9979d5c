import { createTestClock } from '@rollcall/core/testing'
import { expect, test } from 'vitest'
import { de } from '../strings/de.ts'
import { en } from '../strings/en.ts'
import type { Announcement } from './announcement.ts'
import { createAnnouncer } from './createAnnouncer.ts'

const bo = { userId: 'bo', name: 'Bo' }
const cy = { userId: 'cy', name: 'Cy' }
const ENGLISH = { locale: 'en', strings: en }

function setUp(manner: Partial<Parameters<typeof createAnnouncer>[1]> = {}) {
  const clock = createTestClock({ wall: 0 })
  const time = { now: () => clock.wall(), setTimer: clock.setTimer }
  const announcer = createAnnouncer(time, { language: ENGLISH, ...manner })
  const heard: Announcement[] = []
  const end = announcer.subscribe((announcement) => heard.push(announcement))
  return { clock, announcer, heard, end }
}

test('says what is due when it is due, in plain words', () => {
  const { clock, announcer, heard } = setUp()
  announcer.hear({ type: 'typing', fact: { input: '', people: [bo, cy] } })
  clock.advance(1_999)
  expect(heard).toEqual([])
  clock.advance(1)
  expect(heard).toEqual([{ text: 'Bo and Cy are typing…', politeness: 'polite', at: 2_000 }])
  expect(clock.pending()).toBe(0)
})

test('what will not get better by itself interrupts', () => {
  const { announcer, heard } = setUp()
  announcer.hear({ type: 'link', fact: 'failed' })
  expect(heard).toMatchObject([{ text: 'Connection failed', politeness: 'assertive' }])
})

test('three people are the first and a number, in the language of the moment', () => {
  const { clock, announcer, heard } = setUp({ policy: { people: 'low' } })
  for (const userId of ['a', 'b', 'c'])
    announcer.hear({ type: 'people', fact: { change: 'joined', person: { userId, name: userId.toUpperCase() } } })
  announcer.speakAs({ language: { locale: 'de', strings: de }, policy: { people: 'low' } })
  clock.advance(5_000)
  expect(heard.map(({ text }) => text)).toEqual([de.joined({ names: `A und ${de.typingOthers(2)}`, count: 3 })])
})

test('somebody without a name is someone', () => {
  const { announcer, heard } = setUp()
  announcer.hear({ type: 'field', fact: { field: 'title', people: [{ userId: 'x' }] } })
  expect(heard.map(({ text }) => text)).toEqual(['Someone is editing this field'])
})

test('without listeners nothing waits on the clock', () => {
  const { clock, announcer, end } = setUp()
  announcer.hear({ type: 'typing', fact: { input: '', people: [bo] } })
  end()
  expect(clock.pending()).toBe(0)
  const again = announcer.subscribe(() => {})
  expect(clock.pending()).toBe(1)
  again()
})

test('an app says its own words at once; silence is not said', () => {
  const { announcer, heard } = setUp()
  announcer.say('Saved')
  announcer.say('  ')
  announcer.say('Not saved', 'assertive')
  expect(heard.map(({ text, politeness }) => [text, politeness])).toEqual([
    ['Saved', 'polite'],
    ['Not saved', 'assertive'],
  ])
})

test('a modal speaks, alone, whichever came first; when it is gone, the page', () => {
  const { announcer } = setUp()
  const page: Announcement[] = []
  const dialog: Announcement[] = []
  const close = announcer.openOutlet('modal', (one) => dialog.push(one))
  announcer.openOutlet('page', (one) => page.push(one))
  announcer.say('inside')
  close()
  announcer.say('outside')
  expect([dialog, page].map((heard) => heard.map(({ text }) => text))).toEqual([['inside'], ['outside']])
})

test('what several want watched is watched once, until the last is gone', () => {
  const { announcer } = setUp()
  const log: string[] = []
  const begin = () => {
    log.push('begin')
    return () => log.push('end')
  }
  const ends = [announcer.share('typing', begin), announcer.share('typing', begin)]
  ends[0]?.()
  expect(log).toEqual(['begin'])
  ends[1]?.()
  expect(log).toEqual(['begin', 'end'])
})
