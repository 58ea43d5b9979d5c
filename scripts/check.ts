/** `pnpm check`: all that is not a test. Goes on after a failure, so that one run shows everything. */
import { runStep, summarise, type Step, type StepResult } from './runStep.ts'

const steps: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  // Forced: an incremental run does not notice a changed `lib`.
  { name: 'types', command: ['tsc', '-b', '--force'] },
  { name: 'fences', command: ['node', 'scripts/fences.ts'] },
  // With the condition, because it loads the demo's Vite config, which imports our plugin.
  { name: 'unused code', command: ['node', '--conditions=@rollcall/source', 'node_modules/knip/bin/knip.js'] },
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'packages', command: ['node', 'scripts/packages.ts'] },
  { name: 'size', command: ['size-limit'] },
  { name: 'storybook', command: ['pnpm', 'storybook:build', '--quiet'] },
]

const results: StepResult[] = []
for (const step of steps) results.push(await runStep(step))
process.exitCode = summarise('check', results)
