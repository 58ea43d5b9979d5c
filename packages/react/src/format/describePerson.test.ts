import { expect, test } from 'vitest'
import { describePerson } from './describePerson.ts'

test('reads a name and a picture by the usual keys', () => {
  expect(describePerson({ name: 'Ada', avatarUrl: '/a.png' }, 'u1')).toEqual({ name: 'Ada', picture: '/a.png' })
  expect(describePerson({ displayName: 'Ada' }, 'u1')).toEqual({ name: 'Ada' })
})

test.each([undefined, null, 'Ada', {}, { name: '  ' }, { name: 7 }])(
  'without a name in %j the id stands in',
  (info) => {
    expect(describePerson(info, 'u1')).toEqual({ name: 'u1' })
  },
)
