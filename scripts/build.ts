/** `pnpm build`: the four packages by `tsc -b`, their stylesheets and tokens, and the demo. */
import { rmSync } from 'node:fs'
import { buildStyles, buildTokens } from './buildStyles.ts'
import { inPackage, packageNames } from './packageFolders.ts'
import { runStep, summarise } from './runStep.ts'
import { verifyDist } from './verifyDist.ts'

for (const name of packageNames) rmSync(inPackage(name, 'dist'), { recursive: true, force: true })

const compiled = await runStep({
  name: 'packages',
  command: ['tsc', '-b', ...packageNames.map((name) => `packages/${name}`)],
})
if (!compiled.ok) process.exit(1)

for (const name of ['styles.css', 'styles.unlayered.css'])
  buildStyles(inPackage('react', `src/${name}`), inPackage('react', `dist/${name}`))
buildTokens(inPackage('react', 'src/tokens/tokens.css'), [
  // The first is what tools read from source; a test holds it to the stylesheet.
  inPackage('react', 'src/tokens/tokens.json'),
  inPackage('react', 'dist/tokens/tokens.json'),
])

const problems = verifyDist()
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)

const demo = await runStep({ name: 'demo', command: ['pnpm', '--filter', 'rollcall-demo', 'build'] })
process.exitCode = summarise('build', [compiled, demo])
