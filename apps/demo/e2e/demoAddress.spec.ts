import { expect, test } from '@playwright/test'
import { readDemoAddress, toInviteSearch, toSearch } from '../src/address/demoAddress.ts'
import { nameFromId, randomPerson, slugOf } from '../src/address/demoPerson.ts'

const never = () => {
  throw new Error('asked for chance where the address says all')
}
/** Walks through [0, 1), so that a random person is a known one. */
const walk = () => {
  let next = 0
  return () => (next = (next + 0.37) % 1)
}

test('the person is ?user=, and ?name= what they are called', () => {
  const { person } = readDemoAddress('?user=u1&name=Ada%20Lovelace', never)
  expect(person).toEqual({ id: 'u1', name: 'Ada Lovelace' })
})

test('a name alone makes the person, the same one each time', () => {
  expect(readDemoAddress('?name=Bo%20Nystr%C3%B6m', never).person).toEqual({ id: 'bo-nystrom', name: 'Bo Nyström' })
  expect(slugOf('山田 太郎')).toBe('山田-太郎')
  expect(slugOf('!!!')).toBe('!!!')
})

test('a user id alone is read as a name', () => {
  expect(readDemoAddress('?user=ada', never).person).toEqual({ id: 'ada', name: 'Ada' })
  expect(nameFromId('bo_nystrom-2')).toBe('Bo Nystrom 2')
})

test('nobody named is somebody new, and stays so once written back', () => {
  const invented = readDemoAddress('', walk())
  expect(invented.person.id).toMatch(/^[a-z-]+-[a-z0-9]{4}$/)
  expect(readDemoAddress(toSearch(invented), never)).toEqual(invented)
  expect(randomPerson(walk())).toEqual(invented.person)
})

test('the invitation leads to the same room and to another person', () => {
  const address = readDemoAddress('?user=ada&room=plans&transport=tabs&theme=dark', never)
  const invited = readDemoAddress(toInviteSearch(address), walk())
  expect(invited).toMatchObject({ room: 'plans', medium: 'tabs', theme: 'dark' })
  expect(invited.person.id).not.toBe('ada')
})

test('what the server would refuse is not taken: rooms with blanks, control characters, half letters', () => {
  const { room, person, theme, medium } = readDemoAddress(
    '?room=a%20b&user=a%00d%0Aa&theme=pink&transport=pigeon',
    never,
  )
  expect({ room, theme, medium }).toEqual({ room: 'demo', theme: 'auto', medium: 'server' })
  expect(person.id).toBe('ada')
  const long = readDemoAddress(`?user=${'a'.repeat(127)}${encodeURIComponent('😀')}`, never).person.id
  expect(long).toBe('a'.repeat(127))
})

test('other keys of the address stay where they are', () => {
  expect(toSearch(readDemoAddress('?user=ada&people=5', never), '?user=ada&people=5')).toBe(
    '?user=ada&people=5&name=Ada',
  )
})

test('how the page is shown stands in the address where it is not the default, and comes back from it', () => {
  const search = '?user=ada&name=Ada&net=flaky&devtools=1&people=5&away=30&lang=ar&dir=ltr&motion=calm&state=loading'
  const address = readDemoAddress(search, never)
  expect(address).toMatchObject({ net: 'flaky', devtools: true, people: 5, awayAfterMs: 30_000, language: 'ar' })
  expect(toSearch(address)).toBe(search)
  const odd = readDemoAddress('?user=ada&net=mud&people=-3&away=1&lang=xx&dir=up&state=odd', never)
  expect(odd).toMatchObject({ net: 'good', people: 0, awayAfterMs: 10_000, language: 'en', dir: 'auto', state: 'live' })
  expect(readDemoAddress('?user=ada&state=empty', walk()).room).toMatch(/^empty-[a-z0-9]{4}$/)
})
