/** What runs out by itself: typing, and between tabs the belief that somebody silent is still there. */
import { TIMES } from '@rollcall/protocol'
import { createDeadline } from './deadline.ts'
import type { LiveSession } from './presenceState.ts'
import type { RoomContext } from './roomContext.ts'
import type { SessionTable } from './sessionTable.ts'

export interface SessionExpiry {
  /** A frame of the session was accepted. */
  heard(sessionId: string): void
  /** Between tabs: silence counts from now on. */
  resume(): void
  /** Our own connection is down: nobody can be blamed for silence (INV-16). Typing runs out all the same. */
  suspend(): void
  stop(): void
}

export interface SessionExpiryOptions {
  readonly context: RoomContext
  readonly sessions: SessionTable
  /** Whether somebody else decides whether this session is still there. */
  isWaitedFor(record: LiveSession): boolean
  expire(record: LiveSession): void
  /** The page slept: whoever said something meanwhile could not be heard. */
  overslept(): void
  flush(): void
}

/** A timer this late means that the page slept: silence is then nobody's fault, and the roll is called instead. */
const OVERSLEPT_MS = 15_000

/** Makes it; nothing runs out yet. */
export function createSessionExpiry(options: SessionExpiryOptions): SessionExpiry {
  const { context, sessions } = options
  const { clock } = context
  const typing = new Set<string>()
  let isCounting = false

  const nextTypingEnd = (): number | undefined => {
    let next: number | undefined
    for (const sessionId of typing) {
      const record = sessions.get(sessionId)
      if (record?.kind !== 'live' || record.typingUntil.length === 0) typing.delete(sessionId)
      else next = Math.min(next ?? Number.POSITIVE_INFINITY, ...record.typingUntil)
    }
    return next
  }
  const typingEnd = createDeadline({
    clock,
    sweep: (now) => {
      for (const sessionId of typing) sessions.apply(sessionId, { type: 'ticked', now }, { at: context.epochNow() })
      const next = nextTypingEnd()
      options.flush()
      return next
    },
  })
  const expireSilent = (now: number): number | undefined => {
    let next: number | undefined
    for (const record of sessions.live()) {
      const dueAt = record.heardAt + TIMES.peerExpiryMs
      if (dueAt <= now && !options.isWaitedFor(record)) options.expire(record)
      else next = Math.min(next ?? Number.POSITIVE_INFINITY, Math.max(dueAt, now + 1))
    }
    return next
  }
  const silence = createDeadline({
    clock,
    sweep: (now, lateMs) => {
      if (lateMs > OVERSLEPT_MS) {
        options.overslept()
        return now + TIMES.peerExpiryMs
      }
      const next = expireSilent(now)
      options.flush()
      return next
    },
  })
  const countFromNow = (): void => {
    if (isCounting) silence.expectAt(clock.now() + TIMES.peerExpiryMs)
  }
  return {
    heard: (sessionId) => {
      const record = sessions.get(sessionId)
      if (record?.kind !== 'live') return
      if (record.typingUntil.length > 0) {
        typing.add(sessionId)
        typingEnd.expectAt(Math.min(...record.typingUntil))
      }
      countFromNow()
    },
    resume: () => {
      isCounting = context.liveness === 'peers'
      countFromNow()
    },
    suspend: () => {
      isCounting = false
      silence.stop()
    },
    stop: () => {
      silence.stop()
      typingEnd.stop()
    },
  }
}
