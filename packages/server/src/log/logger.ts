/** The port for logs; silent by default. Tokens, cookies and presence never go through it (T23). */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>

export interface Logger {
  /** `event` is a stable name such as `connection closed`; facts are for grep, ids JSON-encoded by the writer. */
  log(level: Exclude<LogLevel, 'silent'>, event: string, facts?: LogFacts): void
}

export const silentLogger: Logger = { log: () => {} }
