/**
 * Readers narrow one unknown value of the wire, or throw {@link Malformed}. The codec is the only
 * place where unknown input is checked; inside, types are believed.
 */
import { LIMITS } from '../limits.ts'
import { exceedsBytes } from './utf8Length.ts'
import { Malformed } from './frameProblem.ts'

export interface ReadContext {
  /** Off for what our own server sends: its limits may be configured wider than the defaults. */
  readonly bounded: boolean
}
export type Reader = (value: unknown, context: ReadContext) => unknown

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const ROOM = /^[A-Za-z0-9_.:@/-]{1,128}$/
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/
const LONE_SURROGATE = /\p{Surrogate}/gu

const bad = (message: string): Malformed => new Malformed('bad_frame', message)

const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\uFFFD')

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw bad('expected a string')
  return wellFormed(value)
}

/** Text of at most `max` UTF-16 units; too long is `data_too_large`, as it is content and not form. */
export const content =
  (max: number): Reader =>
  (value, context) => {
    const read = text(value)
    if (context.bounded && read.length > max) throw new Malformed('data_too_large', `text over ${max} characters`)
    return read
  }

/** Text that names something on the wire: an input, a token, a version. */
export const name =
  (max: number): Reader =>
  (value) => {
    const read = text(value)
    if (read.length > max) throw bad(`text over ${max} characters`)
    return read
  }

export const anyText: Reader = (value) => text(value)

export const identifier: Reader = (value) => {
  const read = text(value)
  if (read.length === 0 || read.length > LIMITS.idLength || CONTROL.test(read))
    throw bad('expected an id of 1 to 128 characters without control characters')
  return read
}

export const room: Reader = (value) => {
  if (typeof value !== 'string') throw bad('expected a room id')
  if (!ROOM.test(value))
    throw new Malformed('invalid_room', 'a room id has 1 to 128 characters of A-Z a-z 0-9 _ . : @ / -')
  return value
}

/** A status id: a word of the registry, never empty. */
export const status: Reader = (value) => {
  const read = text(value)
  if (read.length === 0 || read.length > LIMITS.fieldLength || CONTROL.test(read))
    throw bad('expected a status of 1 to 128 characters')
  return read
}

export const integer =
  (min: number): Reader =>
  (value) => {
    if (!Number.isSafeInteger(value) || Number(value) < min) throw bad(`expected an integer ≥ ${min}`)
    return value
  }

export const flag: Reader = (value) => {
  if (typeof value !== 'boolean') throw bad('expected true or false')
  return value
}

export const oneOf =
  (...allowed: readonly string[]): Reader =>
  (value) => {
    if (typeof value !== 'string' || !allowed.includes(value)) throw bad(`expected one of ${allowed.join(', ')}`)
    return value
  }

export const orNull =
  (read: Reader): Reader =>
  (value, context) =>
    value === null ? null : read(value, context)

export const list =
  (read: Reader, max: number): Reader =>
  (value, context) => {
    if (!Array.isArray(value)) throw bad('expected an array')
    if (context.bounded && value.length > max) throw bad(`array over ${max} items`)
    return value.map((item) => read(item, context))
  }

export const position: Reader = (value) => {
  if (
    !Array.isArray(value) ||
    value.length !== 2 ||
    !value.every((axis) => typeof axis === 'number' && Number.isFinite(axis))
  )
    throw bad('expected [x, y]')
  return [value[0], value[1]]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Copies JSON data, refusing forbidden keys at any depth and, where bounded, too deep or too wide ones. */
function copyData(value: unknown, depth: number, context: ReadContext): unknown {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw bad('expected a finite number')
  if (typeof value !== 'object' || value === null) return value
  if (context.bounded && depth > LIMITS.depth) throw bad(`data deeper than ${LIMITS.depth}`)
  if (Array.isArray(value)) {
    if (context.bounded && value.length > LIMITS.arrayItems) throw bad(`array over ${LIMITS.arrayItems} items`)
    return value.map((item) => copyData(item, depth + 1, context))
  }
  const entries = Object.entries(value)
  if (context.bounded && entries.length > LIMITS.keys) throw bad(`object over ${LIMITS.keys} keys`)
  return Object.fromEntries(
    entries.map(([key, item]) => {
      if (FORBIDDEN_KEYS.has(key)) throw bad(`the key ${key} is not allowed`)
      return [wellFormed(key), copyData(item, depth + 1, context)]
    }),
  )
}

/** Free data of the user's: `d`, `m`, `i`. */
export const data: Reader = (value, context) => {
  if (!isRecord(value)) throw bad('expected an object')
  const copy = copyData(value, 1, context)
  if (context.bounded && exceedsBytes(JSON.stringify(copy), LIMITS.userDataBytes))
    throw new Malformed('data_too_large', `data over ${LIMITS.userDataBytes} bytes`)
  return copy
}
