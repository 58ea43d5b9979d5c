/**
 * A vocabulary as a table: one row a frame, one cell a key. Decoding and encoding read the same
 * row, so the two cannot drift apart.
 */
import { Malformed } from './frameProblem.ts'
import { isRecord, type ReadContext, type Reader } from './readers.ts'

export interface KeyRow {
  /** The short key on the wire. */
  readonly wire: string
  /** The whole word inside. */
  readonly field: string
  readonly read: Reader
  readonly required: boolean
  /** Inside, the field stands in this nested record. */
  readonly within?: string
  /** For values that are records with keys of their own. */
  readonly write?: (value: unknown) => unknown
  /** What stands on the wire where the field is absent, and reads as absent. */
  readonly blank?: string
  /** What an absent key means. */
  readonly fallback?: unknown
  /** The fallback is left out when writing. */
  readonly silent?: boolean
}

export interface FrameRow {
  /** `t` on the wire. */
  readonly wire: string
  /** `type` inside. */
  readonly type: string
  readonly keys: readonly KeyRow[]
}

type Fields = Record<string, unknown>

export const required = (wire: string, field: string, read: Reader): KeyRow => ({ wire, field, read, required: true })
export const optional = (wire: string, field: string, read: Reader): KeyRow => ({ wire, field, read, required: false })
export const inside = (within: string, keys: readonly KeyRow[]): readonly KeyRow[] =>
  keys.map((key) => ({ ...key, within }))
/** A key whose value is a record (or list of records) with rows of its own. */
export const nested = (key: KeyRow, keys: readonly KeyRow[]): KeyRow => ({
  ...key,
  read:
    key.read === recordList
      ? (value, context) => readList(value, keys, context)
      : (value, context) => readKeys(value, keys, context),
  write: (value) => (Array.isArray(value) ? value.map((item) => writeKeys(item, keys)) : writeKeys(value, keys)),
})
/** Markers for {@link nested}. */
export const record: Reader = (value) => value
export const recordList: Reader = (value) => value

function readList(value: unknown, keys: readonly KeyRow[], context: ReadContext): unknown {
  if (!Array.isArray(value)) throw new Malformed('bad_frame', 'expected an array')
  return value.map((item) => readKeys(item, keys, context))
}

/** Reads the known keys of a record into fields; unknown ones are ignored. */
export function readKeys(value: unknown, keys: readonly KeyRow[], context: ReadContext): Fields {
  if (!isRecord(value)) throw new Malformed('bad_frame', 'expected an object')
  const fields: Fields = {}
  for (const key of keys) {
    const target = key.within === undefined ? fields : nestedRecord(fields, key.within)
    const found = value[key.wire]
    if (found === undefined) {
      if (key.required) throw new Malformed('bad_frame', `the key "${key.wire}" is missing`)
      if (key.fallback !== undefined) target[key.field] = key.fallback
    } else if (key.blank === undefined || found !== key.blank) {
      target[key.field] = readNamed(key, found, context)
    }
  }
  return fields
}

function readNamed(key: KeyRow, value: unknown, context: ReadContext): unknown {
  try {
    return key.read(value, context)
  } catch (cause) {
    if (cause instanceof Malformed) throw new Malformed(cause.code, `"${key.wire}": ${cause.message}`)
    throw cause
  }
}

function nestedRecord(fields: Fields, name: string): Fields {
  const existing = fields[name]
  if (isRecord(existing)) return existing
  const created: Fields = {}
  fields[name] = created
  return created
}

/** The inverse of {@link readKeys}. */
export function writeKeys(source: unknown, keys: readonly KeyRow[]): Fields {
  const written: Fields = {}
  if (!isRecord(source)) return written
  for (const key of keys) {
    const holder = key.within === undefined ? source : source[key.within]
    const value = isRecord(holder) ? holder[key.field] : undefined
    if (key.silent === true && value === key.fallback) continue
    if (value !== undefined) written[key.wire] = key.write === undefined ? value : key.write(value)
    else if (key.blank !== undefined) written[key.wire] = key.blank
  }
  return written
}

export interface IndexedRows {
  readonly byWire: ReadonlyMap<string, FrameRow>
  readonly byType: ReadonlyMap<string, FrameRow>
}

export function indexRows(rows: readonly FrameRow[]): IndexedRows {
  return { byWire: new Map(rows.map((row) => [row.wire, row])), byType: new Map(rows.map((row) => [row.type, row])) }
}
