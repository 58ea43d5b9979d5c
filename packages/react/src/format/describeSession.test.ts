import { expect, test } from 'vitest'
import { de } from '../strings/de.ts'
import { en } from '../strings/en.ts'
import { describeSession } from './describeSession.ts'

test.each([
  [{ device: 'phone' }, 'Phone'],
  [{ device: 'Firefox on Linux' }, 'Firefox on Linux'],
  [{ client: 'tablet' }, 'Tablet'],
  [{ device: ' ', client: 'computer' }, 'Computer'],
  [{ device: 7 }, undefined],
  [{ device: 'constructor' }, 'constructor'],
  [{}, undefined],
  [null, undefined],
  ['phone', undefined],
])('a session that says %j is %j', (presence, name) => {
  expect(describeSession(presence, en)).toBe(name)
})

test('known ones are told in the language of the reader', () => {
  expect(describeSession({ device: 'phone' }, de)).toBe('Telefon')
})
