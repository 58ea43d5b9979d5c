/** Every example of the guides stands, word for word, in a file that is compiled. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

function dedent(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n')
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** Examples by name. `export` and the names of tests are for the file, not for readers. */
function examplesOf(source: string): ReadonlyMap<string, string> {
  const regions = source.matchAll(/\/\/ #region (\w+)\n([\s\S]*?)\/\/ #endregion/g)
  return new Map(Array.from(regions, ([, name = '', body = '']) => [name, dedent(body)]))
}

const examples = examplesOf(read('./examples.test-d.tsx'))
const compiled = new Set(examples.values())
const shown = new Set<string>()

const pages = [
  '../../../../README.md',
  '../../README.md',
  '../../../../docs/guides/presence.md',
  '../../../../docs/guides/fields.md',
  '../../../../docs/guides/typing.md',
  '../../../../docs/guides/last-seen.md',
  '../../../../docs/guides/cursors.md',
]

test.each(pages)('the examples of %s are the compiled ones', (page) => {
  const fences = Array.from(read(page).matchAll(/```tsx\n([\s\S]*?)```/g), ([, body = '']) => {
    // A guide may show where things come from; the examples' file imports them all at once.
    return dedent(body.replaceAll(/^import .*\n/gm, ''))
  })
  expect(fences.length).toBeGreaterThan(0)
  for (const fence of fences) {
    expect(compiled).toContain(fence)
    shown.add(fence)
  }
})

test('no example is compiled for nobody', () => {
  expect([...examples].filter(([, body]) => !shown.has(body)).map(([name]) => name)).toEqual([])
})
