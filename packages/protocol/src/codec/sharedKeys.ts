/** Keys that stand in several frames, with the same meaning in each (PROTOCOL.md, chapter 2). */
import { LIMITS } from '../limits.ts'
import { inside, optional, required, type KeyRow } from './frameTable.ts'
import { content, data, flag, identifier, integer, list, name, orNull, room, status } from './readers.ts'

const statusText = content(LIMITS.statusTextLength)
const field = content(LIMITS.fieldLength)

/** Stands for an absent `i`, `d` or `limits`; frozen, since all who get it share it. */
export const EMPTY: Readonly<Record<string, never>> = Object.freeze({})

export const request: KeyRow = optional('n', 'request', integer(1))
export const inRoom: KeyRow = required('r', 'room', room)
export const ofSession: KeyRow = required('sid', 'sessionId', identifier)
export const seq: KeyRow = required('c', 'seq', integer(1))
export const idleMs: KeyRow = optional('idle', 'idleMs', integer(0))
/** `in`: the input or area; absent means the default one, `''`. */
export const inputName: KeyRow = { ...optional('in', 'input', name(LIMITS.idLength)), fallback: '', silent: true }
export const removed: KeyRow = optional('rm', 'removed', list(name(LIMITS.userDataBytes), LIMITS.keys))
export const typingInputs: KeyRow = optional('ty', 'typing', list(name(LIMITS.idLength), LIMITS.keys))

/** The pinned status of one's own person, in `welcome` and `self`. */
export const selfStatus: readonly KeyRow[] = [
  required('s', 'status', status),
  optional('st', 'statusText', statusText),
  optional('until', 'until', integer(0)),
  required('pin', 'pinned', flag),
]

/** A whole status, as others see it. */
export const statusFields: readonly KeyRow[] = [
  required('s', 'status', status),
  optional('st', 'statusText', statusText),
  optional('a', 'activity', field),
  optional('p', 'project', field),
  optional('l', 'language', field),
  optional('m', 'metadata', data),
]

/** The same as changes: `null` (and for text `""`) unsets. */
export const statusChanges: readonly KeyRow[] = [
  // `s:""` unsets like null, so it must get past the reader of a status word.
  optional(
    's',
    'status',
    orNull((value, context) => (value === '' ? null : status(value, context))),
  ),
  optional('st', 'statusText', orNull(statusText)),
  optional('a', 'activity', orNull(field)),
  optional('p', 'project', orNull(field)),
  optional('l', 'language', orNull(field)),
  optional('m', 'metadata', orNull(data)),
]

export const nestedChanges: readonly KeyRow[] = inside('changes', statusChanges)
