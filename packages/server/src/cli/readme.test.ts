/** The table of options in README.md is the table of the command. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SERVER_TIMES } from '../hub/serverLimits.ts'
import { OPTION_ROWS, readArguments, variableOf } from './options.ts'
import { readSettings } from './settings.ts'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const rows = [...readme.matchAll(/^\| `--([\w-]+)(?: ([^`]+))?` \| `(\w+)` \| (.*) \|$/gm)].map(
  ([, name, value, variable, rest = '']) => ({
    name,
    value: value?.replaceAll('\\', ''),
    variable,
    cells: rest.split(' | '),
  }),
)

it('has each option with its value and its variable, in the order of the help, and no other', () => {
  const wanted = OPTION_ROWS.filter(({ name }) => name !== 'help' && name !== 'version')
  expect(rows.map(({ name, value, variable }) => ({ name, value, variable }))).toEqual(
    wanted.map(({ name, value }) => ({ name, value, variable: variableOf(name) })),
  )
})

it('names the defaults that the command has', () => {
  const defaultOf = (name: string): string | undefined =>
    rows
      .find((row) => row.name === name)
      ?.cells.at(-1)
      ?.replaceAll('`', '')
  const { port, path, metrics, logLevel } = readSettings(new Map(), readArguments(['--dev']))
  expect(['port', 'path', 'metrics', 'log-level'].map(defaultOf)).toEqual([String(port), path, metrics, logLevel])
  expect(defaultOf('window')).toBe(`${SERVER_TIMES.resumeWindowMs / 1_000}s`)
  expect(defaultOf('away-after')).toBe(`${SERVER_TIMES.awayAfterMs / 1_000}s`)
})
