import type { Strings } from '@rollcall/react'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = [...'åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ']

/** Every letter accented, every vowel twice: a third longer, as German is. */
function accent(text: string): string {
  return [...text]
    .map((letter) => {
      const accented = ACCENTED[PLAIN.indexOf(letter)]
      if (accented === undefined || letter === '') return letter
      return 'aeiou'.includes(letter.toLowerCase()) ? accented + accented : accented
    })
    .join('')
}

/** What was put into a message: names and times, which stay as they are. */
function givenIn(args: readonly unknown[]): readonly string[] {
  return args
    .flatMap((arg) => (typeof arg === 'object' && arg !== null ? Object.values(arg) : [arg]))
    .filter((value): value is string => typeof value === 'string' && value !== '')
}

function accentAround(text: string, given: readonly string[]): string {
  const [first, ...rest] = given
  if (first === undefined) return accent(text)
  return text
    .split(first)
    .map((part) => accentAround(part, rest))
    .join(first)
}

function pseudoOf(value: unknown): unknown {
  if (typeof value === 'string') return accent(value)
  if (typeof value === 'function')
    return (...args: readonly unknown[]): string => accentAround(String(value(...args)), givenIn(args))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pseudoOf(one)]))
  return value
}

/** A catalogue like `strings` with every word made strange, so that one sees which words come from it. */
export function pseudoStrings(strings: Strings, language: string): Strings {
  // Shape for shape the same; the compiler cannot follow a walk over keys.
  return { ...(pseudoOf(strings) as Strings), language }
}
