/** Joins the component stylesheets into the one that is published, in the order `src/styles.css` imports them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundle } from 'lightningcss'

/** Writes `target`; throws on a missing file or on CSS that cannot be read. Targets no browser, so nothing is lowered. */
export function buildStyles(source: string, target: string): void {
  const { code, warnings } = bundle({ filename: source, minify: false })
  const [warning] = warnings
  if (warning !== undefined) throw new Error(`unable to build ${target}; ${warning.message}`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, code)
}
