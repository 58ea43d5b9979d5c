/** A message of the wire as lines to read: one a frame, with what it does and how much it weighs. Pure. */

/** What went over the line, as it was. */
export type WireMessage =
  | { readonly at: number; readonly way: 'in' | 'out'; readonly text: string }
  | { readonly at: number; readonly way: 'open' | 'close'; readonly code?: number | undefined }

/** What a frame does, in the words of a room; `link`: keeps the connection itself. */
export const VERBS = ['enter', 'leave', 'update', 'sync', 'typing', 'move', 'link'] as const
export type Verb = (typeof VERBS)[number]

export interface FrameLine {
  /** Epoch ms. */
  readonly at: number
  readonly way: WireMessage['way']
  readonly verb: Verb
  /** As it stands on the wire. */
  readonly type: string
  /** Whose it is, where it says so. */
  readonly sessionId?: string
  readonly userId?: string
  /** UTF-8; 0 for what is no frame. */
  readonly bytes: number
  /** JSON, without what lets somebody in. */
  readonly text: string
}

type Frame = Readonly<Record<string, unknown>>

const VERB_OF: ReadonlyMap<string, Verb> = new Map([
  ...pairs('enter', 'state', 'o'),
  ...pairs('leave', 'disconnect', 'x', 'bye'),
  ...pairs('update', 'patch', 'u', 'statusUpdate', 'self'),
  ...pairs('sync', 'rollCall', 'synced', 'sync', 'count', 'follow', 'unfollow', 'dismiss'),
  ...pairs('typing', 'typing'),
  ...pairs('move', 'move'),
])
/** Who has one of these can be somebody else: they are shown by their length. */
const SECRETS = new Set(['token', 'resume'])
const utf8 = new TextEncoder()

/** What can be read of a message. A text that is no frame is a line as well: it was there. */
export function frameLines(message: WireMessage): readonly FrameLine[] {
  const { at, way } = message
  if (!('text' in message)) {
    const text = message.code === undefined ? '' : `code ${message.code}`
    return [{ at, way, verb: 'link', type: `socket ${way}`, bytes: 0, text }]
  }
  const frames = readFrames(message.text)
  return frames.map((frame) => {
    const text = JSON.stringify(frame, hideSecret)
    // A batch is weighed frame by frame, a frame alone as it stood on the wire.
    const bytes = utf8.encode(frames.length === 1 ? message.text : JSON.stringify(frame)).length
    const type = readText(frame['t']) ?? 'unreadable'
    const sessionId = readText(frame['sid'])
    const userId = readText(frame['id'])
    return {
      at,
      way,
      type,
      bytes,
      text,
      verb: VERB_OF.get(type) ?? 'link',
      ...(sessionId !== undefined && { sessionId }),
      ...(userId !== undefined && { userId }),
    }
  })
}

/** One line of JSON a frame, oldest first, as tests and other tools read it. */
export function toNdjson(lines: readonly FrameLine[]): string {
  return lines
    .toReversed()
    .map(({ at, way, type, bytes, text }) =>
      JSON.stringify({ at: new Date(at).toISOString(), way, bytes, frame: bytes === 0 ? type : JSON.parse(text) }),
    )
    .join('\n')
}

function readFrames(text: string): readonly Frame[] {
  try {
    const message: unknown = JSON.parse(text)
    return [message].flat().map((frame) => (isFrame(frame) ? frame : { unreadable: frame }))
  } catch {
    return [{ unreadable: text }]
  }
}

function isFrame(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function hideSecret(key: string, value: unknown): unknown {
  return SECRETS.has(key) && typeof value === 'string' ? `(${value.length} characters)` : value
}

function pairs(verb: Verb, ...types: string[]): readonly (readonly [string, Verb])[] {
  return types.map((type) => [type, verb])
}
