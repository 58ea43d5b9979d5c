import { describe, expect, test } from 'vitest'
import { followKey, type Menu, NOTHING_TYPED } from './menuKeys.ts'

const labels = ['Automatic', 'Online', 'Away', 'Busy', 'Back soon', 'Invisible']
const menu: Menu = { labels, index: 1, typed: NOTHING_TYPED, locale: 'en' }

function after(keys: string, changes: Partial<Menu> = {}, pauseMs = 100): number | undefined {
  let now: Menu = { ...menu, ...changes }
  let found: number | undefined
  for (const [turn, key] of [...keys].entries()) {
    const { index, typed } = followKey({ key, hasModifier: false, at: 1_000 + turn * pauseMs }, now)
    found = index
    now = { ...now, index: index ?? now.index, typed }
  }
  return found
}

const led = (key: string, index: number): number | undefined =>
  followKey({ key, hasModifier: false, at: 0 }, { ...menu, index }).index

describe('keys of a menu', () => {
  test.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 5, 0],
    ['ArrowUp', 0, 5],
    ['ArrowUp', -1, 5],
    ['ArrowDown', -1, 0],
    ['Home', 4, 0],
    ['End', 0, 5],
    ['Enter', 0, undefined],
    [' ', 0, undefined],
    ['Escape', 0, undefined],
  ])('%s at %i leads to %s', (key, index, expected) => {
    expect(led(key, index)).toBe(expected)
  })

  test('a letter leads to the next entry that begins with it, and around', () => {
    expect(after('a')).toBe(2)
    expect(after('a', { index: 2 })).toBe(0)
    expect(after('A', { index: 0 })).toBe(2)
    expect(after('x')).toBeUndefined()
  })

  test('letters in a row are a word, and the same one again goes on', () => {
    expect(after('bu')).toBe(3)
    expect(after('ba')).toBe(4)
    expect(after('back s')).toBe(4)
    expect(after('bb')).toBe(4)
    expect(after('bbb')).toBe(3)
  })

  test('after half a second another word begins', () => {
    expect(after('bi', {}, 500)).toBeUndefined()
    expect(after('bi', {}, 501)).toBe(5)
  })

  test('with a modifier it is a command of the browser', () => {
    expect(followKey({ key: 'a', hasModifier: true, at: 0 }, menu).index).toBeUndefined()
  })
})
