/** An application's own way to tell who somebody is. */
import { PresenceError, type Info } from '@rollcall/protocol'
import type { Authenticator, RequestFacts, Rights, Viewer } from './authenticator.ts'
import { safeInfo } from './safeInfo.ts'
import { isUserId } from './viewerFromClaims.ts'

/** Somebody, as the application knows them. */
export interface Identity {
  readonly id: string
  /** Shown to everybody; name, avatar, … */
  readonly info?: Info
  /** Absent: the callbacks and `open` decide. */
  readonly rights?: Rights
  /** When this has to be proved again, epoch ms; absent = never. */
  readonly expiresAt?: number
}

/**
 * Tells who a token belongs to; nothing for nobody. A PresenceError that it throws is passed on;
 * anything else counts as `auth_unavailable`: it could not be found out, and may be tried again.
 */
export type Authenticate = (
  token: string,
  request?: RequestFacts,
) => Identity | null | undefined | Promise<Identity | null | undefined>

function viewerOf(identity: Identity | null | undefined): Viewer {
  if (identity == null) throw new PresenceError('unauthenticated', 'unable to authenticate; the token is not valid')
  const { id, info = {}, rights, expiresAt } = identity
  if (!isUserId(id)) throw new PresenceError('unauthenticated', 'unable to authenticate; this is no user id')
  return {
    userId: id,
    info: safeInfo(info),
    ...(rights === undefined ? {} : { rights }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}

/** Makes an authenticator of a callback. */
export function createCallbackAuthenticator(identify: Authenticate): Authenticator {
  return {
    authenticate: async ({ token, request }) => {
      if (token === undefined || token === '')
        throw new PresenceError('unauthenticated', 'unable to authenticate; there is no token')
      try {
        return viewerOf(await identify(token, request))
      } catch (cause) {
        if (cause instanceof PresenceError) throw cause
        throw new PresenceError('auth_unavailable', 'unable to authenticate; it could not be found out', { cause })
      }
    },
  }
}
