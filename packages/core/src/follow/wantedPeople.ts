/** Whom this page wants to follow, counted, and how the server is told: in frames of at most 200 ids. */
import { LIMITS, type Clock, type PresenceError } from '@rollcall/protocol'
import type { OutgoingFrame } from '../transport/transport.ts'

export interface WantedPeople {
  /** Follows those that nobody here followed yet; the returned release gives them back, once. */
  retain(userIds: readonly string[]): () => void
  ids(): Iterable<string>
  connected(connection: { readonly resumed: boolean }): void
  dispose(): void
}

export interface WantedPeopleOptions {
  readonly clock: Clock
  send(frames: readonly OutgoingFrame[]): boolean
  openRequest(settle: (error?: PresenceError) => void): number | undefined
  closeRequest(request: number): void
  /** Told of refusals: some of the ids may not be followed. */
  refused(error: PresenceError): void
  changed(): void
  /** Nobody here follows them any more. */
  dropped(userIds: readonly string[]): void
}

interface Unanswered {
  readonly type: 'follow' | 'unfollow'
  readonly userIds: readonly string[]
}

/** Makes an empty list. */
export function createWantedPeople(options: WantedPeopleOptions): WantedPeople {
  const counts = new Map<string, number>()
  const unanswered = new Map<number, Unanswered>()
  const cancelDrops = new Set<() => void>()

  const sendChunk = (type: Unanswered['type'], userIds: readonly string[]): void => {
    const request = options.openRequest((error) => {
      if (request !== undefined) unanswered.delete(request)
      if (error !== undefined) options.refused(error)
    })
    const asked = request === undefined ? {} : { request }
    if (request !== undefined) unanswered.set(request, { type, userIds })
    options.send([{ type, ...asked, userIds }])
  }
  const say = (type: Unanswered['type'], userIds: readonly string[]): void => {
    for (let from = 0; from < userIds.length; from += LIMITS.followIdsPerFrame)
      sendChunk(type, userIds.slice(from, from + LIMITS.followIdsPerFrame))
  }
  const drop = (userIds: readonly string[]): void => {
    const unwanted: string[] = []
    for (const userId of userIds) {
      const left = (counts.get(userId) ?? 0) - 1
      if (left > 0) counts.set(userId, left)
      else if (counts.delete(userId)) unwanted.push(userId)
    }
    if (unwanted.length === 0) return
    say('unfollow', unwanted)
    options.dropped(unwanted)
    options.changed()
  }
  return {
    retain: (userIds) => {
      const wanted = [...new Set(userIds)]
      const fresh = wanted.filter((userId) => !counts.has(userId))
      for (const userId of wanted) counts.set(userId, (counts.get(userId) ?? 0) + 1)
      if (fresh.length > 0) {
        say('follow', fresh)
        options.changed()
      }
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        // Deferred, so that a remount takes over and nothing goes over the wire.
        const cancel = options.clock.defer(() => {
          cancelDrops.delete(cancel)
          drop(wanted)
        })
        cancelDrops.add(cancel)
      }
    },
    ids: () => counts.keys(),
    connected: ({ resumed }) => {
      const open = [...unanswered]
      unanswered.clear()
      for (const [request] of open) options.closeRequest(request)
      if (!resumed) say('follow', [...counts.keys()])
      else for (const [, { type, userIds }] of open) say(type, stillMeant(type, userIds, counts))
    },
    dispose: () => {
      for (const cancel of cancelDrops) cancel()
      cancelDrops.clear()
    },
  }
}

/** Of what was said before the connection went, that which is still so. */
function stillMeant(
  type: Unanswered['type'],
  userIds: readonly string[],
  wanted: ReadonlyMap<string, number>,
): readonly string[] {
  return userIds.filter((userId) => wanted.has(userId) === (type === 'follow'))
}
