/** `pnpm packages`: packs each package as it would be published and has publint and attw look at the tarball. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { inPackage, packageNames } from './packageFolders.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-pack-'))

/** The tarball's path. */
function pack(name: string): string {
  const target = join(folder, `${name}.tgz`)
  execFileSync('pnpm', ['pack', '--out', target], { cwd: inPackage(name), stdio: ['ignore', 'ignore', 'inherit'] })
  return target
}

async function lintPackage(tarball: string): Promise<readonly string[]> {
  const bytes = readFileSync(tarball)
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(bytes).buffer },
    strict: true,
  })
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`)
}

function checkTypes(tarball: string): readonly string[] {
  // Neither stylesheets nor tokens nor descriptions have types.
  const untyped = ['--exclude-entrypoints', './styles.css', './styles.unlayered.css', './tokens.json', './openapi.json']
  const args = [tarball, '--profile', 'esm-only', ...untyped, '--no-color', '--no-emoji']
  const { status, stdout, stderr } = spawnSync('attw', args, { encoding: 'utf8' })
  return status === 0 ? [] : [`attw: ${stdout}${stderr}`]
}

/** What must not be in a tarball at all: our own condition, and tests. */
function checkContents(tarball: string): readonly string[] {
  const manifest = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n')
  return [
    ...(manifest.includes('@rollcall/source') ? ['its exports still name @rollcall/source'] : []),
    ...files.filter((path) => /\.(test|test-d|contract|stories)\./.test(path)).map((path) => `${path} is packed`),
  ]
}

let failed = false
try {
  for (const name of packageNames) {
    const tarball = pack(name)
    const problems = [...checkContents(tarball), ...(await lintPackage(tarball)), ...checkTypes(tarball)]
    console.log(`@rollcall/${name}: ${problems.length === 0 ? 'fit to publish' : ''}`)
    for (const problem of problems) console.error(`  ${problem}`)
    failed ||= problems.length > 0
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
