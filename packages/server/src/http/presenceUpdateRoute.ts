/** Being present without a socket: one session a user, alive for as long as it is renewed (PROTOCOL.md, chapter 7). */
import { PresenceError, TIMES, type Clock } from '@rollcall/protocol'
import type { Viewer } from '../auth/authenticator.ts'
import type { KeptPresence, KeptSession, PresenceHub } from '../hub/hub.ts'
import { readChanges, readPresence, readRoom } from './decodeRequest.ts'
import type { HttpAnswer, HttpCall, HttpRoute } from './httpRoute.ts'
import type { PresenceAccess } from './presenceAccess.ts'
import { shownMember, shownPerson, type Shown } from './shownPeople.ts'

export interface PresenceUpdateRouteOptions {
  readonly hub: Pick<PresenceHub, 'keep' | 'member' | 'people'>
  readonly access: PresenceAccess
  readonly clock: Pick<Clock, 'now'>
  /** Path of the socket; the route lies below it. */
  readonly path: string
}

type Body = Readonly<Record<string, unknown>>

interface Kept {
  readonly session: KeptSession
  readonly endsAt: number
}

const DEFAULT_TTL_MS = TIMES.resumeWindowMs
/** A caller that means longer should hold a socket. */
const MAX_TTL_MS = 3_600_000
/** Sessions that ended by themselves are let go of this often (T18). */
const SWEEP_MS = 60_000

const bad = (reason: string): PresenceError => new PresenceError('bad_frame', `unable to update; ${reason}`)

function readBody(body: unknown): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw bad('the body is no object')
  // Any object has string keys; what they hold is checked one by one.
  return body as Body
}

function readTtl(ttl: unknown): number {
  if (ttl === undefined) return DEFAULT_TTL_MS
  if (!Number.isSafeInteger(ttl) || Number(ttl) < 1 || Number(ttl) > MAX_TTL_MS)
    throw bad(`"ttl" is a number of ms from 1 to ${MAX_TTL_MS}`)
  return Number(ttl)
}

/** The caller's own presence; a `userId` in the body is not looked at (T6). */
function readKept({ userId, info }: Viewer, body: Body): KeptPresence & { ttlMs: number } {
  const room = body['room'] === undefined ? undefined : readRoom(body['room'])
  const presence = body['presence'] === undefined ? undefined : readPresence(body['presence'])
  if (room === undefined && presence !== undefined) throw bad('"presence" goes with a "room"')
  return {
    userId,
    info,
    key: 'http',
    ttlMs: readTtl(body['ttl']),
    changes: readChanges(body),
    ...(room === undefined ? {} : { room }),
    // Absent on renewal: what was said before stands.
    ...(presence === undefined ? {} : { presence }),
  }
}

/** `POST …/presence/update`. */
export function presenceUpdateRoute({ hub, access, clock, path }: PresenceUpdateRouteOptions): HttpRoute {
  const kept = new Map<string, Kept>()
  let sweptAt = clock.now()
  const sweep = (): void => {
    const now = clock.now()
    if (now - sweptAt < SWEEP_MS) return
    sweptAt = now
    for (const [userId, { endsAt }] of kept) if (endsAt <= now) kept.delete(userId)
  }
  const result = (userId: string, room: string | undefined): Shown => {
    const member = room === undefined ? undefined : hub.member(room, userId)
    if (member !== undefined) return shownMember(member, member.lastSeenAt)
    const [person = { userId, status: 'offline' }] = hub.people([userId])
    return shownPerson(person, person.lastSeenAt)
  }
  const end = (userId: string): Shown => {
    kept.get(userId)?.session.leave()
    kept.delete(userId)
    return result(userId, undefined)
  }
  const answer = async (call: HttpCall): Promise<HttpAnswer> => {
    const viewer = await call.viewer()
    const body = readBody(await call.json())
    sweep()
    if (body['status'] === 'offline') return { status: 200, body: end(viewer.userId) }
    const presence = readKept(viewer, body)
    if (presence.room !== undefined) await access.requireRoom(viewer, presence.room, 'enter')
    kept.set(viewer.userId, { session: hub.keep(presence), endsAt: clock.now() + presence.ttlMs })
    return { status: 200, body: result(viewer.userId, presence.room) }
  }
  return { method: 'POST', path: `${path}/presence/update`, answer }
}
