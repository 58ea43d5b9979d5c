/** Written values become settings, or a sentence that says what to write instead. */
import { LOG_LEVELS, type LogLevel } from '../log/logger.ts'
import type { MetricsAccess } from '../presenceServer.ts'
import { usageError, type OptionName, type RawOptions } from './options.ts'

/** Where tokens are checked with. */
export type TokenSource =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'jwks'; readonly jwks: string }

export interface Settings {
  readonly mode: 'production' | 'development'
  readonly port: number
  /** Absent = every address of the machine. */
  readonly host?: string
  readonly path: string
  /** Absent in development only. */
  readonly tokens?: TokenSource
  readonly issuer?: string
  readonly audience?: string
  readonly origins?: readonly string[]
  readonly open: boolean
  /** Ms. */
  readonly window?: number
  /** Ms. */
  readonly awayAfter?: number
  readonly limitsFile?: string
  readonly metrics: MetricsAccess
  readonly logLevel: LogLevel
}

const DEFAULT_PORT = 8_080
const DEFAULT_PATH = '/realtime'
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
])

function reader(raw: RawOptions) {
  const text = (name: OptionName): string | undefined => raw.get(name)?.at(-1)
  const has = (name: OptionName): boolean => text(name) === 'true'
  const time = (name: OptionName): number | undefined => {
    const value = text(name)
    if (value === undefined) return undefined
    const match = /^(\d{1,9})(ms|s|m|)$/.exec(value)
    if (match === null) throw usageError(`--${name} is a time, such as 60s or 60000; not "${value}"`)
    return Number(match[1]) * (UNIT_MS.get(match[2] ?? '') ?? 1)
  }
  return { text, has, time }
}

type Reader = ReturnType<typeof reader>

function readPort({ text }: Reader): number {
  const value = text('port')
  if (value === undefined) return DEFAULT_PORT
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw usageError(`--port is a number from 0 to 65535; not "${value}"`)
  return Number(value)
}

function readPath({ text }: Reader): string {
  const value = text('path') ?? DEFAULT_PATH
  if (!/^(\/[\w.~-]+)+\/?$/.test(value)) throw usageError(`--path begins with "/", such as /realtime; not "${value}"`)
  return value.replace(/\/$/, '')
}

function readHost({ text, has }: Reader): string | undefined {
  const host = text('host')
  if (!has('dev')) return host
  if (host !== undefined && !LOOPBACK.includes(host))
    throw usageError(`--dev is for this machine only, not for --host ${host}; leave one of them out`)
  return host ?? '127.0.0.1'
}

function readTokens({ text, has }: Reader): TokenSource | undefined {
  const [secret, jwks] = [text('secret'), text('jwks')]
  if (secret !== undefined && jwks !== undefined) throw usageError('--secret and --jwks exclude each other')
  if (secret !== undefined) return { kind: 'secret', secret }
  if (jwks !== undefined) return { kind: 'jwks', jwks }
  if (has('dev')) return undefined
  throw usageError(
    'how do users prove who they are? Give --secret TEXT (shared secret of your tokens), --jwks URL (their key set), or --dev (nobody proves anything; this machine only)',
  )
}

function readLogLevel({ text }: Reader): LogLevel {
  const value = text('log-level') ?? 'info'
  const level = LOG_LEVELS.find((known) => known === value)
  if (level === undefined) throw usageError(`--log-level is one of ${LOG_LEVELS.join(', ')}; not "${value}"`)
  return level
}

const METRICS_ACCESS: readonly MetricsAccess[] = ['local', 'open', 'off']

function readMetrics({ text }: Reader): MetricsAccess {
  const value = text('metrics') ?? 'local'
  const access = METRICS_ACCESS.find((known) => known === value)
  if (access === undefined) throw usageError(`--metrics is one of ${METRICS_ACCESS.join(', ')}; not "${value}"`)
  return access
}

/** Keys without a value stay out, as `exactOptionalPropertyTypes` wants. */
function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  // What is left has no undefined in it; the compiler cannot follow a filter.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}

/**
 * Reads arguments over environment.
 * @throws PresenceError `unsupported`, whose message names the fix
 */
export function readSettings(environment: RawOptions, args: RawOptions): Settings {
  const raw: RawOptions = new Map([...environment, ...args])
  const from = reader(raw)
  return defined<Settings>({
    mode: from.has('dev') ? 'development' : 'production',
    port: readPort(from),
    host: readHost(from),
    path: readPath(from),
    tokens: readTokens(from),
    issuer: from.text('issuer'),
    audience: from.text('audience'),
    origins: raw.get('origin'),
    open: from.has('open') || from.has('dev'),
    window: from.time('window'),
    awayAfter: from.time('away-after'),
    limitsFile: from.text('limits'),
    metrics: readMetrics(from),
    logLevel: readLogLevel(from),
  })
}
