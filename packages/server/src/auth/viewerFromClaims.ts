/** What a verified token says becomes a viewer (PROTOCOL.md, chapter 8). */
import { LIMITS, PresenceError, type Info } from '@rollcall/protocol'
import type { Rights, Viewer } from './authenticator.ts'
import { safeInfo } from './safeInfo.ts'

type Claims = Readonly<Record<string, unknown>>

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (reason: string): PresenceError =>
  new PresenceError('unauthenticated', `unable to authenticate; ${reason}`)

/** Whether `id` may be a user's: 1 to 128 characters, none of them a control character. */
export function isUserId(id: unknown): id is string {
  return typeof id === 'string' && id.length > 0 && id.length <= LIMITS.idLength && !CONTROL.test(id)
}

function readInfo(claims: Claims): Info {
  if (isRecord(claims['info'])) return safeInfo(claims['info'])
  const name = claims['name']
  const avatar = claims['avatar'] ?? claims['picture']
  return safeInfo({
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof avatar === 'string' ? { avatar } : {}),
  })
}

function readActions(value: unknown): readonly ('see' | 'enter')[] {
  if (!Array.isArray(value)) throw refuse('the claim "rights.rooms" is malformed')
  return value.map((action) => {
    if (action !== 'see' && action !== 'enter') throw refuse('the claim "rights.rooms" knows "see" and "enter" only')
    return action
  })
}

function readFollow(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw refuse('the claim "rights.follow" is malformed')
  return value.map((id) => {
    if (typeof id !== 'string') throw refuse('the claim "rights.follow" is malformed')
    return id
  })
}

/** A malformed right refuses the token: dropping half of what its issuer meant would be a guess. */
function readRights(value: unknown): Rights {
  if (!isRecord(value)) throw refuse('the claim "rights" is malformed')
  const { rooms, follow } = value
  if (rooms !== undefined && !isRecord(rooms)) throw refuse('the claim "rights.rooms" is malformed')
  return {
    // `fromEntries` defines keys, so a room named `__proto__` stays a key.
    ...(rooms === undefined
      ? {}
      : { rooms: Object.fromEntries(Object.entries(rooms).map(([room, actions]) => [room, readActions(actions)])) }),
    ...(follow === undefined ? {} : { follow: readFollow(follow) }),
  }
}

/**
 * Reads the claims of a token whose signature and times are verified.
 * @throws PresenceError `unauthenticated` where `sub` is no user id or `rights` is malformed
 */
export function viewerFromClaims(claims: Claims): Viewer {
  const { sub, exp, rights } = claims
  if (!isUserId(sub)) throw refuse('the claim "sub" is missing or no user id')
  return {
    userId: sub,
    info: readInfo(claims),
    ...(rights === undefined ? {} : { rights: readRights(rights) }),
    ...(typeof exp === 'number' ? { expiresAt: exp * 1_000 } : {}),
  }
}
