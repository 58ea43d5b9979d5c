/** Every invariant of a client (semantics: 1 to 28, 44 to 49) has a property of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const OURS = [...Array.from({ length: 28 }, (_, index) => index + 1), 44, 45, 46, 47, 48, 49]

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.property.test.ts'))
  .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))

/** Tests from their title to the next one's. */
const tests = sources.flatMap((source) => source.split(/^\s*(?=(?:test|it)\()/m).slice(1))

test.each(OURS)('INV-%i is proved by a property whose title begins with it, and with it alone', (invariant) => {
  const own = tests.filter((text) => new RegExp(`^(?:test|it)\\(\\s*['"\`]INV-${invariant} (?!INV-)`).test(text))
  expect(own.filter((text) => text.includes('fc.assert('))).not.toEqual([])
})
