import { expect, test } from 'vitest'
import { en } from '../../strings/en.ts'
import { rosterEntries, type RosterOrder, type RosterPerson, typeAhead } from './rosterEntries.ts'

const person = (name: string, status: string): RosterPerson => ({
  userId: name.toLowerCase(),
  name,
  status,
  isSelf: false,
})
const people = [person('Ann', 'offline'), person('Bo', 'away'), person('Élodie', 'online'), person('Cy', 'focusing')]
const order: RosterOrder = { groupBy: 'none', search: '', locale: 'en', strings: en }
const told = (asked: Partial<RosterOrder>): readonly string[] =>
  rosterEntries(people, { ...order, ...asked }).map((entry) =>
    entry.type === 'group' ? `${entry.label} ${entry.count}` : entry.person.name,
  )

test('ungrouped, people stand as they came', () => {
  expect(told({})).toEqual(['Ann', 'Bo', 'Élodie', 'Cy'])
})

test('grouped, who may be talked to comes first, and who is gone last', () => {
  expect(told({ groupBy: 'status' })).toEqual([
    'Online 1',
    'Élodie',
    'Unknown 1',
    'Cy',
    'Away 1',
    'Bo',
    'Offline 1',
    'Ann',
  ])
})

test('a search looks past case and accents, and leaves no empty group', () => {
  expect(told({ groupBy: 'status', search: ' ELO ' })).toEqual(['Online 1', 'Élodie'])
  expect(told({ search: 'zz' })).toEqual([])
})

test('a letter leads to the next name that begins with it, around the end', () => {
  const entries = rosterEntries(people, order)
  expect(typeAhead(entries, 0, 'e', 'en')).toBe(2)
  expect(typeAhead(entries, 2, 'a', 'en')).toBe(0)
  expect(typeAhead(entries, 0, 'z', 'en')).toBe(-1)
  expect(typeAhead([], 0, 'a', 'en')).toBe(-1)
})
