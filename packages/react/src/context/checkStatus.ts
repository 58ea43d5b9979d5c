import type { Status, StatusRegistry } from '@rollcall/core'
import { warnOnce } from './warnOnce.ts'

/** What nobody knows is no mistake. */
const NOT_KNOWN: Status = 'unknown'

/** Warns of a status that this app has not defined, as of a typing error or of a newer app at the other end. */
export function checkStatus(status: Status, statuses: StatusRegistry): void {
  if (status === NOT_KNOWN || statuses.definitions.has(status)) return
  warnOnce(
    statuses,
    `status ${status}`,
    `the status "${status}" is not defined and shows as unknown; define it: ` +
      `createPresenceClient({ statuses: defineStatuses({ ${JSON.stringify(status)}: { label: … } }) })`,
  )
}
