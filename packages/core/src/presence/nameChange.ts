import type { LeaveReason } from '@rollcall/protocol'
import type { LiveSession } from './presenceState.ts'
import type { SessionEvent } from './sessionEvent.ts'

/** What happened to a session, as devtools show it: a fact in the past tense. */
export function nameChange(
  event: SessionEvent,
  before: LiveSession | undefined,
  reason: LeaveReason | undefined,
): string {
  switch (event.type) {
    case 'announced':
      return before === undefined ? 'presence/announced' : 'presence/changed'
    case 'patched':
      return 'presence/changed'
    case 'typed':
      return event.frame.on ? 'typing/started' : 'typing/stopped'
    case 'ticked':
      return 'typing/expired'
    case 'left':
      return 'presence/gone'
    case 'removed':
      return reason === 'timeout' ? 'presence/expired' : 'presence/missed'
  }
}
