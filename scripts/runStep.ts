/** Runs one command of a longer script and says how it went and how long it took. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Relative to the root of the repository. */
  readonly folder?: string
}

export interface StepResult {
  readonly name: string
  readonly ok: boolean
  readonly seconds: number
}

const root = join(import.meta.dirname, '..')

/** Never rejects: a command that cannot be started is a step that failed. */
export async function runStep({ name, command, folder = '.' }: Step): Promise<StepResult> {
  console.log(`\n▸ ${name}`)
  const startedAt = performance.now()
  const ok = await new Promise<boolean>((done) => {
    const [file = '', ...args] = command
    const child = spawn(file, args, { cwd: join(root, folder), stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(`unable to start ${file}; ${error.message}`)
      done(false)
    })
    child.on('exit', (code) => done(code === 0))
  })
  return { name, ok, seconds: (performance.now() - startedAt) / 1000 }
}

/** One line a step, and the exit code of the whole. */
export function summarise(title: string, results: readonly StepResult[]): number {
  console.log(`\n${title}`)
  for (const { name, ok, seconds } of results) {
    console.log(`  ${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  }
  return results.every(({ ok }) => ok) ? 0 : 1
}
