/** Settings from environment variables. Only this folder looks at the environment. */
import { OPTION_ROWS, usageError, variableOf, type OptionName, type RawOptions } from './options.ts'

type Environment = Readonly<Record<string, string | undefined>>

const ON = ['1', 'true', 'yes', 'on']
const OFF = ['0', 'false', 'no', 'off']
/** A variable named after these would change what the command does, not how. */
const ARGUMENTS_ONLY: readonly OptionName[] = ['help', 'version']

/**
 * Reads `ROLLCALL_*`. An empty variable counts as unset; unknown ones are left alone, as other programs may own them.
 * @throws PresenceError `unsupported` where a switch is neither on nor off
 */
export function readEnvironment(environment: Environment): RawOptions {
  const found = new Map<OptionName, readonly string[]>()
  for (const row of OPTION_ROWS) {
    const text = environment[variableOf(row.name)]?.trim()
    if (text === undefined || text === '' || ARGUMENTS_ONLY.includes(row.name)) continue
    if (row.value !== undefined) {
      const texts = row.repeatable ? text.split(',').map((part) => part.trim()) : [text]
      found.set(
        row.name,
        texts.filter((part) => part !== ''),
      )
    } else if (ON.includes(text.toLowerCase())) found.set(row.name, ['true'])
    else if (!OFF.includes(text.toLowerCase())) throw usageError(`${variableOf(row.name)} is a switch; use 1 or 0`)
  }
  return found
}
