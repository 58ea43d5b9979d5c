/** Remembers the last choice that was accepted: it stands again where another one is refused. */
import type { Settle } from '../presence/settlements.ts'
import { INITIAL_SELF, type Choice } from './selfState.ts'

export interface AcceptedChoice {
  /** The server tells what stands. */
  told(choice: Choice): void
  /** Hears what comes of a choice, and passes it on. One that was replaced meanwhile takes nothing back. */
  settled(pinned: Choice['pinned'], settle: Settle): Settle
  /** Nothing is taken back any more. */
  dispose(): void
}

export interface AcceptedChoiceOptions {
  current(): Choice['pinned']
  restore(choice: Choice): void
}

/** Makes one for somebody who chose nothing. */
export function createAcceptedChoice({ current, restore }: AcceptedChoiceOptions): AcceptedChoice {
  let accepted: Choice = INITIAL_SELF
  let isDisposed = false
  return {
    told: ({ pinned, isMine }) => {
      accepted = { pinned, isMine }
    },
    settled: (pinned, settle) => (error) => {
      if (error === undefined) accepted = { pinned, isMine: pinned !== undefined }
      else if (!isDisposed && current() === pinned) restore(accepted)
      settle(error)
    },
    dispose: () => {
      isDisposed = true
    },
  }
}
