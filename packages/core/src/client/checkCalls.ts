/** Checks what the app hands to the client, before anything is done with it. */
import { LIMITS, PresenceError, type StatusChanges } from '@rollcall/protocol'
import type { ActivityChanges } from './presenceClient.ts'
import { readPresence } from './readPresence.ts'

const ROOM_ID = /^[A-Za-z0-9_.:@/-]{1,128}$/

/** @throws PresenceError `invalid_room` */
export function checkRoomId(id: string): void {
  if (ROOM_ID.test(id)) return
  throw new PresenceError('invalid_room', 'unable to take a room; its id does not fit', {
    hint: 'A room id has 1 to 128 characters of A-Z a-z 0-9 _ . : @ / -',
  })
}

/** @throws PresenceError `data_too_large` */
function checkText(name: string, text: string | null | undefined, max: number): void {
  if (text === null || text === undefined || text.length <= max) return
  throw new PresenceError('data_too_large', `unable to say ${name}; it is over ${max} characters`, {
    hint: 'Shorten it.',
    details: { limit: max },
  })
}

/** @throws PresenceError `unsupported` for `offline`, which nobody can say of themselves; `data_too_large` */
export function checkStatus(status: string, text: string | undefined): void {
  if (status === 'offline' || status === '')
    throw new PresenceError('unsupported', `unable to set the status; "${status}" cannot be chosen`, {
      hint: 'Leave the rooms, dispose of the client, or be "invisible".',
    })
  checkText('a status', status, LIMITS.fieldLength)
  checkText('a status text', text, LIMITS.statusTextLength)
}

/** An own copy of what changed. @throws PresenceError `data_too_large`, `invalid_presence` for metadata that is not plain data */
export function readActivity({ activity, project, language, metadata }: ActivityChanges): StatusChanges {
  checkText('an activity', activity, LIMITS.fieldLength)
  checkText('a project', project, LIMITS.fieldLength)
  checkText('a language', language, LIMITS.fieldLength)
  return {
    ...(activity === undefined ? {} : { activity }),
    ...(project === undefined ? {} : { project }),
    ...(language === undefined ? {} : { language }),
    ...(metadata === undefined ? {} : { metadata: metadata === null ? null : readPresence(metadata) }),
  }
}
