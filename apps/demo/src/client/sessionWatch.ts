/** What can be told about each session by watching it: how often it published, what went missing, how long it took. */
import type { ClientTime, Member, Room } from '@rollcall/core'
import { createCalmDrawing } from './calmDrawing.ts'
import type { DemoInfo, DemoPresence } from './demoPresence.ts'
import { publishedCount } from './locationPublisher.ts'

export interface WatchedSession {
  /** The last published number, where the session publishes its location. */
  readonly count?: number
  /** Numbers that were skipped since we watch. */
  readonly gaps: number
  /** When the last change seen was made, epoch ms by the server's clock. */
  readonly changedAt?: number
}

export interface SessionWatch {
  readonly sessions: ReadonlyMap<string, WatchedSession>
  /** Ms from a change at another tab to its arrival here; newest last. */
  readonly tookMs: readonly number[]
}

/** What the sparkline has room for. */
const KEPT_TIMES = 40

export const EMPTY_WATCH: SessionWatch = { sessions: new Map(), tookMs: [] }

/**
 * The watch after the room has changed. The same object when nothing of interest did.
 *
 * @param ownTab its changes took no way, so they are not timed
 * @param now epoch ms by the server's clock
 */
export function watchSessions(
  watch: SessionWatch,
  members: readonly Member<DemoPresence, DemoInfo>[],
  { ownTab, now }: { readonly ownTab: string; readonly now: number },
): SessionWatch {
  const sessions = new Map<string, WatchedSession>()
  const tookMs = [...watch.tookMs]
  let changed = false
  for (const session of members.flatMap((member) => member.sessions)) {
    const before = watch.sessions.get(session.sessionId)
    const after = watchOne(before, session.presence)
    sessions.set(session.sessionId, after)
    changed ||= after !== before
    const news = after.changedAt !== undefined && after.changedAt !== before?.changedAt
    // What was there before us did not travel to us now.
    if (news && before !== undefined && session.presence.tab !== ownTab) tookMs.push(Math.max(0, now - after.changedAt))
  }
  if (!changed && sessions.size === watch.sessions.size) return watch
  return { sessions, tookMs: tookMs.slice(-KEPT_TIMES) }
}

function watchOne(before: WatchedSession | undefined, presence: DemoPresence): WatchedSession {
  const count = publishedCount(presence.locations)
  const changedAt = lastChangeAt(presence)
  if (before !== undefined && before.count === count && before.changedAt === changedAt) return before
  return {
    gaps: (before?.gaps ?? 0) + skipped(before?.count, count),
    ...(count !== undefined && { count }),
    ...(changedAt !== undefined && { changedAt }),
  }
}

/** A location says by itself when it was reported. */
function lastChangeAt({ changedAt = 0, locations = [] }: DemoPresence): number | undefined {
  const reportedAt = locations.map((location) => Date.parse(location.lastActiveAt))
  const latest = Math.max(changedAt, ...reportedAt.filter(Number.isFinite))
  return latest === 0 ? undefined : latest
}

/** A lower number is a publisher that has begun again. */
function skipped(before: number | undefined, after: number | undefined): number {
  return before === undefined || after === undefined ? 0 : Math.max(0, after - before - 1)
}

/** The watch of a room, kept as long as somebody looks. */
export function createSessionWatch(room: Room<DemoPresence, DemoInfo>, time: ClientTime, ownTab: string) {
  let watch = EMPTY_WATCH
  let drawn = watch
  return {
    getCurrent: () => drawn,
    subscribe: (listener: () => void) => {
      const drawing = createCalmDrawing(room, time, () => {
        drawn = watch
        listener()
      })
      const note = () => {
        const before = watch
        watch = watchSessions(watch, room.members.getCurrent(), { ownTab, now: time.now() })
        if (watch !== before) drawing.changed()
      }
      note()
      const end = room.members.subscribe(note)
      return () => {
        end()
        drawing.stop()
      }
    },
  }
}
