/**
 * Judges whether the other end is there. Silence in either direction asks: a client judges us in
 * the same way, so it must hear something even when it is the one who talks. And once in a
 * while a busy one is asked too, since a pong proves that what was sent before has arrived.
 */
import type { Clock } from '@rollcall/protocol'

export interface HeartbeatOptions {
  readonly clock: Clock
  readonly heartbeatMs: number
  readonly timeoutMs: number
  readonly ping: () => void
  readonly expire: () => void
}

export interface Heartbeat {
  /** Anything came in. */
  heard(): void
  /** A pong came in. */
  proved(): void
  /** Anything went out. */
  said(): void
  stop(): void
}

/** So many heartbeats without a pong, and a busy connection is asked too. */
const PROOF_HEARTBEATS = 4

export function startHeartbeat({ clock, heartbeatMs, timeoutMs, ping, expire }: HeartbeatOptions): Heartbeat {
  let heardAt = clock.now()
  let saidAt = heardAt
  let provedAt = heardAt
  let askedAt: number | undefined
  let cancel = (): void => {}

  const dueAt = (): number =>
    askedAt === undefined
      ? Math.min(heardAt + heartbeatMs, saidAt + heartbeatMs, provedAt + PROOF_HEARTBEATS * heartbeatMs)
      : askedAt + timeoutMs
  // Armed lazily: what is heard and said only moves the due time on, and the timer finds that out when it fires.
  const arm = (): void => {
    cancel = clock.setTimer(Math.max(0, dueAt() - clock.now()), look)
  }
  const look = (): void => {
    const now = clock.now()
    if (dueAt() > now) return arm()
    if (askedAt !== undefined) return expire()
    askedAt = now
    saidAt = now
    // A busy one that never pongs is asked again, and not in every turn.
    provedAt = now
    ping()
    arm()
  }
  arm()
  return {
    heard: () => {
      heardAt = clock.now()
      askedAt = undefined
    },
    proved: () => {
      provedAt = clock.now()
    },
    said: () => {
      saidAt = clock.now()
    },
    stop: () => cancel(),
  }
}
