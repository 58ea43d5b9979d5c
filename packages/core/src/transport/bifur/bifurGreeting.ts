/**
 * A greeting is: authorize, subscribe, call the roll. The echo of that call is the first thing
 * the topic tells us, and it bears the user id that the server stamped on us.
 */
import type { Clock } from '@rollcall/protocol'

/** How long after the answer to our roll call we wait for its echo; a server without echoes only costs us this. */
const ECHO_PATIENCE_MS = 1_000

export interface BifurGreeting {
  begin(): void
  /** Our roll call was answered; its echo may have come before, or may never come. */
  answered(): void
  /** Only the first end of each greeting counts. */
  end(userId: string | undefined): void
  heardOthers(): void
  /** Whether the echo of our roll call came in this very turn, and nothing since: all answers are yet to come. */
  isCallFresh(): boolean
  stop(): void
}

/** @param welcomed told at the end: who the server says we are, if it said */
export function createBifurGreeting(clock: Clock, welcomed: (userId: string | undefined) => void): BifurGreeting {
  let isGreeting = false
  let isCallFresh = false
  let cancelPatience = (): void => {}
  const end = (userId: string | undefined): void => {
    if (!isGreeting) return
    isGreeting = false
    cancelPatience()
    // Without the echo we do not know where its answers begin; those that came before now were for nobody.
    isCallFresh = userId !== undefined
    clock.defer(() => {
      isCallFresh = false
    })
    welcomed(userId)
  }
  return {
    begin: () => {
      isGreeting = true
      isCallFresh = false
    },
    answered: () => {
      if (isGreeting) cancelPatience = clock.setTimer(ECHO_PATIENCE_MS, () => end(undefined))
    },
    end,
    heardOthers: () => {
      isCallFresh = false
    },
    isCallFresh: () => isCallFresh,
    stop: () => {
      isGreeting = false
      isCallFresh = false
      cancelPatience()
    },
  }
}
