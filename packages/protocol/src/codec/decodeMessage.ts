/** A message is one frame or a batch of them; one bad frame does not stop the rest. */
import { LIMITS } from '../limits.ts'
import { Malformed, type FrameProblem } from './frameProblem.ts'
import { readKeys, type IndexedRows } from './frameTable.ts'
import { isRecord, type ReadContext } from './readers.ts'
import { exceedsBytes } from './utf8Length.ts'

/** A frame, or what was wrong with it. */
export type Decoded<F> =
  | { readonly frame: F; readonly problem?: never }
  | { readonly frame?: never; readonly problem: FrameProblem }

export interface DecodeOptions extends ReadContext {
  readonly maxBytes: number
}

const malformed = (message: string): { problem: FrameProblem } => ({
  problem: { code: 'bad_frame', message, malformed: true },
})

/** The frame's own request number, also of a bad frame. */
function readRequest(value: Readonly<Record<string, unknown>>): { request?: number } {
  const request = Object.hasOwn(value, 'n') ? value['n'] : undefined
  return typeof request === 'number' && Number.isSafeInteger(request) && request >= 1 ? { request } : {}
}

function decodeOne<F>(value: unknown, rows: IndexedRows, context: ReadContext): Decoded<F> {
  if (!isRecord(value)) return malformed('a frame is a JSON object')
  const type = Object.hasOwn(value, 't') ? value['t'] : undefined
  if (typeof type !== 'string')
    return { problem: { ...malformed('the key "t" is missing or no string').problem, ...readRequest(value) } }
  const row = rows.byWire.get(type)
  if (row === undefined)
    return { problem: { code: 'bad_frame', message: 'unknown frame type', malformed: false, ...readRequest(value) } }
  try {
    const fields = readKeys(value, row.keys, context)
    fields['type'] = row.type
    // The rows of a table are the fields of its vocabulary; this is the one place where that is claimed.
    return { frame: fields as F }
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause
    return {
      problem: {
        code: cause.code,
        message: `${type}: ${cause.message}`,
        malformed: cause.code === 'bad_frame',
        ...readRequest(value),
      },
    }
  }
}

/** Decodes a value that is parsed already. */
export function decodeValue<F>(value: unknown, rows: IndexedRows, context: ReadContext): readonly Decoded<F>[] {
  if (!Array.isArray(value)) return [decodeOne(value, rows, context)]
  if (context.bounded && value.length > LIMITS.batchFrames)
    return [malformed(`a batch has at most ${LIMITS.batchFrames} frames`)]
  return value.map((item) => decodeOne(item, rows, context))
}

/** Decodes the text of a message. Never throws. */
export function decodeMessage<F>(text: string, rows: IndexedRows, options: DecodeOptions): readonly Decoded<F>[] {
  if (exceedsBytes(text, options.maxBytes))
    return [{ problem: { code: 'too_large', message: `message over ${options.maxBytes} bytes`, malformed: true } }]
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return [malformed('not JSON')]
  }
  return decodeValue(value, rows, options)
}
