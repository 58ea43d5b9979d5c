/** How much is said to screen readers, in three steps. */
import type { AnnouncementPolicy } from '@rollcall/react'

export type Verbosity = 'quiet' | 'default' | 'chatty'

const POLICIES: Readonly<Record<Verbosity, Partial<AnnouncementPolicy>>> = {
  quiet: { people: 'off', typing: 'off', connection: 'off', field: 'off' },
  default: {},
  chatty: { people: 'high', typing: 'high', connection: 'high', field: 'high' },
}

/** Always the same object for the same step. */
export function policyOf(verbosity: Verbosity): Partial<AnnouncementPolicy> {
  return POLICIES[verbosity]
}
