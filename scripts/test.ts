/**
 * `pnpm test`: every suite this machine can run. What is missing is named in one line; in CI it is a failure.
 * Arguments go on to vitest (`pnpm test packages/core`), and then the end-to-end tests stay out.
 */
import { existsSync, globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hasChromium } from './chromium.ts'
import { hasRedisServer, isCi } from './machine.ts'
import { runStep, summarise, type StepResult } from './runStep.ts'

const root = join(import.meta.dirname, '..')
// Projects have roots of their own, and vitest compares a relative path with those: only a whole path means the same to all.
const args = process.argv
  .slice(2)
  .filter((arg) => arg !== '--')
  .map((arg) => (existsSync(resolve(root, arg)) ? resolve(root, arg) : arg))
const redisSuites = globSync('packages/*/src/**/*.redis.test.ts', { cwd: root })

const withChromium = hasChromium()
const missing: string[] = []
if (!withChromium) {
  missing.push(
    'No Chromium: left out "browser", "stories" and "e2e". Get them with `apt-get install chromium fonts-liberation`, `npx playwright install chromium`, or CHROMIUM_PATH=/path/to/chromium.',
  )
}
if (redisSuites.length > 0 && !hasRedisServer()) {
  missing.push(
    `No redis-server: left out the suites *.redis.test.ts (${redisSuites.length}). Get them with \`apt-get install redis-server\`.`,
  )
}

for (const line of missing) console.error(line)
if (missing.length > 0 && isCi()) {
  console.error('CI is set, so what is missing is a failure.')
  process.exit(1)
}

const projects = ['node', 'react-19', 'react-18', ...(withChromium ? ['browser', 'stories'] : [])]
const results: StepResult[] = [
  await runStep({
    name: `vitest: ${projects.join(', ')}`,
    command: [
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      // A filter that finds nothing is a typing error, not a success.
      ...(args.length > 0 ? ['--passWithNoTests=false', ...args] : []),
    ],
  }),
]
if (withChromium && args.length === 0) {
  results.push(
    await runStep({ name: 'e2e', command: ['playwright', 'test', '--pass-with-no-tests'], folder: 'apps/demo' }),
  )
}

const exitCode = summarise('test', results)
for (const line of missing) console.error(line)
process.exitCode = exitCode
