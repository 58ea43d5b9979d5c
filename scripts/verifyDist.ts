/** What a build must not lose; looked up in the output, because nothing else would notice. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { inPackage, packageNames } from './packageFolders.ts'

/** One sentence for each thing wrong with a package's `dist`. */
export function verifyDist(): readonly string[] {
  return packageNames.flatMap((name) => [...missingEntries(name), ...lostDirectives(name), ...strayTests(name)])
}

/** Every published entry, and every program, has a file; an entry with a `*` has at least one. */
function missingEntries(name: string): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(inPackage(name, 'package.json'), 'utf8'))
  const { publishConfig, bin = {} } = manifest as Manifest
  return [...Object.values(publishConfig.exports), ...Object.values(bin)]
    .filter((path) => globSync(path, { cwd: inPackage(name) }).length === 0)
    .map((path) => `${name}: ${path} is published and was not built`)
}

interface Manifest {
  readonly publishConfig: { readonly exports: Readonly<Record<string, string>> }
  readonly bin?: Readonly<Record<string, string>>
}

/** `'use client'` has to stand first, or a server component that imports the file breaks. */
function lostDirectives(name: string): readonly string[] {
  const directive = /^\s*['"]use client['"]/
  const withoutComments = (path: string): string =>
    readFileSync(path, 'utf8').replace(/^(\s*(\/\*[\s\S]*?\*\/|\/\/.*))*/, '')
  const clients = globSync('**/*.{ts,tsx}', { cwd: inPackage(name, 'src'), exclude: ['**/__screenshots__'] }).filter(
    (path) => directive.test(withoutComments(inPackage(name, 'src', path))),
  )
  return clients
    .map((path) => inPackage(name, 'dist', path.replace(/\.tsx?$/, '.js')))
    .filter((built) => existsSync(built) && !directive.test(withoutComments(built)))
    .map((built) => `${name}: 'use client' was lost in ${built}`)
}

function strayTests(name: string): readonly string[] {
  return globSync('**/*.{test,test-d,contract,stories}.*', { cwd: inPackage(name, 'dist') }).map(
    (path) => `${name}: dist/${path} is no part of the package`,
  )
}
