/** The real server, as users start it: `rollcall-server` in a process of its own, on a free port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PROCESS_DEADLINE_MS, within } from './within.ts'

const CLI = join(import.meta.dirname, '../../server/src/cli/cli.ts')
/** What Node made of the sources last time: halves the work of a start. */
const COMPILED = join(import.meta.dirname, '../../../node_modules/.cache/server-process')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface ServerProcess {
  readonly port: number
  /** `http://127.0.0.1:…` */
  readonly url: string
  /** Everything it has said so far, on both outputs. */
  output(): string
  /** Whether it still runs. */
  isAlive(): boolean
  /** Asks it to end, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface StartOptions {
  readonly environment?: Readonly<Record<string, string>>
}

interface Launched {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  output(): string
}

function launch(args: readonly string[], { environment = {} }: StartOptions): Launched {
  // Only what was asked for: a ROLLCALL_ variable of whoever runs the tests must not reach the server.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ROLLCALL_'))
  const child = spawn(process.execPath, ['--conditions=@rollcall/source', CLI, ...args], {
    env: { ...Object.fromEntries(inherited), NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal }))
  return { child, ended, output: () => text }
}

/** Runs the command to its end, for settings with which it does not start. */
export async function runServer(
  args: readonly string[],
  options: StartOptions = {},
): Promise<Ended & { readonly output: string }> {
  const { ended, output } = launch(args, options)
  return { ...(await within('the server to end', ended, PROCESS_DEADLINE_MS)), output: output() }
}

function listening({ child, ended, output }: Launched): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /listens on http:\/\/\S+?:(\d+)\//.exec(output())
      if (found !== null) resolve(Number(found[1]))
    })
    void ended.then(({ code }) => reject(new Error(`the server ended with ${code}:\n${output()}`)))
  })
}

/** Starts a server on a free port of this machine. `args` say at least how users prove who they are. */
export async function startServer(args: readonly string[], options: StartOptions = {}): Promise<ServerProcess> {
  const launched = launch(['--port', '0', '--host', '127.0.0.1', ...args], options)
  const { child, ended, output } = launched
  const port = await within('the server to listen', listening(launched), PROCESS_DEADLINE_MS)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    output,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return within('the server to end', ended, PROCESS_DEADLINE_MS)
    },
  }
}
