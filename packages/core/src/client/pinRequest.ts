import type { StatusChanges } from '@rollcall/protocol'
import type { PinnedStatus } from './selfState.ts'

/** What a `statusUpdate` or a `hello` says of a choice; of none: that it is over. */
export function pinRequest(pinned: PinnedStatus | undefined): {
  readonly pin: true
  readonly until?: number
  readonly changes: StatusChanges
} {
  if (pinned === undefined) return { pin: true, changes: { status: null, statusText: null } }
  const { status, statusText, until } = pinned
  return { pin: true, changes: { status, statusText: statusText ?? null }, ...(until === undefined ? {} : { until }) }
}
