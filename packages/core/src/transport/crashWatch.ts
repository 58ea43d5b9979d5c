import type { DisconnectFrame, PeerFrame } from '@rollcall/protocol'
import type { Locks } from '../page/locks.ts'

/** Waits on the locks of the sessions we hear of: one let go of without goodbye is a crashed tab. */
export interface CrashWatch {
  note(frame: PeerFrame): void
  /** Forgets everybody: nobody is watched while we hear nothing. */
  clear(): void
}

export interface CrashWatchOptions {
  readonly locks: Locks
  lockName(sessionId: string): string
  /** Told of each room in which the session was, at the counter last seen: never above it, so that a revival wins. */
  crashed(frame: DisconnectFrame): void
}

/** Any script of the origin can invent sessions; beyond this many the longest unheard are left to expiry. */
const MAX_WATCHED = 1_000

interface Watched {
  readonly lastSeqs: Map<string, number>
  cancel(): void
}

/** Makes a watch over nobody yet. */
export function createCrashWatch(options: CrashWatchOptions): CrashWatch {
  const sessions = new Map<string, Watched>()

  const forget = (sessionId: string): void => {
    sessions.get(sessionId)?.cancel()
    sessions.delete(sessionId)
  }
  const declare = (sessionId: string): void => {
    const watched = sessions.get(sessionId)
    if (watched === undefined) return
    sessions.delete(sessionId)
    for (const [room, seq] of watched.lastSeqs)
      options.crashed({ type: 'disconnect', room, sessionId, seq, reason: 'timeout' })
  }
  const watch = (sessionId: string): Watched => {
    const [eldest] = sessions.keys()
    if (sessions.size >= MAX_WATCHED && eldest !== undefined) forget(eldest)
    const name = options.lockName(sessionId)
    const watched = {
      lastSeqs: new Map<string, number>(),
      cancel: options.locks.whenReleased(name, () => declare(sessionId)),
    }
    return watched
  }
  const noteState = (sessionId: string, room: string, seq: number): void => {
    const watched = sessions.get(sessionId) ?? watch(sessionId)
    // Set anew each time: the order of the map is who was heard last.
    sessions.delete(sessionId)
    sessions.set(sessionId, watched)
    watched.lastSeqs.set(room, Math.max(seq, watched.lastSeqs.get(room) ?? 0))
  }
  const noteLeft = (sessionId: string, room: string, seq: number): void => {
    const watched = sessions.get(sessionId)
    const lastSeq = watched?.lastSeqs.get(room)
    if (watched === undefined || lastSeq === undefined || seq < lastSeq) return
    watched.lastSeqs.delete(room)
    if (watched.lastSeqs.size === 0) forget(sessionId)
  }
  return {
    note: (frame) => {
      if (frame.type === 'state') noteState(frame.sessionId, frame.room, frame.seq)
      else if (frame.type === 'disconnect') noteLeft(frame.sessionId, frame.room, frame.seq)
    },
    clear: () => {
      for (const sessionId of sessions.keys()) forget(sessionId)
    },
  }
}
