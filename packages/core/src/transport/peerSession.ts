import { SESSION_ID_BYTES, createId } from '@rollcall/protocol'
import { createAnnouncedRooms, type AnnouncedRooms } from './announcedRooms.ts'
import type { TransportContext } from './transport.ts'

/** One session between tabs: from its link being up to its end. */
export interface PeerSession {
  readonly sessionId: string
  readonly rooms: AnnouncedRooms
  /** Whether it may speak and hear. */
  isReady(): boolean
  end(): void
}

export interface PeerSessionOptions {
  readonly context: Pick<TransportContext, 'clock' | 'random' | 'locks'>
  /** The lock that the session holds as long as it lives; absent: none. */
  readonly lockName?: ((sessionId: string) => string) | undefined
  /** Called once, at once where there are no locks. */
  readonly ready: (session: PeerSession) => void
}

/** A lock that nobody else wants is ours within milliseconds; if the browser is stuck we come without. */
const LOCK_PATIENCE_MS = 1_000

/** Begins a session with a new id, in memory only (PROTOCOL.md, chapter 2). */
export function beginPeerSession({ context, lockName, ready }: PeerSessionOptions): PeerSession {
  const sessionId = createId(context.random, SESSION_ID_BYTES)
  let state: 'waiting' | 'ready' | 'ended' = 'waiting'
  let letGo = (): void => {}
  const session: PeerSession = {
    sessionId,
    rooms: createAnnouncedRooms(sessionId),
    isReady: () => state === 'ready',
    end: () => {
      state = 'ended'
      letGo()
    },
  }
  const becomeReady = (): void => {
    if (state !== 'waiting') return
    state = 'ready'
    ready(session)
  }
  if (context.locks === undefined || lockName === undefined) {
    becomeReady()
    return session
  }
  // Held before the first frame: who hears of us can rely on finding the lock taken.
  const cancelPatience = context.clock.setTimer(LOCK_PATIENCE_MS, becomeReady)
  const release = context.locks.hold(lockName(sessionId), () => {
    cancelPatience()
    becomeReady()
  })
  letGo = () => {
    cancelPatience()
    release()
  }
  return session
}
