/**
 * Which digest of a resume token leads to which session. Two-phase: after a resume the token
 * that was used and the one that `welcome` carries are both good, until the first frame proves
 * that the welcome arrived. A lost welcome so loses nothing, and a used token cannot be replayed.
 */
export interface ResumeTokens {
  /** Makes `hash` the session's newest token. `used`, where given, stays good until {@link ResumeTokens.confirm}; all others die. */
  issue(sessionId: string, hash: string, used?: string): void
  find(hash: string): FoundToken | undefined
  /** The newest token arrived: it is the only one now. */
  confirm(sessionId: string): void
  forget(sessionId: string): void
  size(): number
}

export interface FoundToken {
  readonly sessionId: string
  /** `false`: it has been used already, and is good only in case the welcome got lost. */
  readonly isNewest: boolean
}

/** Looked up by digest, so no comparison of secrets takes a telling time (T7). */
export function createResumeTokens(): ResumeTokens {
  const sessionByHash = new Map<string, string>()
  const hashesBySession = new Map<string, readonly string[]>()

  const keep = (sessionId: string, hashes: readonly string[]): void => {
    for (const hash of hashesBySession.get(sessionId) ?? []) if (!hashes.includes(hash)) sessionByHash.delete(hash)
    for (const hash of hashes) sessionByHash.set(hash, sessionId)
    if (hashes.length === 0) hashesBySession.delete(sessionId)
    else hashesBySession.set(sessionId, hashes)
  }
  return {
    issue: (sessionId, hash, used) => keep(sessionId, used === undefined ? [hash] : [used, hash]),
    find: (hash) => {
      const sessionId = sessionByHash.get(hash)
      if (sessionId === undefined) return undefined
      return { sessionId, isNewest: hashesBySession.get(sessionId)?.at(-1) === hash }
    },
    confirm: (sessionId) => keep(sessionId, (hashesBySession.get(sessionId) ?? []).slice(-1)),
    forget: (sessionId) => keep(sessionId, []),
    size: () => sessionByHash.size,
  }
}
