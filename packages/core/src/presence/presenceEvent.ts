/** What happens to people in a room, derived from what happens to their sessions. */
import type { LeaveReason, PresenceData } from '@rollcall/protocol'
import type { Session } from '../member/session.ts'
import type { AnyMember } from './foldMember.ts'
import type { LiveSession } from './presenceState.ts'

/** Person-level: see `RoomEvent`, which is the same with the app's own types. */
export interface PresenceEvent {
  readonly type: 'enter' | 'present' | 'update' | 'leave' | 'typing'
  readonly member: AnyMember
  readonly session: Session<PresenceData>
  readonly reason?: LeaveReason
  /** The last word of a leave. */
  readonly presence?: PresenceData
  /** Epoch ms by the server's clock. */
  readonly at: number
}

/** What a change of one session's record means beside its person's coming and going. */
export function classifyChange(
  previous: LiveSession | undefined,
  next: LiveSession | undefined,
): 'update' | 'typing' | undefined {
  if (previous === undefined || next === undefined) return 'update'
  const [before, after] = [previous.session, next.session]
  if (previous.fields !== next.fields || previous.info !== next.info) return 'update'
  if (before === after) return undefined
  if (before.presence !== after.presence || before.enteredAt !== after.enteredAt) return 'update'
  // What is left is `lastActiveAt`, and `held`, which is known only by chance of a roll call: a lost connection that
  // comes back within its window is no event (INV-15).
  return before.typing === after.typing ? undefined : 'typing'
}
