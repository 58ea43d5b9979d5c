/** Rows of the session frames that a server and a tab say alike (PROTOCOL.md, chapter 4). */
import { optional, required, type KeyRow } from './frameTable.ts'
import { data, flag, identifier, integer, oneOf, orNull, position } from './readers.ts'
import { EMPTY, idleMs, inRoom, inputName, ofSession, seq, statusFields, typingInputs } from './sharedKeys.ts'

export const stateKeys: readonly KeyRow[] = [
  inRoom,
  ofSession,
  required('id', 'userId', identifier),
  seq,
  { ...optional('i', 'info', data), fallback: EMPTY },
  ...statusFields.map((key) => (key.wire === 's' ? { ...key, required: false, fallback: 'online' } : key)),
  { ...optional('d', 'presence', data), fallback: EMPTY },
  typingInputs,
  { ...idleMs, fallback: 0 },
  { ...optional('at', 'enteredAt', integer(0)), fallback: 0 },
  optional('age', 'ageMs', integer(0)),
  optional('held', 'held', flag),
]
export const disconnectKeys: readonly KeyRow[] = [
  inRoom,
  ofSession,
  seq,
  { ...optional('reason', 'reason', oneOf('left', 'closed', 'timeout', 'kicked', 'residual')), fallback: 'left' },
  optional('ts', 'at', integer(0)),
  optional('d', 'presence', data),
]
export const typingKeys: readonly KeyRow[] = [inRoom, ofSession, seq, inputName, required('on', 'on', flag)]
export const moveKeys: readonly KeyRow[] = [inRoom, ofSession, inputName, required('at', 'position', orNull(position))]
