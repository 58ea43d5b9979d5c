/** Roll calls already heard: a medium may deliver one twice, and one call wants one answer. */
export interface SeenCalls {
  /** Whether this is the first time; remembers it. */
  isNew(callId: string): boolean
}

/** A copy comes soon after its original; older calls need not be remembered. */
const REMEMBERED = 256

/** Makes an empty memory. */
export function createSeenCalls(): SeenCalls {
  const seen = new Set<string>()
  return {
    isNew: (callId) => {
      if (seen.has(callId)) return false
      seen.add(callId)
      const [eldest] = seen
      if (seen.size > REMEMBERED && eldest !== undefined) seen.delete(eldest)
      return true
    },
  }
}
