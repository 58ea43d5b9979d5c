/** Reading presence without a socket (PROTOCOL.md, chapter 7). */
import { LIMITS, PresenceError, type Clock } from '@rollcall/protocol'
import type { PresenceHub } from '../hub/hub.ts'
import { readRoom, readUserIds } from './decodeRequest.ts'
import type { HttpAnswer, HttpCall, HttpRoute } from './httpRoute.ts'
import type { PresenceAccess } from './presenceAccess.ts'
import { shownMember, shownPerson } from './shownPeople.ts'

export interface PresenceRoutesOptions {
  readonly hub: Pick<PresenceHub, 'members' | 'count' | 'people'>
  readonly access: PresenceAccess
  readonly clock: Pick<Clock, 'wall'>
  /** Path of the socket; the routes lie below it. */
  readonly path: string
}

/** Members of one answer (T25). */
const MAX_MEMBERS = 2_000

async function room({ hub, access, clock }: PresenceRoutesOptions, call: HttpCall): Promise<HttpAnswer> {
  const viewer = await call.viewer()
  const id = readRoom(call.params.get('id'))
  await access.requireRoom(viewer, id, 'see')
  if (call.query.get('count') === '1') return { status: 200, body: hub.count(id) }
  const members = hub
    .members(id)
    .slice(0, MAX_MEMBERS)
    .map((member) => shownMember(member, access.lastSeen(viewer, member.userId, member.lastSeenAt)))
  return { status: 200, body: { room: id, ts: clock.wall(), members } }
}

async function people({ hub, access, clock }: PresenceRoutesOptions, call: HttpCall): Promise<HttpAnswer> {
  const viewer = await call.viewer()
  const asked = (call.query.get('users') ?? '').split(',').filter((id) => id !== '')
  if (asked.length > LIMITS.followIdsPerFrame)
    throw new PresenceError('limit_exceeded', `unable to answer; at most ${LIMITS.followIdsPerFrame} users a call`)
  const ids = readUserIds([...new Set(asked)])
  const allowed = await access.allowedPeople(viewer, ids)
  if (ids.length > 0 && allowed.length === 0)
    throw new PresenceError('forbidden', 'unable to answer; you may not follow these users', { details: { ids } })
  const known = new Map(hub.people(allowed).map((person) => [person.userId, person]))
  // Somebody whom the viewer may not know of looks like somebody who was never here (T8).
  const users = ids.map((userId) => {
    const person = known.get(userId) ?? { userId, status: 'offline' }
    const at = person.lastSeenAt
    return shownPerson(person, at === undefined ? undefined : access.lastSeen(viewer, userId, at))
  })
  return { status: 200, body: { ts: clock.wall(), users } }
}

/** `GET …/channels/:id/presence` and `GET …/presence?users=`. */
export function presenceRoutes(options: PresenceRoutesOptions): readonly HttpRoute[] {
  const { path } = options
  return [
    { method: 'GET', path: `${path}/channels/:id/presence`, answer: (call) => room(options, call) },
    { method: 'GET', path: `${path}/presence`, answer: (call) => people(options, call) },
  ]
}
