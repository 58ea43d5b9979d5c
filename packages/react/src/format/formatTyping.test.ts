import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../strings/en.ts'
import { formatTyping } from './formatTyping.ts'

const plain = (names: readonly (string | undefined)[], max?: number): string =>
  formatTyping(names, { locale: 'en-GB', strings: en, max })
    .parts.map((part) => part.text)
    .join('')

test.each([
  [[], ''],
  [['Ann'], 'Ann is typing…'],
  [['Ann', 'Bo'], 'Ann and Bo are typing…'],
  [['Ann', 'Bo', 'Cy'], 'Ann, Bo and 1 other are typing…'],
  [['Ann', 'Bo', 'Cy', 'Di'], 'Ann, Bo and 2 others are typing…'],
  [['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'], 'Several people are typing…'],
])('%j are told as: %s', (names, expected) => {
  expect(plain(names)).toBe(expected)
})

test('somebody without a name is someone', () => {
  expect(plain([undefined])).toBe('Someone is typing…')
  expect(plain(['  '])).toBe('Someone is typing…')
})

test('as many names as asked for, but always one', () => {
  expect(plain(['Ann', 'Bo', 'Cy'], 3)).toBe('Ann, Bo and Cy are typing…')
  expect(plain(['Ann', 'Bo'], 0)).toBe('Ann and 1 other are typing…')
})

test('names are isolated in the text, so that one of another script does not turn the sentence around', () => {
  const { text, parts } = formatTyping(['ليلى', 'Bo'], { locale: 'en-GB', strings: en })
  expect(text).toBe('\u2068ليلى\u2069 and \u2068Bo\u2069 are typing…')
  expect(parts).toEqual([
    { type: 'name', text: 'ليلى' },
    { type: 'text', text: ' and ' },
    { type: 'name', text: 'Bo' },
    { type: 'text', text: ' are typing…' },
  ])
})

test('no name can break out of its isolation or be lost', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 2 }), (names) => {
      const { parts } = formatTyping(
        names.map((name) => `${name}\u2069\u202E`),
        { locale: 'en', strings: en },
      )
      expect(parts.filter((part) => part.type === 'name').map((part) => part.text)).toEqual(
        names.map((name) =>
          /[^\u202A-\u202E\u2066-\u2069\s]/u.test(name)
            ? name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').trim()
            : 'Someone',
        ),
      )
    }),
  )
})
