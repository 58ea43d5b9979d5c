/** Coming into sight and going out of it, in one room: one `state`, one `disconnect` a visible interval. */
import { createMergeGate } from './mergeGate.ts'
import { broadcast, nextVersion, type HubState } from './hubState.ts'
import { disconnectFrame, stateFrame, type Leaving } from './roomFrames.ts'
import { countVisible, rememberDeparted, type Entry, type Room } from './room.ts'
import { nextSeq } from './session.ts'

/** Stamps a frame about an entry, so that who is away finds it by version. */
export function stampEntry(hub: HubState, room: Room, entry: Entry): void {
  entry.version = nextVersion(hub)
  entry.snapshot = undefined
  room.version = entry.version
}

/** Whoever sees the room sees this session from now on. */
export function showEntry(hub: HubState, room: Room, entry: Entry): void {
  const { session } = entry
  entry.isVisible = true
  entry.enteredAt = hub.clock.wall()
  entry.told = entry.presence
  stampEntry(hub, room, entry)
  // Who is away may know it from an earlier interval, and has to hear of the end of this one.
  entry.enteredVersion = room.departed.get(session.sessionId)?.enteredVersion ?? entry.version
  room.departed.delete(session.sessionId)
  countVisible(room, session.userId, 1)
  const seq = nextSeq(session, room.name)
  if (room.viewers.size > 0) broadcast(room.viewers, stateFrame(hub, room, entry, seq), session)
  tellCount(hub, room)
}

/** Nobody sees this session any more; what was waiting to be told is not told. */
export function hideEntry(hub: HubState, room: Room, entry: Entry, leaving: Leaving): void {
  quietEntry(entry)
  if (!entry.isVisible) return
  const { session } = entry
  entry.isVisible = false
  const frame = disconnectFrame(room, session, leaving)
  stampEntry(hub, room, entry)
  countVisible(room, session.userId, -1)
  const { resumeWindowMs, heartbeatMs, timeoutMs } = hub.times
  rememberDeparted(
    room,
    { frame, version: entry.version, enteredVersion: entry.enteredVersion, at: hub.clock.now() },
    { keptMs: resumeWindowMs + heartbeatMs + timeoutMs, capacity: hub.limits.missedChanges },
  )
  broadcast(room.viewers, frame, session)
  tellCount(hub, room)
}

function quietEntry(entry: Entry): void {
  entry.gate?.reset()
  for (const move of entry.moves?.values() ?? []) move.gate.reset()
  entry.moves = undefined
  entry.typing.clear()
  entry.isReplaced = false
  entry.isForced = false
}

/** Tells the counting ones, at most once in `countMs`. */
function tellCount(hub: HubState, room: Room): void {
  if (room.counting.size === 0) return
  room.countGate ??= createMergeGate(hub.clock, () => flushCount(hub, room))
  room.countGate.changed({ windowMs: hub.times.countMs })
}

function flushCount(hub: HubState, room: Room): boolean {
  const count = { members: room.visible.size, sessions: room.visibleSessions }
  if (room.toldCount?.members === count.members && room.toldCount.sessions === count.sessions) return false
  room.toldCount = count
  room.countVersion = nextVersion(hub)
  broadcast(room.counting, { type: 'count', room: room.name, ...count })
  return true
}
