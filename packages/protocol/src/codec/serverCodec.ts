/** The dialect of the server to a client. */
import { isPresenceErrorCode } from '../errorCatalogue.ts'
import type { ServerFrame } from '../frames.ts'
import { decodeMessage, type Decoded } from './decodeMessage.ts'
import { encodeFrame } from './encodeFrame.ts'
import {
  indexRows,
  inside,
  nested,
  optional,
  record,
  recordList,
  required,
  type FrameRow,
  type KeyRow,
} from './frameTable.ts'
import { anyText, data, flag, identifier, integer } from './readers.ts'
import { disconnectKeys, moveKeys, stateKeys, typingKeys } from './sessionKeys.ts'
import {
  EMPTY,
  idleMs,
  inRoom,
  nestedChanges,
  ofSession,
  removed,
  request,
  selfStatus,
  seq,
  statusChanges,
  statusFields,
} from './sharedKeys.ts'

/** `a`, `p`, `l` always stand in a whole picture of a person; `""` is unset. */
const SHOWN_ALWAYS: ReadonlySet<string> = new Set(['a', 'p', 'l'])
const person: readonly KeyRow[] = [
  required('id', 'userId', identifier),
  optional('i', 'info', data),
  ...statusFields.map((key) => (SHOWN_ALWAYS.has(key.wire) ? { ...key, blank: '' } : key)),
]
const lastSeenAt = optional('ts', 'lastSeenAt', integer(0))
// A code of a newer server is still an error, only not one that we know.
const errorCode = (value: unknown): unknown =>
  typeof value === 'string' && isPresenceErrorCode(value) ? value : 'internal'

const SERVER_FRAMES: readonly FrameRow[] = [
  {
    wire: 'welcome',
    type: 'welcome',
    keys: [
      required('v', 'version', integer(0)),
      required('sid', 'sessionId', identifier),
      required('id', 'userId', identifier),
      { ...optional('i', 'info', data), fallback: EMPTY },
      required('resume', 'resume', anyText),
      required('resumed', 'resumed', flag),
      nested(required('self', 'self', record), selfStatus),
      required('epoch', 'epoch', anyText),
      required('ts', 'at', integer(0)),
      required('heartbeat', 'heartbeatMs', integer(1)),
      required('timeout', 'timeoutMs', integer(1)),
      required('window', 'windowMs', integer(0)),
      { ...optional('limits', 'limits', data), fallback: EMPTY },
    ],
  },
  { wire: 'self', type: 'self', keys: inside('self', selfStatus) },
  { wire: 'ping', type: 'ping', keys: [optional('ts', 'at', integer(0))] },
  { wire: 'pong', type: 'pong', keys: [] },
  { wire: 'ack', type: 'ack', keys: [required('n', 'request', integer(1))] },
  {
    wire: 'error',
    type: 'error',
    keys: [
      request,
      required('code', 'code', errorCode),
      required('message', 'message', anyText),
      optional('retryAfterMs', 'retryAfterMs', integer(0)),
      optional('details', 'details', data),
    ],
  },
  { wire: 'warn', type: 'warn', keys: [required('code', 'code', anyText)] },
  { wire: 'synced', type: 'synced', keys: [inRoom, required('v', 'version', integer(0))] },
  { wire: 'state', type: 'state', keys: stateKeys },
  {
    wire: 'patch',
    type: 'patch',
    keys: [
      inRoom,
      ofSession,
      seq,
      optional('i', 'info', data),
      ...statusChanges,
      optional('d', 'presence', data),
      removed,
      idleMs,
    ],
  },
  { wire: 'disconnect', type: 'disconnect', keys: disconnectKeys },
  { wire: 'typing', type: 'typing', keys: typingKeys },
  { wire: 'move', type: 'move', keys: moveKeys },
  {
    wire: 'count',
    type: 'count',
    keys: [inRoom, required('members', 'members', integer(0)), required('sessions', 'sessions', integer(0))],
  },
  { wire: 'sync', type: 'sync', keys: [nested(required('users', 'people', recordList), [...person, lastSeenAt])] },
  { wire: 'o', type: 'appeared', keys: person.map((key) => ({ ...key, within: 'person' })) },
  {
    wire: 'u',
    type: 'changed',
    keys: [required('id', 'userId', identifier), ...inside('changes', [optional('i', 'info', data)]), ...nestedChanges],
  },
  { wire: 'x', type: 'gone', keys: [required('id', 'userId', identifier), required('ts', 'at', integer(0))] },
]

const ROWS = indexRows(SERVER_FRAMES)

/** Reads a message of the server. Sizes are not bounded here: its limits may be wider than our defaults. Never throws. */
export function decodeServerMessage(text: string): readonly Decoded<ServerFrame>[] {
  return decodeMessage<ServerFrame>(text, ROWS, { bounded: false, maxBytes: Number.MAX_SAFE_INTEGER })
}

/** One frame of the server as text. */
export function encodeServerFrame(frame: ServerFrame): string {
  return encodeFrame(frame, ROWS)
}
