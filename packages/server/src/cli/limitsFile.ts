import { SERVER_LIMITS, SERVER_TIMES, type ServerLimits, type ServerTimes } from '../hub/serverLimits.ts'
import { usageError } from './options.ts'

export interface Numbers {
  readonly limits: Partial<ServerLimits>
  readonly times: Partial<ServerTimes>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks each key against the defaults: a misspelt limit must not look as if it held. */
function readNumbers<T extends object>(value: unknown, defaults: T, where: string): Partial<T> {
  if (value === undefined) return {}
  if (!isRecord(value)) throw usageError(`"${where}" in the limits file is no object`)
  for (const [key, number] of Object.entries(value)) {
    if (!Object.hasOwn(defaults, key))
      throw usageError(`"${where}.${key}" in the limits file is unknown; known are ${Object.keys(defaults).join(', ')}`)
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0)
      throw usageError(`"${where}.${key}" in the limits file is no number of 0 or more`)
  }
  // Every key is one of the defaults' and every value a number, as theirs are.
  return value as Partial<T>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageError('the limits file is no JSON')
  }
}

/**
 * Reads the text of `--limits FILE`: `{"limits":{…},"times":{…}}`, with names as in `serverLimits.ts`.
 * @throws PresenceError `unsupported` where it is no such JSON
 */
export function readLimits(text: string): Numbers {
  const value = parse(text)
  if (!isRecord(value)) throw usageError('the limits file holds no object')
  const other = Object.keys(value).find((key) => key !== 'limits' && key !== 'times')
  if (other !== undefined) throw usageError(`"${other}" in the limits file is unknown; known are limits and times`)
  return {
    limits: readNumbers(value['limits'], SERVER_LIMITS, 'limits'),
    times: readNumbers(value['times'], SERVER_TIMES, 'times'),
  }
}
