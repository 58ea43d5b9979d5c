import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInitials } from './formatInitials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Bo Erik Nyström', 'BN'],
  ['émile zola', 'ÉZ'],
  ['山田太郎', '山'],
  ['ليلى حداد', 'ل'],
  ['(Ops) “Night” shift', 'OS'],
  ['👩‍🚀 Cosmo', '👩‍🚀C'],
  ['ada.lovelace@example.org', 'AO'],
  ['', ''],
  ['—', ''],
])('%s → %s', (name, initials) => {
  expect(formatInitials(name)).toBe(initials)
})

test('a locale has its own capitals', () => {
  expect(formatInitials('ilker', 'tr')).toBe('İ')
})

test('never more than two letters of the reader, never a throw', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
      expect([...segmenter.segment(formatInitials(name))].length).toBeLessThanOrEqual(2)
    }),
  )
})
