/** The dialect of a client to the server. */
import type { ClientFrame } from '../frames.ts'
import { LIMITS } from '../limits.ts'
import { decodeMessage, type Decoded } from './decodeMessage.ts'
import { encodeFrame } from './encodeFrame.ts'
import { indexRows, nested, optional, record, required, type FrameRow, type KeyRow } from './frameTable.ts'
import { content, data, flag, identifier, integer, list, name, oneOf, orNull, position } from './readers.ts'
import { idleMs, inRoom, inputName, nestedChanges, removed, request, seq, typingInputs } from './sharedKeys.ts'

const pinning: readonly KeyRow[] = [
  idleMs,
  optional('pin', 'pin', flag),
  optional('until', 'until', integer(0)),
  ...nestedChanges,
]
const presence = (wanted: typeof required): KeyRow => wanted('d', 'presence', data)
const userIds = required('ids', 'userIds', list(identifier, Number.MAX_SAFE_INTEGER))
const token = name(Number.MAX_SAFE_INTEGER)

const CLIENT_FRAMES: readonly FrameRow[] = [
  {
    wire: 'hello',
    type: 'hello',
    keys: [
      required('v', 'version', integer(0)),
      request,
      optional('token', 'token', token),
      optional('resume', 'resume', token),
      nested(optional('user', 'user', record), [
        required('id', 'id', identifier),
        optional('name', 'name', content(LIMITS.nameCodePoints * 2)),
      ]),
      ...pinning,
    ],
  },
  { wire: 'auth', type: 'auth', keys: [request, required('token', 'token', token)] },
  { wire: 'bye', type: 'bye', keys: [required('reason', 'reason', oneOf('leave', 'unload'))] },
  { wire: 'ping', type: 'ping', keys: [] },
  { wire: 'pong', type: 'pong', keys: [] },
  { wire: 'rollCall', type: 'rollCall', keys: [inRoom, request, optional('only', 'only', oneOf('count'))] },
  { wire: 'dismiss', type: 'dismiss', keys: [inRoom, request] },
  { wire: 'state', type: 'state', keys: [inRoom, seq, request, presence(required), typingInputs, idleMs] },
  { wire: 'patch', type: 'patch', keys: [inRoom, seq, request, presence(optional), removed, idleMs] },
  { wire: 'disconnect', type: 'disconnect', keys: [inRoom, seq, request, presence(optional)] },
  { wire: 'typing', type: 'typing', keys: [inRoom, seq, request, inputName, required('on', 'on', flag)] },
  { wire: 'move', type: 'move', keys: [inRoom, inputName, required('at', 'position', orNull(position))] },
  { wire: 'statusUpdate', type: 'statusUpdate', keys: [request, ...pinning] },
  { wire: 'follow', type: 'follow', keys: [request, userIds] },
  { wire: 'unfollow', type: 'unfollow', keys: [request, userIds] },
]

const ROWS = indexRows(CLIENT_FRAMES)

/** Reads a message of a client: each of its frames, or what was wrong with it. Never throws. */
export function decodeClientMessage(text: string): readonly Decoded<ClientFrame>[] {
  return decodeMessage<ClientFrame>(text, ROWS, { bounded: true, maxBytes: LIMITS.clientMessageBytes })
}

/** One frame of a client as text. */
export function encodeClientFrame(frame: ClientFrame): string {
  return encodeFrame(frame, ROWS)
}
