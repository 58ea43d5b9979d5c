/**
 * How the server is told whom this page follows: in frames of at most 200 ids, what changed in one turn together, and so
 * seldom that a list which scrolls by stays under what a server takes (T13). What it would not take now is said again.
 */
import { LIMITS, type Clock, type PresenceError } from '@rollcall/protocol'
import type { OutgoingFrame } from '../transport/transport.ts'

export interface FollowRequests {
  /** Whether these are wanted may have changed. */
  changed(userIds: Iterable<string>): void
  connected(connection: { readonly resumed: boolean }): void
  dispose(): void
}

export interface FollowRequestsOptions {
  readonly clock: Clock
  send(frames: readonly OutgoingFrame[]): boolean
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  closeRequest(request: number): void
  /** Told of refusals for good: some of the ids may not be followed. */
  refused(error: PresenceError): void
  isWanted(userId: string): boolean
  wanted(): Iterable<string>
  /** The server says nothing more of these. */
  released(userIds: readonly string[]): void
}

interface Unanswered {
  readonly type: 'follow' | 'unfollow'
  readonly userIds: readonly string[]
}

/** Two frames each at the most: under the five a second that a server takes. */
const PACE_MS = 500
/** Where the server does not say how long it wants to be left alone. */
const RETRY_MS = 1_000

/** Makes an asker that has asked for nobody. */
export function createFollowRequests(options: FollowRequestsOptions): FollowRequests {
  const { clock } = options
  /** Whom the server follows for us, by what it was told. */
  const told = new Set<string>()
  const untold = new Set<string>()
  const unanswered = new Map<number, Unanswered>()
  let cancelTurn: (() => void) | undefined
  let cancelWait: (() => void) | undefined

  const stopTimers = (): void => {
    cancelTurn?.()
    cancelWait?.()
    cancelTurn = undefined
    cancelWait = undefined
  }
  const wait = (ms: number): void => {
    stopTimers()
    cancelWait = clock.setTimer(ms, () => {
      cancelWait = undefined
      if (untold.size > 0) speak()
    })
  }
  const takeBack = ({ type, userIds }: Unanswered): void => {
    for (const userId of userIds) {
      untold.add(userId)
      if (type === 'unfollow') told.add(userId)
    }
  }
  const takeBackAll = (): void => {
    for (const [request, said] of unanswered) {
      options.closeRequest(request)
      takeBack(said)
    }
    unanswered.clear()
  }
  const answered = (said: Unanswered, error: PresenceError | undefined): void => {
    if (error === undefined) {
      if (said.type === 'unfollow') options.released(said.userIds)
    } else if (error.retryable) {
      takeBack(said)
      // Of several that it refuses at once the server answers one.
      takeBackAll()
      const asked = error.details?.['retryAfterMs']
      wait(Math.max(PACE_MS, typeof asked === 'number' ? asked : RETRY_MS))
    } else options.refused(error)
  }
  const sendChunk = (said: Unanswered): boolean => {
    const { type, userIds } = said
    const request = options.openRequest((error) => {
      if (request !== undefined) unanswered.delete(request)
      answered(said, error)
    })
    for (const userId of userIds) {
      if (type === 'follow') told.add(userId)
      else told.delete(userId)
    }
    if (request !== undefined) unanswered.set(request, said)
    if (options.send([{ type, ...(request === undefined ? {} : { request }), userIds }])) return true
    if (request !== undefined) {
      options.closeRequest(request)
      unanswered.delete(request)
    }
    takeBack(said)
    return false
  }
  const say = (type: Unanswered['type'], userIds: readonly string[]): boolean => {
    let isSaid = false
    for (let from = 0; from < userIds.length; from += LIMITS.followIdsPerFrame)
      isSaid = sendChunk({ type, userIds: userIds.slice(from, from + LIMITS.followIdsPerFrame) }) || isSaid
    return isSaid
  }
  const speak = (): void => {
    const changed = [...untold]
    untold.clear()
    // Room is made before it is taken: there is a limit to how many one follows.
    const hasLeft = say(
      'unfollow',
      changed.filter((userId) => !options.isWanted(userId) && told.has(userId)),
    )
    const hasCome = say('follow', changed.filter(options.isWanted))
    if (hasLeft || hasCome) wait(PACE_MS)
  }
  return {
    changed: (userIds) => {
      for (const userId of userIds) untold.add(userId)
      if (cancelWait !== undefined) return
      cancelTurn ??= clock.defer(() => {
        cancelTurn = undefined
        speak()
      })
    },
    connected: ({ resumed }) => {
      stopTimers()
      takeBackAll()
      if (!resumed) {
        told.clear()
        untold.clear()
        for (const userId of options.wanted()) untold.add(userId)
      }
      speak()
    },
    dispose: stopTimers,
  }
}
