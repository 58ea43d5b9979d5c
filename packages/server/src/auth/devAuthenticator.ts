/** Development mode: everybody is who they say they are. Never to be reached from outside the machine. */
import { PresenceError } from '@rollcall/protocol'
import type { Authenticator, Credentials, Viewer } from './authenticator.ts'
import { safeInfo } from './safeInfo.ts'
import { isUserId } from './viewerFromClaims.ts'

const PREFIX = 'dev:'

function claimedUser({ user, token }: Credentials): Credentials['user'] {
  return user ?? (token?.startsWith(PREFIX) ? { id: token.slice(PREFIX.length) } : undefined)
}

function believe(user: NonNullable<Credentials['user']>): Viewer {
  if (!isUserId(user.id))
    throw new PresenceError('unauthenticated', 'unable to authenticate; a user id has 1 to 128 characters')
  const name = user.name === undefined || user.name === '' ? user.id : user.name
  return { userId: user.id, info: safeInfo({ name }) }
}

/**
 * Believes `hello {user}`, and `Bearer dev:<id>` over HTTP. Whoever names nobody is handed on to
 * `tokens`, where there is one, so that a development server can be tried with real tokens too.
 */
export function createDevAuthenticator(tokens?: Authenticator): Authenticator {
  return {
    authenticate: (credentials) => {
      const user = claimedUser(credentials)
      if (user !== undefined) return believe(user)
      if (tokens !== undefined) return tokens.authenticate(credentials)
      throw new PresenceError('unauthenticated', 'unable to authenticate; nobody was named', {
        hint: 'in development mode, say who you are: hello {user:{id,name}}, or "Bearer dev:<id>" over HTTP',
      })
    },
  }
}
