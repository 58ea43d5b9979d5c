/** A presence server of a test's own, which holds a lost connection for less long than anybody would want to wait. */
import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'

export interface OwnServer {
  readonly url: URL
  close(): Promise<void>
}

const CLI = resolve(import.meta.dirname, '../../../packages/server/src/cli/cli.ts')

/** Starts it, and resolves once it answers. @param hold how long a session is held, e.g. `5s` */
export async function startPresenceServer(hold: string): Promise<OwnServer> {
  const port = await freePort()
  const args = ['--conditions=@rollcall/source', CLI, '--dev', '--port', String(port), '--window', hold]
  const child = spawn(process.execPath, [...args, '--log-level', 'warn'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((done) => void child.once('exit', () => done()))
  const url = new URL(`http://127.0.0.1:${port}`)
  const isUp = async () => (await fetch(new URL('/healthz', url)).catch(() => undefined))?.ok === true
  // Each question takes as long as its answer.
  while (child.exitCode === null && !(await isUp())) await new Promise((next) => void setTimeout(next, 50))
  if (child.exitCode !== null) throw new Error('unable to start a presence server; it ended at once')
  return {
    url,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => void server.close(() => done()))
  return port
}
