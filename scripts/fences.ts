/** `pnpm fences`: reads the tree and says what breaks the rules of docs/architecture.md. */
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { checkFences, isFenced } from './fences/checkFences.ts'

const root = join(import.meta.dirname, '..')
const folders = ['packages/*/src/**', 'apps/*/**', 'scripts/**', '.storybook/**']
const paths = globSync(folders, {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist|__screenshots__)$/.test(String(path)),
})
  .map((path) => path.split(sep).join('/'))
  .filter(isFenced)
  .sort()

const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const violations = checkFences(files)

for (const { path, problem } of violations) console.error(`${path}\n  ${problem}`)
console.log(
  `fences: ${files.size} files, ${violations.length === 0 ? 'all in place' : `${violations.length} problems`}`,
)
process.exitCode = violations.length === 0 ? 0 : 1
