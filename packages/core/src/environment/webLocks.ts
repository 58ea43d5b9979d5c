import type { Locks } from '../page/locks.ts'

/** As much of a `LockManager` as is needed. */
export type LockRequests = Pick<LockManager, 'query' | 'request'>

// A page that is being unloaded, or a browser that refuses: the port promises nothing then.
const ignoreRefusal = (): void => {}

/** The Locks port over the Web Locks of the origin. */
export function createWebLocks(manager: LockRequests): Locks {
  return {
    hold: (name, held) => {
      let release = (): void => {}
      let released = false
      const untilReleased = new Promise<void>((resolve) => {
        release = resolve
      })
      const granted = (): Promise<void> => {
        if (!released) held?.()
        return untilReleased
      }
      manager.request(name, granted).catch(ignoreRefusal)
      return () => {
        released = true
        release()
      }
    },
    whenReleased: (name, released) => {
      const cancellation = new AbortController()
      const { signal } = cancellation
      const watch = async (): Promise<void> => {
        const { held = [] } = await manager.query()
        // Held by nobody: its owner has no locks, or is gone already. A request would be granted at once and mean nothing.
        if (signal.aborted || !held.some((lock) => lock.name === name)) return
        // Shared: all who watch the same lock learn of it together.
        await manager.request(name, { mode: 'shared', signal }, () => {
          if (!signal.aborted) released()
        })
      }
      watch().catch(ignoreRefusal)
      return () => cancellation.abort()
    },
  }
}
