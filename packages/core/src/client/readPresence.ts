/** Checks what the app says before anything is done with it: plain data, small enough, and what the schema allows. */
import { LIMITS, PresenceError, exceedsBytes, type PresenceData } from '@rollcall/protocol'
import type { StandardSchema } from './standardSchema.ts'

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function invalid(reason: string, hint: string, cause?: unknown): PresenceError {
  return new PresenceError('invalid_presence', `unable to read presence; ${reason}`, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  })
}

const PLAIN = 'Use plain objects, arrays, strings, finite numbers, booleans and null.'

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A copy that JSON can carry without loss. `undefined` in an object is left out. */
function copyPlain(value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw invalid(`it holds a ${typeof value} that JSON cannot carry`, PLAIN)
  if (depth > LIMITS.depth)
    throw invalid(`it is deeper than ${LIMITS.depth} levels, or holds itself`, 'Keep presence flat.')
  if (Array.isArray(value)) return copyArray(value, depth)
  if (!isPlainObject(value)) throw invalid('it holds an object that is not plain', PLAIN)
  return copyObject(value, depth)
}

function copyArray(value: readonly unknown[], depth: number): readonly unknown[] {
  if (value.length > LIMITS.arrayItems)
    throw invalid(`it holds an array over ${LIMITS.arrayItems} items`, 'Presence is no place for documents.')
  return value.map((item) => copyPlain(item, depth + 1))
}

function copyObject(value: Record<string, unknown>, depth: number): PresenceData {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length > LIMITS.keys)
    throw invalid(`it holds an object over ${LIMITS.keys} keys`, 'Presence is no place for documents.')
  for (const [key] of entries)
    if (FORBIDDEN_KEYS.has(key)) throw invalid(`the key ${key} is not allowed`, 'Call it something else.')
  return Object.fromEntries(entries.map(([key, item]) => [key, copyPlain(item, depth + 1)]))
}

/**
 * An own copy of `value`, the app's presence data.
 * @throws PresenceError `invalid_presence` where it is not plain data, `data_too_large` over 4 KiB
 */
export function readPresence(value: unknown): PresenceData {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlainObject(value))
    throw invalid('it is not a plain object', 'Presence is an object of keys and values.')
  let copy: PresenceData
  try {
    copy = copyObject(value, 1)
  } catch (thrown) {
    if (thrown instanceof PresenceError) throw thrown
    // A getter or a proxy of the app's own.
    throw invalid('reading it threw', PLAIN, thrown)
  }
  if (exceedsBytes(JSON.stringify(copy), LIMITS.userDataBytes))
    throw new PresenceError(
      'data_too_large',
      `unable to send presence; it is over ${LIMITS.userDataBytes} bytes as JSON`,
      { hint: 'Keep what is large in your own store and say its id.', details: { limit: LIMITS.userDataBytes } },
    )
  return copy
}

/**
 * An own copy of what the app wants to change: keys to set or, with `undefined`, to remove.
 * @throws PresenceError `invalid_presence` where it is not plain data
 */
export function readPatch(patch: unknown): PresenceData {
  const set = readPresence(patch)
  const removed = Object.entries(Object(patch)).filter(([, value]) => value === undefined)
  return { ...set, ...Object.fromEntries(removed) }
}

/**
 * What is wrong with `value` by the schema; `undefined` where nothing is, or there is no schema.
 * A schema need not know of `locations`, which are reported beside the app's own keys.
 */
export function checkSchema(
  schema: StandardSchema<unknown> | undefined,
  value: PresenceData,
): PresenceError | undefined {
  if (schema === undefined) return undefined
  const problem = validate(schema, value)
  if (problem === undefined || !Object.hasOwn(value, 'locations')) return problem
  const { locations: _, ...own } = value
  return validate(schema, own) === undefined ? undefined : problem
}

function validate(schema: StandardSchema<unknown>, value: PresenceData): PresenceError | undefined {
  try {
    const result = schema['~standard'].validate(value)
    if (result instanceof Promise)
      return invalid('its schema answers later', 'Use a schema that validates synchronously.')
    if (result.issues === undefined) return undefined
    return invalid(result.issues.map(({ message }) => message).join(', '), 'See the schema given to the client.')
  } catch (thrown) {
    return invalid('its schema threw', 'A schema returns issues, it does not throw.', thrown)
  }
}
