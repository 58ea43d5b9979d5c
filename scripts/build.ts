/** `pnpm build`: the four packages by `tsc -b`, their stylesheet, and the demo. */
import { rmSync } from 'node:fs'
import { buildStyles } from './buildStyles.ts'
import { inPackage, packageNames } from './packageFolders.ts'
import { runStep, summarise } from './runStep.ts'
import { verifyDist } from './verifyDist.ts'

for (const name of packageNames) rmSync(inPackage(name, 'dist'), { recursive: true, force: true })

const compiled = await runStep({
  name: 'packages',
  command: ['tsc', '-b', ...packageNames.map((name) => `packages/${name}`)],
})
if (!compiled.ok) process.exit(1)

buildStyles(inPackage('react', 'src/styles.css'), inPackage('react', 'dist/styles.css'))

const problems = verifyDist()
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exit(1)

const demo = await runStep({ name: 'demo', command: ['pnpm', '--filter', 'rollcall-demo', 'build'] })
process.exitCode = summarise('build', [compiled, demo])
