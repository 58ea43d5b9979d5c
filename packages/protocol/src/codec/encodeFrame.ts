import { LIMITS } from '../limits.ts'
import { writeKeys, type IndexedRows } from './frameTable.ts'
import { utf8Length } from './utf8Length.ts'

/** One frame as text. Encode once, then hand the same text to all who get it. */
export function encodeFrame(frame: { readonly type: string }, rows: IndexedRows): string {
  const row = rows.byType.get(frame.type)
  // Cannot happen while the vocabularies and their tables agree; the tables' test holds them together.
  if (row === undefined) throw new TypeError(`unable to encode a frame; "${frame.type}" has no row`)
  return JSON.stringify({ t: row.wire, ...writeKeys(frame, row.keys) })
}

/**
 * Joins encoded frames into as few messages as the limits allow: one frame alone stays an object,
 * several become batches. A frame over `maxBytes` goes by itself.
 */
export function joinFrames(frames: readonly string[], maxBytes: number = LIMITS.serverMessageBytes): readonly string[] {
  const only = frames[0]
  if (only === undefined) return []
  if (frames.length === 1) return [only]
  const messages: string[] = []
  let batch: string[] = []
  // Two brackets; a comma is counted with each frame.
  let bytes = 2
  const flush = (): void => {
    const first = batch[0]
    if (first !== undefined) messages.push(batch.length === 1 ? first : `[${batch.join(',')}]`)
    batch = []
    bytes = 2
  }
  for (const frame of frames) {
    const size = utf8Length(frame) + 1
    if (bytes + size > maxBytes || batch.length === LIMITS.batchFrames) flush()
    batch.push(frame)
    bytes += size
  }
  flush()
  return messages
}
