/** Whom this page wants to follow, counted. */
import type { Clock } from '@rollcall/protocol'
import { createFollowRequests, type FollowRequestsOptions } from './followRequests.ts'

export interface WantedPeople {
  /** Follows those that nobody here followed yet; the returned release gives them back, once. */
  retain(userIds: readonly string[]): () => void
  ids(): Iterable<string>
  connected(connection: { readonly resumed: boolean }): void
  dispose(): void
}

export interface WantedPeopleOptions extends Omit<FollowRequestsOptions, 'isWanted' | 'wanted' | 'released'> {
  readonly clock: Clock
  changed(): void
  /** Nobody here follows them any more. */
  dropped(userIds: readonly string[]): void
}

/** Makes an empty list. */
export function createWantedPeople(options: WantedPeopleOptions): WantedPeople {
  const counts = new Map<string, number>()
  const cancelDrops = new Set<() => void>()
  const requests = createFollowRequests({
    ...options,
    isWanted: (userId) => counts.has(userId),
    wanted: () => counts.keys(),
    // What the server said until it let go of them.
    released: (userIds) => options.dropped(userIds.filter((userId) => !counts.has(userId))),
  })

  const drop = (userIds: readonly string[]): void => {
    const unwanted: string[] = []
    for (const userId of userIds) {
      const left = (counts.get(userId) ?? 0) - 1
      if (left > 0) counts.set(userId, left)
      else if (counts.delete(userId)) unwanted.push(userId)
    }
    if (unwanted.length === 0) return
    requests.changed(unwanted)
    options.dropped(unwanted)
    options.changed()
  }
  return {
    retain: (userIds) => {
      const wanted = [...new Set(userIds)]
      const fresh = wanted.filter((userId) => !counts.has(userId))
      for (const userId of wanted) counts.set(userId, (counts.get(userId) ?? 0) + 1)
      if (fresh.length > 0) {
        requests.changed(fresh)
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
    connected: requests.connected,
    dispose: () => {
      for (const cancel of cancelDrops) cancel()
      cancelDrops.clear()
      requests.dispose()
    },
  }
}
