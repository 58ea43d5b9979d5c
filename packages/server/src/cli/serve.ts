/** Settings become a running server. */
import { PresenceError } from '@rollcall/protocol'
import { readFileSync } from 'node:fs'
import type { Authenticator } from '../auth/authenticator.ts'
import { jwt, type KeySet } from '../auth/tokenAuthenticator.ts'
import { createPresenceServer } from '../createPresenceServer.ts'
import type { Listening } from '../http/listening.ts'
import type { Logger } from '../log/logger.ts'
import type { PresenceServer } from '../presenceServer.ts'
import { readLimits, type Numbers } from './limitsFile.ts'
import { usageError } from './options.ts'
import type { Settings, TokenSource } from './settings.ts'

export interface Serving {
  readonly server: PresenceServer
  readonly listening: Listening
}

function readFile(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw usageError(`--${option} names a file that cannot be read: ${String(cause)}`)
  }
}

/** A key set is an address, or a file that holds one. A file is read once: restart to rotate keys. */
function readKeySet(jwks: string): KeySet {
  if (/^https?:/.test(jwks)) return jwks
  try {
    return JSON.parse(readFile(jwks, 'jwks'))
  } catch (cause) {
    if (cause instanceof PresenceError) throw cause
    throw usageError('--jwks names a file that is no JSON')
  }
}

function readAuthenticator(source: TokenSource, { issuer, audience }: Settings): Authenticator {
  const claims = { ...(issuer === undefined ? {} : { issuer }), ...(audience === undefined ? {} : { audience }) }
  if (source.kind === 'secret') return jwt({ ...claims, secret: source.secret })
  return jwt({ ...claims, jwks: readKeySet(source.jwks) })
}

function readNumbers({ limitsFile, window, awayAfter }: Settings): Numbers {
  const { limits, times } = limitsFile === undefined ? readLimits('{}') : readLimits(readFile(limitsFile, 'limits'))
  return {
    limits,
    times: {
      ...times,
      ...(window === undefined ? {} : { resumeWindowMs: window }),
      ...(awayAfter === undefined ? {} : { awayAfterMs: awayAfter }),
    },
  }
}

/**
 * Starts a server.
 * @throws PresenceError `unsupported` for a setting that no server can start with, or Node's error where the port cannot be had
 */
export async function serve(settings: Settings, logger: Logger): Promise<Serving> {
  const { mode, tokens, origins, host, port, path, open, metrics } = settings
  const server = createPresenceServer({
    mode,
    path,
    open,
    metrics,
    logger,
    ...readNumbers(settings),
    ...(tokens === undefined ? {} : { authenticate: readAuthenticator(tokens, settings) }),
    ...(origins === undefined ? {} : { allowedOrigins: origins }),
  })
  return { server, listening: await server.listen({ port, ...(host === undefined ? {} : { host }) }) }
}
