/** The sessions of a room as lines of a table. */
import type { Member } from '@rollcall/core'
import type { DemoInfo, DemoPresence } from '../../client/demoPresence.ts'

export interface SessionRow {
  readonly sessionId: string
  readonly userId: string
  readonly name: string
  /** This very tab. */
  readonly isOwnTab: boolean
  /** `held`: its connection is away, and it may still come back as if nothing had been. */
  readonly state: string
  /** Epoch ms by the server's clock. */
  readonly enteredAt: number
}

/** People in the order of the room, each with their sessions in order of entering. */
export function sessionRows(members: readonly Member<DemoPresence, DemoInfo>[], ownTab: string): readonly SessionRow[] {
  return members.flatMap(({ userId, info, sessions }) =>
    sessions.map(({ sessionId, presence, held, status, enteredAt }) => ({
      sessionId,
      userId,
      enteredAt,
      name: info.name,
      isOwnTab: presence.tab === ownTab,
      state: held ? 'held' : status,
    })),
  )
}
