import { describe, expect, test } from 'vitest'
import { formatTyping } from '../format/formatTyping.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { ja } from './ja.ts'
import { pl } from './pl.ts'
import { ptBR } from './pt-BR.ts'
import type { Strings } from './strings.ts'
import { zhCN } from './zh-CN.ts'

const catalogues: readonly Strings[] = [en, de, fr, es, ptBR, pl, ja, zhCN, ar, he]
const sample = {
  label: 'LABEL',
  name: 'NAME',
  status: 'STATUS',
  names: 'NAMES',
  day: 'DAY',
  time: 'TIME',
  when: 'WHEN',
}

describe.each(catalogues)('$language', (strings) => {
  test('is a language that Intl knows', () => {
    expect(Intl.getCanonicalLocales(strings.language)).toEqual([strings.language])
  })

  test.each([0, 1, 2, 3, 5, 11, 21, 100])('counts to %i without a hole', (count) => {
    for (const say of [
      strings.sessions,
      strings.typingOthers,
      strings.peopleHere,
      strings.morePeople,
      strings.queued,
      strings.textTooLong,
    ]) {
      expect(say(count)).toMatch(/^\S(.*\S)?$/u)
      expect(say(count)).not.toContain('#')
    }
  })

  test('puts what it is told into every sentence', () => {
    expect(strings.stale({ ...sample, seconds: 7 })).toMatch(/LABEL.*7|7.*LABEL/u)
    expect(strings.stale({ label: 'LABEL' })).not.toContain('undefined')
    expect(strings.nameAndStatus({ ...sample, status: 'x' })).toMatch(/NAME.*x/u)
    expect(strings.yesterdayAt(sample)).toMatch(/DAY.*TIME/u)
    expect(strings.lastSeen(sample)).toContain('WHEN')
    expect(strings.awaySince(sample)).toContain('WHEN')
    expect(strings.myStatus(sample)).toContain('STATUS')
    expect(strings.asOf(sample)).toContain('TIME')
    expect(strings.until({ time: 'TIME' })).toContain('TIME')
    expect(strings.until({ time: 'TIME' })).not.toContain('undefined')
    expect(strings.until(sample)).toMatch(/DAY.*TIME/u)
    expect(strings.textLength({ length: 12, limit: 140 })).toMatch(/12.*140/u)
    expect(strings.statusRefused({ reason: 'REASON' })).toContain('REASON')
    expect(strings.numberedSession(2)).toContain('2')
    expect(strings.opened(sample)).toContain('WHEN')
    expect(strings.endSession({ session: 'SESSION' })).toContain('SESSION')
    expect(strings.endSession({ session: '' }).toLowerCase()).toContain(strings.end.toLowerCase())
    expect(strings.nthSession({ ...sample, number: 2 })).toMatch(/NAME.*2/u)
    expect(strings.goToField(sample)).toContain('NAME')
    expect(strings.attempt(3)).toContain('3')
    expect(strings.nextTry(4)).toContain('4')
    for (const count of [1, 2, 5]) {
      for (const say of [
        strings.typing,
        strings.editing,
        strings.locked,
        strings.editingIdle,
        strings.joined,
        strings.left,
      ]) {
        expect(say({ ...sample, count })).toContain('NAMES')
      }
    }
  })

  test('tells statuses apart by word', () => {
    const words = Object.values(strings.statuses)
    expect(new Set(words).size).toBe(words.length)
  })

  test('tells why a connection failed apart by word', () => {
    const words = Object.values(strings.failures)
    expect(words.every((word) => word !== strings.connection.failed)).toBe(true)
    expect(new Set(words).size).toBe(words.length)
  })

  test('lists names and the remainder in its own way', () => {
    const { parts, text } = formatTyping(['Ann', 'Bo', 'Cy', 'Di'], { locale: strings.language, strings })
    expect(parts.filter((part) => part.type === 'name').map((part) => part.text)).toEqual(['Ann', 'Bo'])
    expect(text).toContain(strings.typingOthers(2))
  })
})

test.each([
  [1, '1st attempt'],
  [2, '2nd attempt'],
  [3, '3rd attempt'],
  [4, '4th attempt'],
  [11, '11th attempt'],
  [22, '22nd attempt'],
])('English counts attempts: %i is the %s', (attempt, words) => {
  expect(en.attempt(attempt)).toBe(words)
})

test('only English speaks English', () => {
  const english = Object.values(en).filter((message): message is string => typeof message === 'string')
  for (const strings of catalogues.slice(1)) {
    const own = Object.values(strings).filter((message) => typeof message === 'string' && english.includes(message))
    expect(own).toEqual([])
  }
})
