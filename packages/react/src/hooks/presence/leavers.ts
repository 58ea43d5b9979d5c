/** People who said goodbye a moment ago, so that a face may pale before it goes. */
import type { ClientTime } from '@rollcall/core'
import type { PresenceMember, RegisteredRoom } from '../../context/register.ts'
import type { Readable } from '../useStateSource.ts'

export interface Leaver {
  readonly member: PresenceMember
  /** Epoch ms. */
  readonly at: number
}

const NOBODY: readonly Leaver[] = []

/**
 * Hears who leaves while somebody listens. Only a goodbye counts: who was lost, closed their page or was sent away is
 * gone at once, since nobody knows whether they wanted to be. Keeps nobody longer than `keepMs`.
 */
export function createLeaverSource(
  room: Pick<RegisteredRoom, 'events'>,
  time: ClientTime,
  keepMs: number,
): Readable<readonly Leaver[]> {
  let leavers = NOBODY
  return {
    getCurrent: () => leavers,
    subscribe: (listener) => {
      const subscription = room.events.subscribe(({ type, member, reason }) => {
        if (type !== 'leave' && type !== 'enter' && type !== 'present') return
        const now = time.now()
        const others = leavers.filter(({ member: { userId }, at }) => userId !== member.userId && now < at + keepMs)
        const isGoodbye = type === 'leave' && reason === 'left' && keepMs > 0
        if (!isGoodbye && others.length === leavers.length) return
        leavers = isGoodbye ? [...others, { member, at: now }] : others
        listener()
      })
      return () => {
        leavers = NOBODY
        subscription.unsubscribe()
      }
    },
  }
}
