/** Logs as lines of text: `level event key="value" …`. Where they go is handed in. */
import { LOG_LEVELS, type LogFacts, type LogLevel, type Logger } from './logger.ts'

export interface ConsoleLoggerOptions {
  /** The least level that is written; `silent` writes nothing. Default `info`. */
  readonly level?: LogLevel
  /** Gets each line, without a line break. */
  readonly write: (line: string) => void
  /** Text put before each line, such as the time. */
  readonly stamp?: () => string
}

// What JSON leaves as it is and a terminal or a log viewer would act on: DEL, C1 controls, line separators, bidi overrides.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON without anything that could start a new line or a terminal sequence: outside ids cannot forge log lines (T23). */
const quote = (value: unknown): string => JSON.stringify(value).replace(UNSAFE, escapeUnit)

function formatFacts(facts: LogFacts): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${quote(value)}`)
    .join('')
}

/** A logger that writes one line an event. `event` is our own text; everything that came from outside is quoted. */
export function createConsoleLogger({ level = 'info', write, stamp }: ConsoleLoggerOptions): Logger {
  const least = LOG_LEVELS.indexOf(level)
  return {
    log: (at, event, facts = {}) => {
      if (LOG_LEVELS.indexOf(at) < least) return
      const time = stamp === undefined ? '' : `${stamp()} `
      write(`${time}${at} ${event}${formatFacts(facts)}`)
    },
  }
}
