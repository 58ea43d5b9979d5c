/** The options of the command, as one table: from it come the arguments, the environment variables and the help. */
import { PresenceError } from '@rollcall/protocol'
import { parseArgs } from 'node:util'

export type OptionName =
  | 'port'
  | 'host'
  | 'path'
  | 'secret'
  | 'jwks'
  | 'issuer'
  | 'audience'
  | 'origin'
  | 'open'
  | 'dev'
  | 'window'
  | 'away-after'
  | 'limits'
  | 'metrics'
  | 'log-level'
  | 'help'
  | 'version'

export interface OptionRow {
  readonly name: OptionName
  /** Stands for the value in the help; absent = a switch. */
  readonly value?: string
  /** May be given several times; in the environment, separated by commas. */
  readonly repeatable?: true
  readonly help: string
}

export const OPTION_ROWS: readonly OptionRow[] = [
  { name: 'port', value: 'N', help: 'port to listen on, 0 for any free one (default 8080)' },
  { name: 'host', value: 'ADDRESS', help: 'address to listen on (default: all; with --dev 127.0.0.1)' },
  { name: 'path', value: 'PATH', help: 'path of the socket and the HTTP routes (default /realtime)' },
  { name: 'secret', value: 'TEXT', help: 'shared secret of the tokens, 32 bytes or more; better in ROLLCALL_SECRET' },
  { name: 'jwks', value: 'URL|FILE', help: 'key set of the tokens' },
  { name: 'issuer', value: 'TEXT', help: 'what the claim "iss" must be' },
  { name: 'audience', value: 'TEXT', help: 'what the claim "aud" must hold' },
  { name: 'origin', value: 'ORIGIN', repeatable: true, help: 'page that may connect (default: this host); repeatable' },
  { name: 'open', help: 'every authenticated user may see and enter every room and follow everybody' },
  { name: 'dev', help: 'development: anyone may name himself, open, this machine only' },
  { name: 'window', value: 'TIME', help: 'how long a lost connection is held (default 60s)' },
  {
    name: 'away-after',
    value: 'TIME',
    help: 'sets times.awayAfterMs (default 300s); clients decide by their own awayAfter',
  },
  { name: 'limits', value: 'FILE', help: 'JSON file {"limits":{…},"times":{…}} with any other number' },
  { name: 'metrics', value: 'WHO', help: 'who may read /metrics: local, open or off (default local)' },
  { name: 'log-level', value: 'LEVEL', help: 'debug, info, warn, error or silent (default info)' },
  { name: 'help', help: 'say this' },
  { name: 'version', help: 'say the version' },
]

/** Values as they were written, each option with all of its; a switch that is on has `'true'`. */
export type RawOptions = ReadonlyMap<OptionName, readonly string[]>

/** What whoever started the command has to change; it ends with code 2. `reason` names what to do instead. */
export const usageError = (reason: string): PresenceError =>
  new PresenceError('unsupported', `unable to start; ${reason}`)

const isOptionName = (name: string): name is OptionName => OPTION_ROWS.some((row) => row.name === name)

/** `ROLLCALL_LOG_LEVEL` for `log-level`. */
export const variableOf = (name: OptionName): string => `ROLLCALL_${name.replaceAll('-', '_').toUpperCase()}`

/**
 * Reads the arguments of the command.
 * @throws PresenceError `unsupported` for an argument that is not in the table
 */
export function readArguments(args: readonly string[]): RawOptions {
  const options = Object.fromEntries(
    OPTION_ROWS.map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  )
  try {
    // `pnpm server -- --dev` hands the separator on.
    const { values } = parseArgs({ args: args[0] === '--' ? args.slice(1) : [...args], options, strict: true })
    const given = Object.entries(values).flatMap(([name, value]) =>
      isOptionName(name) && value !== undefined ? [[name, [value].flat().map(String)] as const] : [],
    )
    return new Map(given)
  } catch (error) {
    // parseArgs says which argument was wrong; where it goes on about `--`, that is no advice for options without operands.
    const reason = error instanceof Error ? error.message.split('. ')[0] : 'unreadable arguments'
    throw usageError(`${reason}; see --help`)
  }
}

/** The text of `--help`. */
export function helpText(): string {
  const left = (row: OptionRow): string => `  --${row.name}${row.value === undefined ? '' : ` ${row.value}`}`
  const width = Math.max(...OPTION_ROWS.map((row) => left(row).length)) + 2
  return [
    'Usage: rollcall-server (--secret TEXT | --jwks URL|FILE | --dev) [options]',
    '',
    ...OPTION_ROWS.map((row) => `${left(row).padEnd(width)}${row.help}`),
    '',
    'Each option can stand in the environment too: ROLLCALL_PORT, ROLLCALL_LOG_LEVEL, …; several origins separated by',
    'commas. Arguments win. A TIME is a number of milliseconds, or has a unit: 500ms, 60s, 5m.',
  ].join('\n')
}
