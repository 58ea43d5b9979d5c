/**
 * Requirements and tests, brought together: a row of the threat model (T1–T28), an invariant (INV-1–INV-49) or a
 * requirement of the feature text that no test names in its title fails here. What a title promises is its own test's affair.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const packages = join(import.meta.dirname, '../..')
/** Titles of `it`, `test`, `describe` and their `.each`, in whichever quotes. */
const TITLE = /\b(?:it|test|describe)(?:\.\w+)?\((?:[^()'"`]|\([^()]*\))*?\s*(['"`])((?:(?!\1)[^\\\n]|\\.)+)\1/g
/** The table of an `each` may stand between: its title comes after the closing bracket. */
const EACH_TITLE = /\]\)\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)+)\1/g

const files = globSync('*/src/**/*.{test,contract}.{ts,tsx}', { cwd: packages, exclude: ['**/__screenshots__'] })
const titles = files.flatMap((file) => {
  const source = readFileSync(join(packages, file), 'utf8')
  return [TITLE, EACH_TITLE].flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[2] ?? ''))
})
const named = new Set(titles.flatMap((title) => title.match(/\b(?:T\d{1,2}|INV-\d{1,2}|TST-PRESENCE-\d{3})\b/g) ?? []))

/** Of Redis and of nodes that speak to each other; this server is one process. */
const OF_MANY_NODES = ['T19', 'T20', 'INV-35', 'INV-43']
const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`).filter((id) => !OF_MANY_NODES.includes(id))
const threats = numbered('T', 28)
/** Those of semantics.md. */
const invariants = numbered('INV-', 49)

describe('traceability', () => {
  it('finds the titles of the tests', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(titles).toContain('finds the titles of the tests')
  })

  it.each([...threats, ...invariants])('%s is named by a test', (id) => {
    expect(named).toContain(id)
  })

  it.each(['TST-PRESENCE-001', 'TST-PRESENCE-002', 'TST-PRESENCE-003', 'TST-PRESENCE-004'])(
    '%s is named by a test',
    (id) => {
      expect(named).toContain(id)
    },
  )
})
