/** Between tabs: "still here" with nothing new, so that silence can mean something. */
import { TIMES, type Clock, type Random } from '@rollcall/protocol'

export interface Heartbeat {
  /** A whole state went out, for whatever reason: the next beat is counted from now. */
  sent(): void
  /** Whether the last state is older than half a beat: worth one at once after waking up. */
  isStale(): boolean
  stop(): void
}

export interface HeartbeatOptions {
  readonly clock: Clock
  readonly random: Random
  beat(): void
}

/** Tabs opened together must not speak together for ever. */
const JITTER = 0.1

/** Makes a heart that does not beat yet. */
export function createHeartbeat({ clock, random, beat }: HeartbeatOptions): Heartbeat {
  let sentAt = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined
  const stop = (): void => {
    cancel?.()
    cancel = undefined
  }
  return {
    sent: () => {
      stop()
      sentAt = clock.now()
      cancel = clock.setTimer(TIMES.peerHeartbeatMs * (1 + JITTER * (2 * random.fraction() - 1)), beat)
    },
    isStale: () => clock.now() - sentAt >= TIMES.peerHeartbeatMs / 2,
    stop,
  }
}
