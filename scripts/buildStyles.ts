/** Joins the component stylesheets into those that are published, and writes the tokens down as JSON. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundle } from 'lightningcss'
import { formatTokens } from './readTokens.ts'

/** Writes `target`, minified; throws on a missing file or on CSS that cannot be read. Targets no browser: nothing is lowered. */
export function buildStyles(source: string, target: string): void {
  const { code, warnings } = bundle({ filename: source, minify: true })
  const [warning] = warnings
  if (warning !== undefined) throw new Error(`unable to build ${target}; ${warning.message}`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}

/** Writes the tokens of the stylesheet `source` to each of `targets`. */
export function buildTokens(source: string, targets: readonly string[]): void {
  const json = formatTokens(readFileSync(source, 'utf8'))
  for (const target of targets) {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, json)
  }
}
