/** Questions about rooms and people, answered as others may see them: invisible people are offline here too (T9). */
import type { PersonView } from '@rollcall/protocol'
import type { RoomCount, RoomMember, TableSizes } from './hub.ts'
import type { HubState } from './hubState.ts'
import { pictureOf, viewOf } from './personView.ts'
import type { Entry } from './room.ts'
import { shownOf } from './roomFrames.ts'
import { idleMsOf, lastContactAt } from './session.ts'

/** Members of a room by time of entering. */
export function membersOf(hub: HubState, name: string): readonly RoomMember[] {
  const entriesByUser = new Map<string, Entry[]>()
  for (const entry of hub.rooms.get(name)?.entries.values() ?? []) {
    if (!entry.isVisible) continue
    const known = entriesByUser.get(entry.session.userId)
    if (known === undefined) entriesByUser.set(entry.session.userId, [entry])
    else known.push(entry)
  }
  return [...entriesByUser].flatMap(([userId, entries]) => memberOf(hub, userId, entries) ?? [])
}

/** One person in a room; costs their sessions, however many others are there. */
export function memberIn(hub: HubState, name: string, userId: string): RoomMember | undefined {
  const entries = hub.rooms.get(name)?.entries
  const own = [...(hub.people.get(userId)?.sessions ?? [])].flatMap(({ sessionId }) => entries?.get(sessionId) ?? [])
  const visible = own.filter(({ isVisible }) => isVisible).toSorted((one, other) => one.enteredAt - other.enteredAt)
  return visible.length === 0 ? undefined : memberOf(hub, userId, visible)
}

function memberOf(hub: HubState, userId: string, entries: readonly Entry[]): RoomMember | undefined {
  const person = hub.people.get(userId)
  const view = person === undefined ? undefined : viewOf(hub, person)
  if (person === undefined || view === undefined) return undefined
  const now = hub.clock.now()
  const idleMs = Math.min(...entries.map(({ session }) => idleMsOf(session, now)))
  return {
    ...view,
    info: person.info,
    lastActiveAt: hub.clock.wall() - idleMs,
    lastSeenAt: Math.max(...entries.map(({ session }) => lastContactAt(session))),
    sessions: entries.map(({ session, presence, enteredAt }) => ({
      sessionId: session.sessionId,
      status: shownOf(person, session).status,
      presence,
      enteredAt,
    })),
  }
}

export function countOf(hub: HubState, name: string): RoomCount {
  const room = hub.rooms.get(name)
  return { members: room?.visible.size ?? 0, sessions: room?.visibleSessions ?? 0 }
}

/** Of somebody online `lastSeenAt` is their last sign of life, as that of somebody offline is. */
export function peopleOf(hub: HubState, userIds: readonly string[]): readonly PersonView[] {
  return userIds.map((userId) => {
    const person = hub.people.get(userId)
    if (person === undefined) return rememberedOf(hub, userId)
    const view = viewOf(hub, person)
    if (view === undefined) return pictureOf({ ...person, told: undefined })
    return { ...view, lastSeenAt: Math.max(...[...person.sessions].map(lastContactAt)) }
  })
}

function rememberedOf(hub: HubState, userId: string): PersonView {
  const memory = hub.backplane.recall(userId)
  return {
    userId,
    ...(memory?.info === undefined || Object.keys(memory.info).length === 0 ? {} : { info: memory.info }),
    status: 'offline',
    ...(memory?.lastSeenAt === undefined ? {} : { lastSeenAt: memory.lastSeenAt }),
  }
}

export function sessionCountOf(hub: HubState): { readonly attached: number; readonly held: number } {
  let attached = 0
  for (const session of hub.sessions.values()) if (session.recipient !== undefined) attached += 1
  return { attached, held: hub.sessions.size - attached }
}

export function tableSizesOf({ sessions, people, rooms, tokens, kept }: HubState): TableSizes {
  return {
    sessions: sessions.size,
    people: people.size,
    rooms: rooms.size,
    resumeTokens: tokens.size(),
    keptSessions: kept.size,
  }
}
