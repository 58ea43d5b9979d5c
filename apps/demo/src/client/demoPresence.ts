/** What a tab says of itself at this demo, and what is known of its person. */
import type { PresenceLocation } from '@rollcall/core'

export interface DemoPresence {
  /** Names this tab among those of its person; made anew with each load. */
  readonly tab: string
  /** How many characters stand in the draft. Never which. */
  readonly draft?: number | undefined
  /** When this presence was last changed, epoch ms by the server's clock: the other end tells from it how long that took. */
  readonly changedAt?: number
  /** Where the tab is in the test document; written by `reportPresence`. */
  readonly locations?: readonly PresenceLocation[]
}

export interface DemoInfo {
  readonly name: string
}
