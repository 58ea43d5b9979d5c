#!/usr/bin/env node
/** `rollcall-server`: the command. Ends with 2 for a wrong setting, with 1 where the port cannot be had. */
import { PresenceError } from '@rollcall/protocol'
import { readFileSync } from 'node:fs'
import { createConsoleLogger } from '../log/consoleLogger.ts'
import { helpText, readArguments, type RawOptions } from './options.ts'
import { readEnvironment } from './readEnvironment.ts'
import type { Serving } from './serve.ts'
import { readSettings, type Settings } from './settings.ts'

/** A second signal, or this, ends the process whatever still hangs. */
const LAST_RESORT_MS = 5_000

const DEV_WARNING = `
  DEVELOPMENT MODE: nobody proves who they are, and everybody may see everything.
  Only this machine can connect. For anything else: --secret or --jwks.
`

function version(): string {
  // The same relative place from src/ and from dist/.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version: found }: { version: string } = JSON.parse(text)
  return found
}

/** Tells clients to come back later, and ends; a second signal ends at once. */
function endOnSignals({ server }: Serving): void {
  let ending = false
  const end = (signal: NodeJS.Signals): void => {
    if (ending) process.exit(1)
    ending = true
    console.log(`${signal}: telling ${server.connectionCount()} connections to come back later`)
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref()
    void server.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

function greet(settings: Settings, { listening }: Serving): void {
  const { url } = listening
  console.log(`rollcall-server ${version()} listens on ${url}${settings.path}`)
  console.log(`  socket ${url.replace('http', 'ws')}${settings.path}`)
  console.log(`  health ${url}/healthz`)
  if (settings.mode === 'development') console.warn(DEV_WARNING)
  else if (settings.open) console.warn('  open: every authenticated user may see and enter every room')
}

async function start(settings: Settings): Promise<void> {
  const logger = createConsoleLogger({
    level: settings.logLevel,
    write: (line) => console.error(line),
    stamp: () => new Date().toISOString(),
  })
  // The server itself is loaded once it is needed: a wrong setting is told at once.
  const { serve } = await import('./serve.ts')
  const serving = await serve(settings, logger)
  endOnSignals(serving)
  greet(settings, serving)
}

function explain(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof PresenceError)
    return { message: error.hint === undefined ? error.message : `${error.message}\n  ${error.hint}`, exitCode: 2 }
  // Node's own words name the address; EADDRINUSE is the usual one.
  const reason = error instanceof Error ? error.message : String(error)
  return { message: `unable to listen; ${reason}\n  choose another --port or --host`, exitCode: 1 }
}

async function run(args: RawOptions): Promise<void> {
  if (args.has('help')) console.log(helpText())
  else if (args.has('version')) console.log(version())
  else await start(readSettings(readEnvironment(process.env), args))
}

try {
  await run(readArguments(process.argv.slice(2)))
} catch (error) {
  const { message, exitCode } = explain(error)
  console.error(message)
  process.exitCode = exitCode
}
